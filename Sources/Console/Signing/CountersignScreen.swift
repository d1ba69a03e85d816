import Patrol
import Records
import Terminal
import Wording

/// What waits for one person: each page is opened and seen, then all that were seen are signed in one
/// go, under one PIN.
struct CountersignScreen: Screen {
  enum Action: Hashable { case up, down, pageUp, pageDown, first, last, sign, refuse, back }

  static let title = ActionName.countersign.phrase
  static let purpose = Phrase(
    "一个人名下待签的各页，看一页算一页。逐页看过，按签已看的，输入一次口令全部签好。",
    "一個人名下待簽的各頁，看一頁算一頁。逐頁看過，按簽已看的，輸入一次口令全部簽好。",
    "The pages that wait for one person, who looks at one after the other and then signs all those seen with one PIN."
  )
  static let keys: [Binding<Action>] = [
    Binding(.f(8), .f(10), .enter, does: .sign, .signSeen, hint: true),
    Binding(.down, does: .down, .down, hint: true),
    Binding(.pageDown, does: .pageDown, .pageDown, hint: true),
    Binding(.f(6), does: .refuse, .refuse, hint: true),
    Binding(.escape, .left, does: .back, .back, hint: true),
    Binding(.up, does: .up, .up),
    Binding(.pageUp, does: .pageUp, .pageUp),
    Binding(.home, does: .first, .first),
    Binding(.end, does: .last, .last),
  ]

  let person: String
  /// Those of the pages that were marked; all without it.
  private let only: Set<PageID>?
  private var index = 0
  private var scroll = Scroll()
  /// Pages whose end was on the screen, and what stood there: only that is signed.
  private var seen: [PageID: PageReference] = [:]

  init(_ person: String, only: Set<PageID>? = nil) { (self.person, self.only) = (person, only) }

  var isTyping: Bool { true }

  func hints(in world: World) -> [KeyLine] {
    items(world).isEmpty ? keyLines.filter { $0.name == .back } : keyLines
  }

  private func items(_ world: World) -> [Waiting] {
    world.waiting.filter { $0.person?.code == person && only?.contains($0.page) != false }
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    noteSeen(world)
    let effects = handle(event, in: world)
    switch event {
    case .text, .action: return effects.isEmpty ? bringChosen(in: world) : effects
    case .paste, .outcome, .progress, .tick: return effects
    }
  }

  /// The list may have become shorter, so that a page of another day is chosen.
  private func bringChosen(in world: World) -> [Effect] {
    let items = items(world)
    guard items.indices.contains(index), world.ledger?.page(items[index].page) == nil else {
      return []
    }
    return [.lookAt(items[index].day)]
  }

  private mutating func handle(_ event: Event<Action>, in world: World) -> [Effect] {
    // A PIN that is typed too early is no key of anything.
    if case .text = event { return [.say(.signFirst)] }
    guard case .action(let action) = event else { return [] }
    let items = items(world)
    switch action {
    case .up: return go(to: index - 1, items)
    case .down: return go(to: index + 1, items)
    case .first: return go(to: 0, items)
    case .last: return go(to: items.count - 1, items)
    case .pageUp: scroll.move(.pageUp, shown(in: world))
    case .pageDown:
      scroll.move(.pageDown, shown(in: world))
      noteSeen(world)
    case .sign: return sign(items, in: world)
    case .refuse: return refuse(items, in: world)
    case .back: return [.close]
    }
    return []
  }

  /// The chosen page is not signed, and that is said; back from it, it is no longer in the list.
  private func refuse(_ items: [Waiting], in world: World) -> [Effect] {
    guard items.indices.contains(index) else { return [.say(.nothingWaits)] }
    guard items[index].role == .inspected else { return [.say(.onlyTheyRefuse)] }
    guard seen[items[index].page] != nil else { return [.say(.seeToTheEnd)] }
    return [.open(.refusal(items[index].page))]
  }

  private mutating func go(to place: Int, _ items: [Waiting]) -> [Effect] {
    index = max(0, min(items.count - 1, place))
    scroll = Scroll()
    // The page is read with its day.
    return items.indices.contains(index) ? [.lookAt(items[index].day)] : []
  }

