import Patrol
import Records
import Terminal
import Wording

/// The goal board: the nine goals of the order, each with its figure, last year's, its state and the rule it is
/// judged by (R3).
struct GoalsScreen: Screen {
  enum Action: Hashable { case step(Step), open, new, registers, back }

  static let title = ActionName.goals.phrase
  static let purpose = Phrase(
    "专项的九项目标：本期件数、去年同期、状态和判定办法。Enter 看这一项的案事件；F6 记一起；* 案事件、去年基数和零申报登记。",
    "專項的九項目標：本期件數、去年同期、狀態和判定辦法。Enter 看這一項的案事件；F6 記一起；* 案事件、去年基數和零申報登記。",
    "The nine goals of the campaign: cases so far, the same days last year, the state and the rule. Enter shows a goal's incidents, F6 records one, * leads to incidents, figures of last year and zero declarations."
  )
  static let keys: [Binding<Action>] =
    [
      Binding(.enter, does: .open, .open, hint: true),
      Binding(.f(6), .insert, .character("n"), does: .new, .newIncident, hint: true),
      Binding(.character("*"), .character("m"), does: .registers, .goalRegisters, hint: true),
      Binding(.escape, .left, does: .back, .back, hint: true),
    ] + Binding<Action>.steps { .step($0) }

  /// The unit whose figures are shown; nil is everywhere.
  let unit: String?
  private var rows = Cursor()

  init(unit: String?) { self.unit = unit }

  var scope: Scope? { unit.map { .unit($0) } }
  var row: Int { min(rows.index, Goal.allCases.count - 1) }

  mutating func update(_ event: Event<Action>, in world: World) -> [Effect] {
    guard case .action(let action) = event else { return [] }
    switch action {
    case .step(let step):
      rows.move(step, count: Goal.allCases.count, shown: shown(for: step, in: world))
    case .open:
      let goal = Goal.allCases[row]
      return [
        goal.isDeclared
          ? .open(.registers(.declarations, scope: scope))
          : .open(
            .cases(.goal(goal, unit: unit, GoalSpan(world.snapshot, on: world.day).now)))
      ]
    case .new: return [.open(.recordForm(.incidents, code: nil, scope: scope))]
    case .registers: return [.open(.registers(.incidents, scope: scope))]
    case .back: return [.stop(.listing), .close]
    }
    return []
  }
}
