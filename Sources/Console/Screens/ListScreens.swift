import Patrol
import Records
import Terminal
import Wording

/// Keys that every plain list has.
enum ListAction: Hashable {
  case up, down, pageUp, pageDown, first, last, open, edit, new, deputy, back
}

extension Binding where Action == ListAction {
  static let moving: [Binding<ListAction>] = [
    Binding(.up, .character("k"), does: .up, .up),
    Binding(.down, .character("j"), does: .down, .down),
    Binding(.pageUp, does: .pageUp, .pageUp),
    Binding(.pageDown, does: .pageDown, .pageDown),
    Binding(.home, does: .first, .first),
    Binding(.end, does: .last, .last),
  ]
}

/// Which line of a list is chosen.
struct Cursor: Hashable, Sendable {
  private(set) var index = 0

  /// Moves for an action; false for one that does not move.
  mutating func move(_ action: ListAction, count: Int, page: Int) -> Bool {
    switch action {
    case .up: index -= 1
    case .down: index += 1
    case .pageUp: index -= page
    case .pageDown: index += page
    case .first: index = 0
    case .last: index = count - 1
    case .open, .edit, .new, .deputy, .back: return false
    }
    index = max(0, min(count - 1, index))
    return true
  }

  mutating func reset() { index = 0 }
}

/// One page whole, as it prints, with what was struck out and by whom.
struct PageScreen: Screen {
  enum Action: Hashable {
    case up, down, pageUp, pageDown, first, correct, void, sign, refuse, back
  }

  static let title = Phrase("一页记录", "一頁記錄", "A page")
  static let keys: [Binding<Action>] = [
    Binding(.f(4), .character("e"), does: .correct, .edit, hint: true),
    Binding(.f(8), .character("s"), does: .sign, .sign, hint: true),
    Binding(.delete, .character("x"), does: .void, .void, hint: true),
    Binding(.escape, .left, does: .back, .back, hint: true),
    Binding(.f(6), does: .refuse, .refuse),
    Binding(.up, .character("k"), does: .up, .up),
    Binding(.down, .character("j"), does: .down, .down),
    Binding(.pageUp, does: .pageUp, .pageUp),
    Binding(.pageDown, does: .pageDown, .pageDown),
    Binding(.home, does: .first, .first),
  ]

  let id: PageID
  var top = 0

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    guard case .action(let action) = event else { return [] }
    switch action {
    case .up: top = max(0, top - 1)
    case .down: top += 1
    case .pageUp: top = max(0, top - 10)
    case .pageDown: top += 10
    case .first: top = 0
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
    if page.missing == .reviewer { return [.open(.review(id))] }
    guard SigningTask.page(id).turn(in: world) != nil else {
      return [.say(Phrase("这一页没有待签的。", "這一頁沒有待簽的。", "Nothing is unsigned on this page."))]
    }
    return [.open(.sign(.page(id)))]
  }

  func view(in world: World) -> any Block {
    let book = id.book.kind == .patrol ? Phrase.patrolBook : .inspectionBook
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(
          "\(book[world.language]) \(world.glyphs.more) \(world.library.team(id.book.owner)?.name ?? id.book.owner) \(world.glyphs.more) \(id.year)",
          .titleFocus),
        note: Line("№\(id.number)", .bold), isFocused: true, glyphs: world.glyphs
      ) {
        PageBlock(id: id, top: top, world: world)
      }
    }
  }
}

struct PageBlock: Block {
  let id: PageID
  let top: Int
  let world: World

  func draw(in area: Rect, on surface: inout Surface) {
    let room = area.inset(2, 0)
    guard let page = world.ledger?.entry(with: id) else {
      surface.caret = Point(room.x, room.y)
      surface.write(Phrase.reading[world.language], in: room, role: .dim)
      return
    }
    let lines = PageText(page: page, world: world).lines(width: min(room.width, 96))
    let first = max(0, min(top, lines.count - room.height))
    Lines(Array(lines.dropFirst(first))).draw(in: room, on: &surface)
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
    ] + Binding<ListAction>.moving

