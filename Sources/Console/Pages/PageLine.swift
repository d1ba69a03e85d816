import Patrol
import Records
import Terminal
import Wording

/// A page of any kind as a line of a list: the fields that its kind lists, and who has signed.
struct PageLine {
  let kind: PageKind
  let world: World
  var choice = ColumnChoice()

  /// The names of the columns that can be chosen.
  var names: [String] { kind.layout.listed.map(\.name) }

  var columns: [Table.Heading] {
    [.init("№", .cells(5), isRight: true)]
      + kind.layout.listed.map { column in
        .init(choice.heading(column.label[world.language], column.name), width(column))
      }
      + [.init(Phrase.signatures[world.language], .cells(kind.firstAwaited == nil ? 0 : 10))]
  }

  private func width(_ column: Column) -> Extent {
    if choice.wide == column.name { return .share(9) }
    let label = choice.heading(column.label[world.language], column.name).cells
    switch column.entry {
    case .moment: return .cells(16)
    case .day: return .cells(max(10, label))
    case .reference: return .cells(max(10, label))
    default: return .share(2)
    }
  }

  func cells(_ page: LedgerPage) -> [Line] {
    let role: Role = page.isVoid ? .struck : page.isSound ? .plain : .urgent
    // A month is listed: every moment with its date.
    let display = FieldDisplay(world: world, day: nil)
    return [Line("\(page.page.id.number)", .dim)]
      + kind.layout.listed.map { column in
        let text = page.text(column.name).replacing("\n", with: " ")
        return Line(
          text.isEmpty && column.blank == nil ? "" : display.text(text, column),
          text.isEmpty && !page.isVoid ? .dim : role)
      } + [state(page)]
  }

  private func state(_ page: LedgerPage) -> Line {
    if !page.isSound { return Line("!!", .urgent) }
    if page.isVoid { return Line(Phrase.voided[world.language], .warning) }
    if !page.badSignatures.isEmpty { return Line("!!", .urgent) }
    guard let missing = page.missing else {
      return kind.firstAwaited == nil ? Line([]) : Line(world.glyphs.check, .good)
    }
    let who = missing.label[world.language]
    return Line(Phrase("待\(who)", "待\(who)", who)[world.language], .warning)
  }

  /// What a page is sorted by: numbers by what they count, all else as written.
  func key(_ page: LedgerPage, _ column: String) -> SortKey {
    let text = page.text(column)
    return SortKey(number: wholeNumber(text) ?? 0, text: text)
  }

  struct SortKey: Comparable {
    let number: Int
    let text: String

    static func < (one: SortKey, other: SortKey) -> Bool {
      (one.number, one.text) < (other.number, other.text)
    }
  }
}

extension Line {
  /// Its text without the roles.
  var plain: String { spans.map(\.text).joined() }
}
