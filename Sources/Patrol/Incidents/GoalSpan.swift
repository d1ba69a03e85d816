import Records

/// The days that are compared: those of the campaign up to a day, and the same of the year before.
package struct GoalSpan: Hashable, Sendable {
  package let now: ClosedRange<Day>
  package let before: ClosedRange<Day>

  /// The campaign's days up to `day`; the year's where it has not begun, or nobody said when it does.
  package init(_ snapshot: Snapshot, on day: Day) {
    let policy = snapshot.station.policy
    let campaign = policy.campaignFrom.flatMap { $0 <= day ? $0 : nil }
    let begin = campaign ?? Day(year: day.year, month: 1, day: 1) ?? day
    // A campaign that is over stays as it ended.
    let end = campaign == nil ? day : min(day, policy.campaignTo ?? day)
    now = min(begin, end)...max(begin, end)
    before = Self.yearBefore(now.lowerBound)...Self.yearBefore(now.upperBound)
  }

  /// The same day of the year before; 29 February is the 28th there.
  package static func yearBefore(_ day: Day) -> Day {
    Day(year: day.year - 1, month: day.month, day: day.day)
      ?? Day(year: day.year - 1, month: day.month, day: 28) ?? day - 365
  }

  /// The last day of this year that has its like among those up to a day of last year.
  package func now(to day: Day) -> Day {
    day >= before.upperBound
      ? now.upperBound : min(now.upperBound, now.lowerBound + (day - before.lowerBound))
  }
}