  /// A page is seen when it stands on the screen to its last line.
  private mutating func noteSeen(_ world: World) {
    let items = items(world)
    index = max(0, min(items.count - 1, index))
    // What was corrected since is seen anew.
    for (id, wording) in seen {
      if let page = world.ledger?.page(id), page.newest != wording { seen[id] = nil }
    }
    if let page = whole(items, world) { seen[page.page.id] = page.newest }
  }

  /// The chosen page, if it is on the screen to its last line.
  private func whole(_ items: [Waiting], _ world: World) -> LedgerPage? {
    guard items.indices.contains(index), let page = world.ledger?.page(items[index].page),
      world.shown(by: panel(items, seen: Set(seen.keys), world)).isAtEnd
    else { return nil }
    return page
  }

  private func sign(_ items: [Waiting], in world: World) -> [Effect] {
    guard !items.isEmpty else { return [.say(.nothingWaits)] }
    let ready = items.filter { seen[$0.page] != nil }
    guard let signer = ready.first?.person else { return [.say(.seeToTheEnd)] }
    let left = items.count - ready.count
    let pages = Set(ready.map(\.page))
    let task = SigningTask.items(
      ready.map { .init($0.page, $0.role) }, by: signer,
      seen: seen.filter { pages.contains($0.key) })
    return [.open(.sign(task))]
      + (left > 0
        ? [
          .say(
            Phrase(
              "还有 \(left) 件没看，不在其中。", "還有 \(left) 件沒看，不在其中。", "\(left) not seen yet are left out."))
        ] : [])
  }

  // MARK: View

  private func listHeight(_ count: Int, _ world: World) -> Int {
    min(count + 1, world.share(1, of: 3, beside: 5, least: 3))
  }

  private func lines(_ waiting: Waiting, _ world: World) -> [Line] {
    guard let page = world.ledger?.page(waiting.page) else { return [] }
    return PageText(page: page, world: world).lines(width: min(world.size.width - 4, 96))
  }

  func view(in world: World) -> any Block {
    let items = items(world)
    let shown = whole(items, world).map { [$0.page.id] } ?? []
    return panel(items, seen: Set(seen.keys).union(shown), world)
  }

  private func panel(_ items: [Waiting], seen: Set<PageID>, _ world: World) -> any Block {
    let at = max(0, min(index, items.count - 1))
    let name = world.snapshot.person(person)?.name ?? person
    let lines = items.indices.contains(at) ? self.lines(items[at], world) : []
    let done = items.count { seen.contains($0.page) }
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line("\(Self.title[world.language]) \(world.glyphs.more) \(name)", .titleFocus),
        note: Line(
          Phrase(
            "已看 \(done)/\(items.count)", "已看 \(done)/\(items.count)", "seen \(done)/\(items.count)")[
              world.language], done == items.count ? .dim : .warning),
        isFocused: true, glyphs: world.glyphs
      ) {
        Table(
          [
            .init("", .cells(1)),
            .init(Phrase.inspectedTeam[world.language], .share(2)),
            .init(Phrase("巡防日", "巡防日", "Day")[world.language], .cells(10)),
            .init(Phrase("身份", "身份", "As")[world.language], .share(1)),
            .init("№", .cells(5), isRight: true),
          ],
          count: items.count, selected: items.isEmpty ? nil : at, isFocused: true,
          empty: Phrase.nothingWaits[world.language]
        ) { row in
          let waiting = items[row]
          return [
            Line(seen.contains(waiting.page) ? world.glyphs.check : " ", .good),
            Line(waiting.about.name), Line(waiting.day.text, .dim),
            Line(waiting.role.label[world.language], .dim), Line("\(waiting.page.number)", .dim),
          ]
        }.height(.cells(listHeight(items.count, world)))
        RuleLine(glyphs: world.glyphs)
        Padded(block: ReadLines(top: scroll.top, lines: lines))
      }
    }
  }
}

extension Phrase {
  fileprivate static let signFirst = Phrase(
    "看完各页按 F8，再输口令。", "看完各頁按 F8，再輸口令。", "See the pages, press F8, then type the PIN.")
}
