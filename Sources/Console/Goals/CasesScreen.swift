import Patrol
import Records
import Terminal
import Wording

/// The incidents behind a figure, the newest first, each with the teams that were out there at the time.
struct CasesScreen: Screen {
  enum Action: Hashable { case step(Step), open, edit, new, back }

  static let title = Phrase("案事件依据", "案事件依據", "Incidents behind a figure")
  static let purpose = Phrase(
    "一个数字是由哪些案事件来的，当时当地有几队在巡（按记录簿起止）。Enter 看登记，F4 修改，F6 另记一起。",
    "一個數字是由哪些案事件來的，當時當地有幾隊在巡（按記錄簿起止）。Enter 看登記，F4 修改，F6 另記一起。",
    "The incidents that a figure is made of, and how many teams were out there at the time, by their books. Enter shows the record, F4 changes it, F6 records another."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .open, .open, hint: true),
      Binding(.f(4), .character("e"), does: .edit, .edit, hint: true),
      Binding(.f(6), .insert, .character("n"), does: .new, .newIncident, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  let choice: CaseChoice
  private var rows = Cursor()
  /// When teams were out; nil until it was read.
  private var times: PatrolTimes?

  init(_ choice: CaseChoice) { self.choice = choice }

  var request: Effect { .start(.patrolTimes(Cover.read(for: choice.days))) }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    switch event {
    case .action(let action): return act(action, in: world)
    case .progress(.brought(let times as PatrolTimes)): self.times = times
    case .progress(.failed(let notice)): return [.complain(notice)]
    case .outcome, .text, .paste, .progress, .tick: break
    }
    return []
  }

  private mutating func act(_ action: Action, in world: World) -> [Effect] {
    let cases = choice.facts(in: world.snapshot)
    let chosen = cases.isEmpty ? nil : cases[min(rows.index, cases.count - 1)]
    let code = chosen.flatMap { world.snapshot.incident($0)?.code }
    switch action {
    case .step(let step):
      rows.move(step, count: cases.count, shown: shown(for: step, in: world))
    case .open: return [code.map { .open(.record(.incidents, code: $0)) } ?? .say(.noCases)]
    case .edit:
      return [
        code.map { .open(.recordForm(.incidents, code: $0, scope: nil)) } ?? .say(.noCases)
      ]
    case .new:
      return [.open(.recordForm(.incidents, code: nil, scope: choice.unit.map { .unit($0) }))]
    case .back: return [.stop(.listing), .close]
    }
    return []
  }

  func view(in world: World) -> any Block {
    let (cases, language) = (choice.facts(in: world.snapshot), world.language)
    return VStack {
      HeaderBar(world: world)
      Panel(
        Line("6 \(choice.title(in: world.snapshot)[language])", .titleFocus),
        note: note(cases, world), isFocused: true,
        glyphs: world.glyphs
      ) {
        Table(
          [
            .init(Phrase("时间", "時間", "Time")[language], .cells(11)),
            .init(Phrase("类别", "類別", "Category")[language], .share(2)),
            .init(Phrase("单位", "單位", "Unit")[language], .share(2)),
            .init(Phrase("在巡", "在巡", "Out")[language], .cells(4), isRight: true),
            .init(Phrase("路段", "路段", "Section")[language], .share(2), from: 96),
            .init(Phrase("简要情况", "簡要情況", "What happened")[language], .share(4)),
          ], count: cases.count,
          selected: cases.isEmpty ? nil : min(rows.index, cases.count - 1), isFocused: true,
          empty: Phrase.noCases[language]
        ) { index in
          guard let one = world.snapshot.incident(cases[index]) else { return [] }
          let isOpen = choice.goal.map(cases[index].isUnjudged(for:)) ?? false
          return [
            Line(one.from.brief, .dim),
            Line(one.category.label[language])
              + (isOpen ? Line(" " + Phrase.notJudged[language], .warning) : Line([])),
            Line(world.snapshot.unitName(one.unit)), out(one, world),
            Line(one.section, .dim), Line(one.what),
          ]
        }
      }
    }
  }

  /// How many there are, and of how many nobody has judged whether the goal counts them.
  private func note(_ cases: [IncidentFacts.Fact], _ world: World) -> Line {
    let open = choice.goal.map { goal in cases.count { $0.isUnjudged(for: goal) } } ?? 0
    let count = Line(Phrase.count(cases.count)[world.language], .dim)
    return open == 0
      ? count : Line(Phrase.notJudged(open)[world.language], .warning) + Line("  ") + count
  }

  /// How many teams were out there at the time.
  private func out(_ incident: Incident, _ world: World) -> Line {
    guard let times else { return Line(world.glyphs.more, .dim) }
    let out = world.snapshot.teamsOut(at: incident, times, now: world.now.moment)
    let mark = times.isWhole ? "" : "?"
    return Line("\(out.count)\(mark)", out.isEmpty ? .warning : .plain)
  }
}

extension Snapshot {
  /// The teams that patrolled where an incident happened while it did.
  ///
  /// - Parameter now: up to when a patrol that is still out is known to be.
  func teamsOut(at incident: Incident, _ times: PatrolTimes, now: Moment) -> [Team] {
    let (from, to) = (incident.from, incident.to ?? incident.from)
    let stillOut = underway.filter { $0.from <= to && from <= now }.map(\.team.code)
    return times.teams(from: from, to: to).union(stillOut).compactMap { team($0) }
      .filter { patrols($0, in: incident.unit) }
  }
}

extension Phrase {
  fileprivate static let notJudged = Phrase("未判", "未判", "not judged")
  fileprivate static func notJudged(_ count: Int) -> Phrase {
    Phrase("其中未判 \(count)，不计入", "其中未判 \(count)，不計入", "\(count) not judged and not counted:")
  }
  fileprivate static let noCases = Phrase(
    "这些天没有这样的案事件。", "這些天沒有這樣的案事件。", "There is no such incident in these days.")
}
