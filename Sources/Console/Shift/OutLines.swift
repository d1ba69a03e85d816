import Patrol
import Records
import Terminal
import Wording

/// The patrols that are out, who is due first on top.
struct OutLines {
  let world: World

  var lines: [Line] {
    let out = world.snapshot.underway.sorted { ($0.due, $0.team.code) < ($1.due, $1.team.code) }
    let width = out.map(\.team.name.cells).max() ?? 0
    return [Line(Phrase.outNow(out.count)[world.language], .bold)] + out.map { line($0, width) }
  }

  private func line(_ patrol: Underway, _ width: Int) -> Line {
    let now = world.now.moment
    let isOver = now > patrol.due
    let state = isOver ? Phrase.overdue(now - patrol.due) : Phrase.out(max(0, now - patrol.from))
    let role: Role = isOver ? .urgent : .underway
    let name = patrol.team.name + String(repeating: " ", count: width - patrol.team.name.cells)
    return Line([
      Span(world.glyphs.underway + " ", role), Span(name + "  ", .plain),
      Span("\(patrol.from.clock)-", .dim),
      Span(Phrase.dueBack(patrol.due.clock)[world.language] + "  ", .plain),
      Span(state[world.language], role),
    ])
  }
}

extension Phrase {
  fileprivate static func outNow(_ count: Int) -> Phrase {
    count == 0
      ? Phrase("没有在巡的队伍", "沒有在巡的隊伍", "No patrol is out")
      : Phrase("在巡 \(count) 队", "在巡 \(count) 隊", "Patrols out: \(count)")
  }

  fileprivate static func dueBack(_ clock: String) -> Phrase {
    Phrase(" 应归 \(clock)", " 應歸 \(clock)", " due \(clock)")
  }
}