  var cursor = Cursor()

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    guard case .action(let action) = event else { return [] }
    if cursor.move(action, count: world.findings.count, page: world.size.height - 6) { return [] }
    guard action == .open else { return [.close] }
    guard world.findings.indices.contains(cursor.index) else { return [] }
    switch world.findings[cursor.index].place {
    case .team(let team, let day): return [.turnTo(.patrolForm(team: team, day: day, from: nil))]
    case .members(let team): return [.turnTo(.members(team: team))]
    case .page(let id, let day): return [.showDay(day), .turnTo(.page(id))]
    case .underway(let team):
      let from = world.library.underway(of: team)?.from
      return [.turnTo(.patrolForm(team: team, day: nil, from: from))]
    case .inspect(let team): return [.turnTo(.inspectionForm(team: team))]
    }
  }

  func view(in world: World) -> any Block {
    let cursor = cursor
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line("0 " + Phrase.toDo[world.language], .titleFocus),
        note: Line(Phrase.items(world.findings.count)[world.language], .dim), isFocused: true,
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

/// The members of one team.
struct MembersScreen: Screen {
  typealias Action = ListAction
  static let title = ActionName.members.phrase
  static let keys: [Binding<ListAction>] =
    [
      Binding(.f(6), .insert, .character("n"), does: .new, .new, hint: true),
      Binding(.enter, .f(4), .character("e"), does: .edit, .edit, hint: true),
      Binding(.f(5), does: .deputy, .deputy, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<ListAction>.moving

  let team: String
  var cursor = Cursor()

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    guard case .action(let action) = event else { return [] }
    let members = world.library.members(of: team)
    if cursor.move(action, count: members.count, page: world.size.height - 6) { return [] }
    switch action {
    case .new: return [.open(.memberForm(team: team, code: nil))]
    case .deputy: return [.open(.deputy(team: team))]
    case .edit where members.indices.contains(cursor.index):
      return [.open(.memberForm(team: team, code: members[cursor.index].code))]
    case .back: return [.close]
    default: return []
    }
  }

  func view(in world: World) -> any Block {
    let members = world.library.members(of: team)
    let name = world.library.team(team)?.name ?? team
    let floor = world.library.team(team).map(world.library.floor) ?? 0
    let labels = { (name: String) in Member.schema.column(name)?.label[world.language] ?? name }
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line(
          "\(ActionName.members.phrase[world.language]) \(world.glyphs.more) \(name)", .titleFocus),
        note: Line("\(members.count)/\(floor)", members.count < floor ? .warning : .dim),
        isFocused: true,
        glyphs: world.glyphs
      ) {
        Table(
          [
            .init(labels("Code"), .cells(11)), .init(labels("Name"), .share(3)),
            .init(labels("Post"), .cells(9)),
            .init(labels("Service"), .cells(9)), .init(labels("Background"), .share(2), from: 60),
            .init(labels("Phone"), .cells(12)), .init(labels("Since"), .cells(10), from: 70),
          ],
          count: members.count,
          selected: members.isEmpty ? nil : min(cursor.index, members.count - 1),
          isFocused: true,
          empty: Phrase("还没有队员。F6 新增。", "還沒有隊員。F6 新增。", "No members yet. F6 adds one.")[
            world.language]
        ) { index in
          let member = members[index]
          let note = CodePoint.brief(member.name, world.probe)
          return [
            Line(member.code, .dim),
            Line(world.isLatinOnly ? member.pinyin : member.name)
              + Line(note.isEmpty ? "" : " " + note, .dim),
            Line(member.post.label[world.language], member.post == .member ? .dim : .plain),
            Line(member.service.label[world.language], .dim),
            Line(
              member.background.map { world.codes.label("background", $0, world.language) } ?? "",
              .dim),
            Line(member.phone.map(Member.masked) ?? "", .dim), Line(member.since?.text ?? "", .dim),
          ]
        }
      }
    }
  }
}
