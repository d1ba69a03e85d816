import Patrol
import Records
import Terminal
import Wording

/// One page whole, as it prints, with what was struck out and by whom.
struct PageScreen: Screen {
  enum Action: Hashable {
    case up, down, pageUp, pageDown, first, correct, void, sign, refuse, hands, back
  }

  static let title = Phrase("一页记录", "一頁記錄", "A page")
  static let keys: [Binding<Action>] = [
    Binding(.f(4), .character("e"), does: .correct, .edit, hint: true),
    Binding(.f(8), .character("s"), does: .sign, .sign, hint: true),
    Binding(.delete, .character("x"), does: .void, .void, hint: true),
    Binding(.enter, does: .hands, .fingerprints, hint: true),
    Binding(.escape, .left, does: .back, .back, hint: true),
    Binding(.f(6), does: .refuse, .refuse),
    Binding(.up, .character("k"), does: .up, .up),
    Binding(.down, .character("j"), does: .down, .down),
    Binding(.pageUp, does: .pageUp, .pageUp),
    Binding(.pageDown, does: .pageDown, .pageDown),
    Binding(.home, does: .first, .first),
  ]

  /// Of a correction or a signature, the entry it is about is shown.
  let id: PageID
  private var scroll = Scroll()
  /// Whether each signature is shown with its key's fingerprint and what entitles to it.
  private var showsHands = false

  init(id: PageID) { self.id = id }

  /// A page that does not count, or that nobody can tell of, is only read.
  func hints(in world: World) -> [KeyLine] {
    guard world.ledger?.entry(with: id)?.isSound == false else { return keyLines }
    return keyLines.filter { ![.edit, .sign, .void].contains($0.name) }
  }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    guard case .action(let action) = event else { return [] }
    switch action {
    case .hands: showsHands.toggle()
    case .up: scroll.move(.up, shown(in: world))
    case .down: scroll.move(.down, shown(in: world))
    case .pageUp: scroll.move(.pageUp, shown(in: world))
    case .pageDown: scroll.move(.pageDown, shown(in: world))
    case .first: scroll.move(.first, shown(in: world))
    case .correct: return entry(in: world).map { [.turnTo(.correction($0))] } ?? []
    case .void: return entry(in: world).map { [.turnTo(.void($0))] } ?? []
    case .sign: return sign(in: world)
    case .refuse:
      let entry = world.ledger?.entry(with: id)
      return entry?.missing == .inspected
        ? [.open(.refusal(entry?.page.id ?? id))] : [.say(.onlyTheyRefuse)]
    case .back: return [.close]
    }
    return []
  }

  private func entry(in world: World) -> PageID? { world.ledger?.entry(with: id)?.page.id }

  private func sign(in world: World) -> [Effect] {
    guard let page = world.ledger?.entry(with: id) else { return [] }
    let id = page.page.id
    guard page.isSound else { return [.complain(SigningRefusal.notSound(id.number).notice)] }
    if page.missing == .reviewer { return [.open(.review(id))] }
    guard SigningTask.page(id).turn(in: world) != nil else {
      return [.say(Phrase("这一页没有待签的。", "這一頁沒有待簽的。", "Nothing is unsigned on this page."))]
    }
    return [.open(.sign(.page(id)))]
  }

  func view(in world: World) -> any Block {
    let book = world.snapshot.kinds.page(in: id.book.kind)?.layout.title ?? .patrolBook
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(
          "\(book[world.language]) \(world.glyphs.more) \(world.snapshot.team(id.book.owner)?.name ?? id.book.owner) \(world.glyphs.more) \(id.year)",
          .titleFocus),
        note: Line("№\(id.number)", .bold), isFocused: true, glyphs: world.glyphs
      ) {
        PageBlock(id: id, top: scroll.top, showsHands: showsHands, world: world)
      }
    }
  }
}

/// The entry of a page, once its day was read.
struct PageBlock: Block {
  let id: PageID
  let top: Int
  var showsHands = false
  let world: World

  func draw(in area: Rect, on surface: inout Surface) {
    let room = area.inset(2, 0)
    guard let page = world.ledger?.entry(with: id) else {
      surface.caret = Point(room.x, room.y)
      surface.write(Phrase.reading[world.language], in: room, role: .dim)
      return
    }
    let lines = PageText(page: page, world: world, showsHands: showsHands)
      .lines(width: min(room.width, 96))
    ReadLines(top: top, lines: lines).draw(in: room, on: &surface)
    surface.caret = Point(room.x, room.y)
  }
}

/// All that is missing, due or overdue; Enter goes to the place that puts it right.
struct TodayScreen: Screen {
  typealias Action = ListAction
  static let title = Phrase.toDo
  static let keys: [Binding<ListAction>] =
    [
      Binding(.enter, does: .open, .goThere, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<ListAction>.steps { .step($0) }

  var cursor = Cursor()

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    guard case .action(let action) = event else { return [] }
    let count = world.findings.count
    if cursor.move(action, count: count, shown: shown(for: action, in: world)) { return [] }
    guard action == .open else { return [.close] }
    guard world.findings.indices.contains(cursor.index) else {
      return [.say(world.isStillLooking ? .reading : .nothingToDo)]
    }
    switch world.findings[cursor.index].place {
    case .team(let team, let day): return [.turnTo(.patrolForm(team: team, day: day, from: nil))]
    case .members(let team): return [.turnTo(.registers(.members, scope: .team(team)))]
    case .register(let kind, let code): return [.turnTo(.record(kind, code: code))]
    case .registers(let kind, let scope):
      return [.turnTo(.registers(kind, scope: scope.map { .team($0) }))]
    case .erase: return [.run(.eraseDue)]
    case .roster(let team, let day): return [.turnTo(.roster(scope: .team(team), day: day))]
    case .merge(let kind, let code): return [.turnTo(.merge(kind, code: code))]
    case .page(let id, let day): return [.open(.page(id), on: day)]
    case .underway(let team):
      let from = world.snapshot.underway(of: team)?.from
      return [.turnTo(.patrolForm(team: team, day: nil, from: from))]
    case .inspect(let team): return [.turnTo(.inspectionForm(team: team))]
    case .file: return [.complain(.mendFile(world.findings[cursor.index].text))]
    }
  }

  func view(in world: World) -> any Block {
    let cursor = cursor
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line("0 " + Phrase.toDo[world.language], .titleFocus),
        note: Line(FindingTable.count(world), .dim), isFocused: true,
        glyphs: world.glyphs
      ) {
        FindingTable(
          findings: world.findings,
          selected: world.findings.isEmpty ? nil : min(cursor.index, world.findings.count - 1),
          isFocused: true, world: world)
      }
    }
  }
}
