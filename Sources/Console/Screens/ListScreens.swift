import Patrol
import Records
import Terminal
import Wording

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
