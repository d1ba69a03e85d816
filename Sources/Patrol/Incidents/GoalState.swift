import Wording

/// Whether a goal is met, by the rule that stands beside it.
package enum GoalState: Hashable, Sendable {
  /// Fewer than last year, by so many of a hundred where there are enough of them.
  case fell(percent: Int?)
  /// As many as last year: one more and it rises.
  case level
  case rose(percent: Int?)
  /// Whether it is met turns on so many cases that nobody has judged.
  case unjudged(Int)
  /// Nobody knows how many there were last year.
  case noBase
  case none
  case happened
  /// Units whose declaration for the last ten days is missing.
  case undeclared([String])
  case allDeclared
  /// Its township declares, and it does not.
  case declaredAbove
  /// No ten days of the campaign are over.
  case notDue
  /// Nobody has registered any incident.
  case notBegun

  /// Below so many cases no percentage says anything.
  package static let fewCases = 10

  /// - Parameter before: last year's; nil where nobody knows.
  init(_ now: Int, against before: Int?) {
    guard let before else {
      self = now == 0 ? .none : .noBase
      return
    }
    let share =
      min(now, before) >= Self.fewCases ? (abs(now - before) * 100 + before / 2) / before : 0
    // Less than half of a hundredth part is no percentage to tell.
    let percent = share > 0 ? share : nil
    if now < before {
      self = .fell(percent: percent)
    } else if now > before {
      self = .rose(percent: percent)
    } else {
      self = now == 0 ? .none : .level
    }
  }

  /// - Parameter unjudged: cases that may count as well, now and last year: a state that turns on them is none.
  init(_ now: Int, against before: Int?, unjudged: (now: Int, before: Int)) {
    let (low, high) = (
      GoalState(now, against: before.map { $0 + unjudged.before }),
      GoalState(now + unjudged.now, against: before)
    )
    let isSure = low.isMet == high.isMet && low.isBroken == high.isBroken
    self = isSure ? GoalState(now, against: before) : .unjudged(unjudged.now + unjudged.before)
  }

  package var isMet: Bool {
    switch self {
    case .fell, .none, .allDeclared: true
    default: false
    }
  }
  package var isBroken: Bool {
    switch self {
    case .rose, .happened: true
    default: false
    }
  }

  /// `同比下降 21%`.
  package func phrase(_ snapshot: Snapshot) -> Phrase {
    func percent(_ percent: Int?) -> String { percent.map { " \($0)%" } ?? "" }
    switch self {
    case .fell(let by):
      return Phrase("同比下降\(percent(by))", "同比下降\(percent(by))", "fell\(percent(by))")
    case .rose(let by):
      return Phrase("同比上升\(percent(by))", "同比上升\(percent(by))", "rose\(percent(by))")
    case .level: return Phrase("持平，再有1起即上升", "持平，再有1起即上升", "as last year; one more and it rises")
    case .unjudged(let count):
      return Phrase(
        "未判 \(count) 起，判了才知道", "未判 \(count) 起，判了才知道",
        "\(count) not judged; not known until then")
    case .noBase: return Phrase("去年同期不知", "去年同期不知", "last year not known")
    case .none: return Phrase("未发生", "未發生", "none")
    case .happened: return Phrase("已发生", "已發生", "it happened")
    case .allDeclared: return Phrase("零申报齐", "零申報齊", "all declared none")
    case .declaredAbove: return Phrase("由乡镇、街道申报", "由鄉鎮、街道申報", "its township declares")
    case .notDue: return Phrase("未到申报期", "未到申報期", "no declaration due yet")
    case .notBegun: return Phrase("案事件未登记", "案事件未登記", "no incident registered")
    case .undeclared(let units):
      let names = Phrase.first(3, of: units.map { snapshot.unitName($0) })
      return Phrase(
        "零申报缺 \(units.count) 单位：\(names[.hans])", "零申報缺 \(units.count) 單位：\(names[.hant])",
        "\(units.count) not declared: \(names[.en])")
    }
  }

  /// As scripts read it, in every language.
  package var word: String {
    switch self {
    case .fell(let by): by.map { "fell \($0)" } ?? "fell"
    case .level: "level"
    case .rose(let by): by.map { "rose \($0)" } ?? "rose"
    case .unjudged(let count): "unjudged \(count)"
    case .noBase: "no-base"
    case .none: "none"
    case .happened: "happened"
    case .allDeclared: "declared"
    case .declaredAbove: "declared-above"
    case .notDue: "not-due"
    case .notBegun: "not-begun"
    case .undeclared(let units): "undeclared \(units.joined(separator: " "))"
    }
  }
}
