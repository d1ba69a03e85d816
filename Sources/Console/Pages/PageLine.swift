import Patrol
import Records
import Terminal
import Wording

/// A page of any kind as a line of a list: the fields that its kind lists, and who has signed.
struct PageLine {
  let kind: PageKind
  let world: World

  var columns: [Table.Heading] {
    [.init("№", .cells(5), isRight: true)]
      + kind.layout.listed.map { column in
        .init(column.label[world.language], width(column))
      }
      + [.init(Phrase.signatures[world.language], .cells(kind.firstAwaited == nil ? 0 : 10))]
  }

  private func width(_ column: Column) -> Extent {
    switch column.entry {
    case .moment: .cells(16)
    case .day: .cells(10)
    case .reference: .cells(max(10, column.label[world.language].cells))
    default: .share(2)
    }
  }

  func cells(_ page: LedgerPage) -> [Line] {
    let role: Role = page.isVoid ? .struck : page.isSound ? .plain : .urgent
    // A month is listed: every moment with its date.
    let display = FieldDisplay(world: world, day: nil)
    return [Line("\(page.page.id.number)", .dim)]
      + kind.layout.listed.map { column in
        let text = page.text(column.name).replacing("\n", with: " ")
        return Line(text.isEmpty ? "" : display.text(text, column), role)
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
}
