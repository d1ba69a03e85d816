import Patrol
import Records
import Terminal
import Wording

/// All that waits for a signature: the close of the day, each person's inspections, refusals to be
/// reviewed.
struct WaitingScreen: Screen {
  typealias Action = ListAction
  static let title = ActionName.waiting.phrase
  static let purpose = Phrase(
    "等着签字、见证或复核的各页，件数多的人在前，当日封簿在最后。Enter 看一页并签；一个人有好几页要签，按会签一次签完。",
    "等著簽字、見證或複核的各頁，件數多的人在前，當日封簿在最後。Enter 看一頁並簽；一個人有好幾頁要簽，按會簽一次簽完。",
    "Pages that wait for a signature, a witness or a review: who has most comes first, the close of the day last. Enter shows one to be signed; several of one person are signed together."
  )
  static let keys: [Binding<ListAction>] =
    [
      Binding(.enter, .f(8), does: .open, .goThere, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<ListAction>.steps { .step($0) }

  var cursor = Cursor()

  enum Row {
    /// What one person signs, the oldest first.
    case person(Named, [Waiting])
    case review(Waiting)
    /// Nobody leads the team that is to sign.
    case nobody(Waiting)
    /// A day, and how many of its books are open.
    case close(Day, Int)
  }

  /// Who has most waiting comes first; the close of the day last, since it ends it.
  static func rows(_ world: World) -> [Row] {
    let byPerson = Dictionary(
      grouping: world.waiting.filter { $0.person != nil }, by: { $0.person?.code ?? "" })
    let people = byPerson.values.compactMap { list in list.first?.person.map { ($0, list) } }
      .sorted { ($1.1.count, $0.0.code) < ($0.1.count, $1.0.code) }
    var rows = people.map { Row.person($0.0, $0.1) }
    for waiting in world.waiting where waiting.person == nil {
      rows.append(waiting.role == .reviewer ? .review(waiting) : .nobody(waiting))
    }
    if let ledger = world.ledger, !ledger.openBooks.isEmpty {
      rows.append(.close(ledger.day, ledger.openBooks.count))
    }
    return rows
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    guard case .action(let action) = event else { return [] }
    let rows = Self.rows(world)
    let shown = shown(for: action, in: world)
    if cursor.move(action, count: rows.count, shown: shown) { return [] }
    guard action == .open else { return [.close] }
    guard !rows.isEmpty else { return [.say(.nothingWaits)] }
    switch rows[min(cursor.index, rows.count - 1)] {
    case .person(let person, let list):
      return [.open(.countersign(person.code), on: list.first?.day)]
    case .review(let waiting): return [.open(.review(waiting.page), on: waiting.day)]
    case .nobody(let waiting): return [.open(.page(waiting.page), on: waiting.day)]
    case .close(let day, _): return [.open(.sign(.close(day)))]
    }
  }

  func view(in world: World) -> any Block {
    let rows = Self.rows(world)
    let at = rows.isEmpty ? nil : min(cursor.index, rows.count - 1)
    var items: [Waiting] = []
    if let at, case .person(_, let list) = rows[at] { items = list }
    let shown = items
    let place =
      rows.count < 2 ? "" : "\(Phrase.pageCount((at ?? 0) + 1, rows.count)[world.language])  "
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(Self.title[world.language], .titleFocus),
        note: Line(place + Phrase.items(world.waiting.count)[world.language], .dim),
        isFocused: true,
        glyphs: world.glyphs
      ) {
        Table(
          [
            .init(Phrase("谁", "誰", "Who")[world.language], .cells(12)),
            .init(Phrase("件数", "件數", "Items")[world.language], .cells(6), isRight: true),
            .init(Phrase("签什么", "簽什麼", "What")[world.language], .share(4)),
            .init(Phrase("最早", "最早", "Since")[world.language], .cells(10), from: 56),
            .init(Phrase("密钥", "密鑰", "Key")[world.language], .cells(8), from: 66),
          ],
          count: rows.count, selected: at, isFocused: true,
          empty: Phrase.nothingWaits[world.language]
        ) { Self.line(rows[$0], world) }.height(
          world.isTall(20) || !world.unread.isEmpty
            ? .cells(listHeight(rows.count, world)) : .share(1))
        // In a small window the list keeps its rows; what was not read is said all the same.
        if world.isTall(20) || !world.unread.isEmpty {
          RuleLine(glyphs: world.glyphs)
          PaddedLines(lines: Self.lacking(world) + shown.map { Self.item($0, world) })
        }
      }
    }
  }

  /// What waits in a book that was not read, or breaks off, nobody can tell.
  private static func lacking(_ world: World) -> [Line] {
    guard !world.unread.isEmpty else { return [] }
    let said = Phrase(
      "有簿未读入或断了，其中待签的不在这里。", "有簿未讀入或斷了，其中待簽的不在這裡。",
      "A book was not read, or breaks off: what waits there is not listed.")
    return [Line(said[world.language], .warning)]
  }

  private func listHeight(_ count: Int, _ world: World) -> Int {
    min(max(count, 1) + 1, world.share(3, of: 5, least: 4))
  }

  private static func item(_ waiting: Waiting, _ world: World) -> Line {
    let days = world.today - waiting.day
    return Line("\(waiting.day.text)  ", .dim)
      + Line("\(waiting.owner.name) \(world.glyphs.arrow) \(waiting.about.name)  ")
      + Line("№\(waiting.page.number)  ", .dim)
      + Line(days > 0 ? Phrase.days(days)[world.language] : "", .warning)
  }

  private static func line(_ row: Row, _ world: World) -> [Line] {
    let language = world.language
    switch row {
    case .person(let person, let list):
      let teams = Set(list.map { $0.role == .inspected ? $0.about.name : $0.owner.name })
      let roles = Set(list.map { $0.role.label[language] }).sorted().joined(
        separator: language.separator)
      let key = world.snapshot.key(of: person.code)
      return [
        Line(person.name), Line("\(list.count)", .warning),
        Line("\(roles)  \(teams.sorted().joined(separator: language.separator))", .dim),
        Line(list.first?.day.text ?? "", .dim),
        key == nil
          ? Line(Phrase("无密钥", "無密鑰", "none")[language], .warning)
          : Line(
            world.snapshot.isAgent(person.code) ? "agent" : Phrase("口令", "口令", "PIN")[language],
            .dim),
      ]
    case .review(let waiting):
      return [
        Line(Phrase("派出所民警", "派出所民警", "An officer")[language]), Line("1", .warning),
        Line(
          Phrase("复核拒签", "複核拒簽", "review a refusal")[language] + "  \(waiting.about.name)", .dim
        ),
        Line(waiting.day.text, .dim), Line([]),
      ]
    case .nobody(let waiting):
      return [
        Line("?", .warning), Line("1", .warning),
        Line(
          Phrase("没有队长", "沒有隊長", "nobody leads")[language] + "  \(waiting.about.name)", .warning
        ),
        Line(waiting.day.text, .dim), Line([]),
      ]
    case .close(let day, let books):
      return [
        Line(world.officer?.name ?? ""), Line("\(books)", .dim),
        Line(ActionName.closeDay.phrase[language], .dim), Line(day.text, .dim), Line([]),
      ]
    }
  }
}
