import Patrol
import Records
import Wording

/// What can be done with the chosen records of a register beside editing them.
struct RegisterActs {
  private let screen: RegistersScreen
  private let world: World

  init(_ screen: RegistersScreen, _ world: World) { (self.screen, self.world) = (screen, world) }

  private var kind: RegisterKind { screen.kind }
  private var codes: [String] { screen.chosen(in: world) }

  /// What is most often done with a record of this kind (`F5`); nil where nothing is.
  static func usualName(_ kind: RegisterKind) -> ActionName? {
    switch kind.layout.usual {
    case .today(_, let called, let pinyin): ActionName(called, pinyin)
    case .signsToday: .deputy
    case .inspected: .recordInspection
    case nil: nil
    }
  }

  var usual: [Effect] {
    guard let first = codes.first else { return screen.nothingChosen(in: world) }
    switch kind.layout.usual {
    case .today(let column, _, _): return [set([column.name: world.today.text])]
    case .signsToday:
      guard codes.count == 1 else { return [.say(.oneAtATime)] }
      let team = world.snapshot.member(first)?.team ?? ""
      return [.open(.deputy(team: team))]
    case .inspected:
      guard codes.count == 1 else { return [.say(.oneAtATime)] }
      return [.open(.inspectionForm(team: first))]
    case nil: return [.say(Phrase("这里没有用处。", "這裡沒有用處。", "Nothing to do here."))]
    }
  }

  private func set(_ texts: [String: String]) -> Effect {
    .perform(.change(RegisterStep(setting: texts, of: codes, in: kind, world.snapshot)))
  }

  /// What ends, and when, is asked before.
  var end: [Effect] {
    guard kind.hasEnd else { return [.say(.hasNoEnd)] }
    guard !codes.isEmpty else { return screen.nothingChosen(in: world) }
    return [.open(.ending(kind, codes: codes.sorted()))]
  }

  /// Two that are marked, side by side; for one, what takes its place is picked first.
  var merge: [Effect] {
    guard kind.canMerge else { return [.say(.cantMerge)] }
    guard let first = codes.first else { return screen.nothingChosen(in: world) }
    switch codes.count {
    case 1: return [.open(.merge(kind, code: first))]
    case 2: return [.open(.merging(kind, code: codes[1], into: first))]
    default: return [.say(.twoAtMost)]
    }
  }

  /// Equipment against headcount, as far as the list reaches.
  var totals: [Effect] {
    guard kind == .equipment else {
      return [
        .say(
          Phrase("对照表只用于装备。", "對照表只用於裝備。", "Only equipment is held against headcount."))
      ]
    }
    return [.open(.equipmentTotals(scope: screen.rows.scope))]
  }

  var split: [Effect] {
    guard kind == .units else {
      return [.say(Phrase("拆分只用于单位。", "拆分只用於單位。", "Only units can be split."))]
    }
    guard let unit = codes.first else { return screen.nothingChosen(in: world) }
    guard codes.count == 1 else { return [.say(.oneAtATime)] }
    return [.open(.split(unit: unit))]
  }
}

extension ActionName {
  /// What somebody does to a record, and nobody to one that says what the program did.
  static let byHand: Set<ActionName> = [
    .new, .edit, .end, .markOne, .markAll, .merge, .importTable,
  ]
}

extension Phrase {
  static let hasNoEnd = Phrase("这类登记没有停用日。", "這類登記沒有停用日。", "These records do not end.")
  static let oneAtATime = Phrase(
    "这件事一次只能办一条：按 Esc 去掉标记。", "這件事一次只能辦一條：按 Esc 去掉標記。",
    "This is done one at a time: Esc drops the marks.")
  static let twoAtMost = Phrase(
    "合并一次两条：请只标两条。", "合併一次兩條：請只標兩條。", "Two records are merged at a time: mark two.")
  static let chooseFirst = Phrase("先选定一行。", "先選定一行。", "Choose a line first.")
}
