import Records
import Wording

/// Where the nine goals stand on a day (R3): figure, last year's figure, state, by a rule that is shown.
package struct GoalBoard: Sendable {
  package struct Row: Sendable {
    package let goal: Goal
    package let count: Figure
    package let before: Figure
    /// Cases more than last year, on the days of which last year's figure is known; negative where fewer.
    package let change: Int?
    /// The last of those days, where it is not the last of all.
    package let until: Day?
    /// The last three ten days, the newest last.
    package let recent: [Figure]
    package let state: GoalState
  }

  package let span: GoalSpan
  package let rows: [Row]
  /// Where last year's figures come from.
  package let sources: [Baseline]
  /// Whether some of them were counted from the register of incidents.
  package let isCounted: Bool
  /// Whether the incidents were read whole.
  package let isWhole: Bool

  /// - Parameter unit: of it and what belongs to it; all without one.
  package init(_ snapshot: Snapshot, on day: Day, unit: String? = nil) {
    let span = GoalSpan(snapshot, on: day)
    let within = unit.map { snapshot.units(under: $0) }
    let cases = GoalCounts(snapshot, within)
    let declared = DeclaredCounts(snapshot, span, on: day, within)
    let known = Baseline.known(snapshot, span, unit: unit, within)
    let thirds = TenDays.lastThree(day)
    self.span = span
    (isWhole, sources) = (snapshot.areIncidentsWhole, known)
    let isCounted = cases.reach(span.before)
    self.isCounted = isCounted && known.count < Goal.allCases.count { $0.aim != .neverHappens }
    let (now, before) = (cases.during(span.now), cases.during(span.before))
    let recent = thirds.map { cases.during($0) }
    rows = Goal.allCases.map { goal in
      if goal.isDeclared { return declared.row(goal, thirds) }
      guard !cases.isEmpty else {
        return Row(
          goal: goal, count: .unknown,
          before: goal.aim == .neverHappens ? .notApplicable : .unknown,
          change: nil, until: nil, recent: thirds.map { _ in .unknown }, state: .notBegun)
      }
      let count = now[goal.place]
      let thirds = recent.map { Figure.count($0[goal.place]) }
      if goal.aim == .neverHappens {
        return Row(
          goal: goal, count: .count(count), before: .notApplicable, change: nil, until: nil,
          recent: thirds, state: count == 0 ? .none : .happened)
      }
      let entered = known.filter { $0.goal == goal }
      let until = entered.first.map { span.now(to: $0.to) } ?? span.now.upperBound
      let base: Int? =
        !entered.isEmpty
        ? entered.reduce(0) { $0 + $1.count } : isCounted ? before[goal.place] : nil
      let like =
        until < span.now.upperBound
        ? cases.during(span.now.lowerBound...until)[goal.place] : count
      return Row(
        goal: goal, count: .count(count), before: base.map(Figure.count) ?? .unknown,
        change: base.map { like - $0 }, until: until < span.now.upperBound ? until : nil,
        recent: thirds, state: GoalState(like, against: base))
    }
  }
}

/// A number of cases, or one of the two reasons why there is none.
package enum Figure: Hashable, Sendable {
  case count(Int)
  /// Nobody has registered, declared or entered it.
  case unknown
  /// There is nothing to know: it is not held against last year, it is not due yet.
  case notApplicable

  package var number: Int? { if case .count(let count) = self { count } else { nil } }
}

extension Baseline {
  /// The figures of last year that hold for a unit: its own, else those of all that belong to it; of each
  /// goal the one that reaches farthest into the days that are compared.
  fileprivate static func known(
    _ snapshot: Snapshot, _ span: GoalSpan, unit: String?, _ within: Set<String>?
  ) -> [Baseline] {
    let top = unit ?? snapshot.cityUnit
    let all = snapshot.baselines.filter {
      $0.from == span.before.lowerBound && span.before.contains($0.to)
        && ($0.unit == top || within?.contains($0.unit) != false)
    }
    return Goal.allCases.flatMap { goal in
      let entered = all.filter { $0.goal == goal }
      let own = entered.filter { $0.unit == top }
      let used = own.isEmpty ? entered : own
      let last = used.map(\.to).max()
      return used.filter { $0.to == last }
    }
  }
}

extension Snapshot {
  /// The unit at the top, whose figures are the whole city's.
  package var cityUnit: String {
    units.first { $0.kind == .city }?.code ?? units.first?.code ?? ""
  }
}
