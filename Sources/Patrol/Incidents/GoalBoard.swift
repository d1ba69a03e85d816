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
    /// Cases of the days of which nobody has judged whether they are of this goal.
    package let unjudged: Int
    package let state: GoalState
  }

  package let span: GoalSpan
  package let rows: [Row]
  /// Where last year's figures come from.
  package let sources: [Baseline]
  /// Whether some of them were counted from the register of incidents.
  package let isCounted: Bool
  /// The first day of which incidents were registered, where that lies within the days of this year or within
  /// those of last year that are counted.
  package let begun: Day?
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
    let begun = cases.begun
    self.begun = begun.flatMap {
      $0 > span.now.lowerBound || isCounted && $0 > span.before.lowerBound ? $0 : nil
    }
    func isKept(_ days: ClosedRange<Day>) -> Bool { begun.map { $0 <= days.upperBound } ?? false }
    let (now, before) = (cases.during(span.now), cases.during(span.before))
    let recent = thirds.map { cases.during($0).counts }
    rows = Goal.allCases.map { goal in
      if goal.isDeclared { return declared.row(goal, thirds) }
      // Of days that lie before all that was registered nobody says that there was nothing.
      guard isKept(span.now) else {
        return Row(
          goal: goal, count: .unknown,
          before: goal.aim == .neverHappens ? .notApplicable : .unknown,
          change: nil, until: nil, recent: thirds.map { _ in .unknown }, unjudged: 0,
          state: .notBegun)
      }
      let count = now.counts[goal.place]
      let thirds = zip(thirds, recent).map { days, counts in
        isKept(days) ? Figure.count(counts[goal.place]) : .unknown
      }
      if goal.aim == .neverHappens {
        return Row(
          goal: goal, count: .count(count), before: .notApplicable, change: nil, until: nil,
          recent: thirds, unjudged: 0, state: count == 0 ? .none : .happened)
      }
      let entered = known.filter { $0.goal == goal }
      let until = entered.first.map { span.now(to: $0.to) } ?? span.now.upperBound
      let base: Int? =
        !entered.isEmpty
        ? entered.reduce(0) { $0 + $1.count } : isCounted ? before.counts[goal.place] : nil
      let like = until < span.now.upperBound ? cases.during(span.now.lowerBound...until) : now
      let unjudged = (like.unjudged[goal.place], entered.isEmpty ? before.unjudged[goal.place] : 0)
      return Row(
        goal: goal, count: .count(count), before: base.map(Figure.count) ?? .unknown,
        change: base.map { like.counts[goal.place] - $0 },
        until: until < span.now.upperBound ? until : nil,
        recent: thirds, unjudged: now.unjudged[goal.place],
        state: GoalState(like.counts[goal.place], against: base, unjudged: unjudged))
    }
  }
}

extension GoalBoard.Row {
  /// Its state, and how many cases nobody has judged.
  package func phrase(_ snapshot: Snapshot) -> Phrase {
    let state = state.phrase(snapshot)
    if case .unjudged = self.state { return state }
    guard unjudged > 0 else { return state }
    return Phrase(
      "\(state[.hans])，另有 \(unjudged) 起未判", "\(state[.hant])，另有 \(unjudged) 起未判",
      "\(state[.en]); \(unjudged) not judged")
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
