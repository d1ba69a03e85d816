import Patrol
import Wording

/// A first night in the demo, a dozen things to do one after the other: each is done when it shows that it
/// was, and the next one is told.
///
/// A value that looks at the console and changes nothing of it.
struct Guide: Sendable {
  enum Step: Int, CaseIterable, Sendable {
    case todo, home, out, record, telephone, page, correct, inspect, sign, search, lock, roster
  }

  /// What is counted: a step is done when there is one more of it.
  private struct Counts: Sendable {
    let out, patrols, corrected, inspections, waiting: Int

    init(_ world: World) {
      out = world.snapshot.underway.count
      let ledger = world.working.ledger
      patrols = ledger?.patrols.count ?? 0
      corrected = ledger?.entries.reduce(0) { $0 + $1.amendments.count } ?? 0
      inspections = ledger?.inspections.count ?? 0
      waiting = world.waiting.count
    }
  }

  /// The one that is told now; nil once all are done.
  private(set) var step: Step? = .todo
  /// How much there was when it was told first.
  private var before: Counts

  init(in world: World) { before = Counts(world) }

  /// Goes on where what is told has been done.
  mutating func look(at screens: [any Screen], in world: World) {
    while let step, isDone(step, screens, world) {
      self.step = Step(rawValue: step.rawValue + 1)
      before = Counts(world)
    }
  }

  private func isDone(_ step: Step, _ screens: [any Screen], _ world: World) -> Bool {
    let now = Counts(world)
    return switch step {
    case .todo: screens.contains { $0 is TodayScreen }
    case .home: screens.count == 1
    case .out: now.out > before.out
    case .record, .telephone: now.patrols > before.patrols
    case .page: screens.contains { $0 is PageScreen }
    case .correct: now.corrected > before.corrected
    case .inspect: now.inspections > before.inspections
    case .sign: now.waiting < before.waiting
    case .search: screens.contains { $0 is SearchScreen }
    case .roster: screens.contains { $0 is RosterScreen }
    case .lock: screens.contains { $0 is ShiftScreen }
    }
  }
}

extension Guide.Step {
  /// What to do next, with the keys.
  var told: Phrase {
    switch self {
    case .todo: Phrase("按 0 看有什么要办", "按 0 看有什麼要辦", "0 shows what is to be done")
    case .home: Phrase("按 Esc 回到首页", "按 Esc 回到首頁", "Esc leads home")
    case .out:
      Phrase(
        "选一支没出巡的队，F5 F10 登记出巡", "選一支沒出巡的隊，F5 F10 登記出巡", "A team that isn't out, F5 F10: it goes out"
      )
    case .record: Phrase("F2 记一次巡逻，F10 保存", "F2 記一次巡邏，F10 儲存", "F2 a patrol, F10 saves")
    case .telephone: Phrase("F2 F2 一行记一个电话", "F2 F2 一行記一個電話", "F2 F2: a call in one line")
    case .page: Phrase("按 2，Enter 打开一页", "按 2，Enter 開啟一頁", "2 and Enter open a page")
    case .correct: Phrase("F4 更正这一页，F10", "F4 更正這一頁，F10", "F4 corrects it, F10")
    case .inspect: Phrase("F3 记一次检查，F10", "F3 記一次檢查，F10", "F3 an inspection, F10")
    case .sign: Phrase("F8 签字，口令 246810", "F8 簽字，口令 246810", "F8 signs, PIN 246810")
    case .search: Phrase("C-f 全库查找，如 路灯", "C-f 全庫查找，如 路燈", "C-f searches all, as 路灯")
    case .roster: Phrase("按 8 看勤务对照实际", "按 8 看勤務對照實際", "8: the roster beside fact")
    case .lock: Phrase("F12 锁定，口令再开", "F12 鎖定，口令再開", "F12 locks; the PIN opens")
    }
  }

  /// `引导 3/12`.
  var number: Phrase {
    let place = "\(rawValue + 1)/\(Self.allCases.count)"
    return Phrase("引导 \(place)", "引導 \(place)", "Guide \(place)")
  }
}

extension Phrase {
  static let guideOver = Phrase(
    "引导走完了，其余按 F1。C-p 可再来一遍。", "引導走完了，其餘按 F1。C-p 可再來一遍。",
    "That was the guide; F1 tells the rest. C-p begins it again.")
  static let guideSkipped = Phrase(
    "不再引导；要再来，C-p 选“引导”。", "不再引導；要再來，C-p 選「引導」。",
    "No more guiding; C-p, then “Guide” begins it again.")
  static let guideOnlyInDemo = Phrase(
    "引导只在演示里：xunfang demo 目录。", "引導只在演示裡：xunfang demo 目錄。",
    "The guide is for the demo: xunfang demo DIRECTORY.")
}
