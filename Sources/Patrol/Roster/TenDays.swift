import Records

/// 旬: 1–10, 11–20, 21–end of a month.
package enum TenDays {
  package static func containing(_ day: Day) -> ClosedRange<Day> {
    let month = day.monthDays
    let third = min(2, (day.day - 1) / 10)
    let first = month.lowerBound + third * 10
    return first...(third == 2 ? month.upperBound : first + 9)
  }

  /// The one before that of a day.
  package static func before(_ day: Day) -> ClosedRange<Day> {
    containing(containing(day).lowerBound - 1)
  }

  /// That of a day and the two before it, oldest first.
  package static func lastThree(_ day: Day) -> [ClosedRange<Day>] {
    let last = containing(day)
    let before = Self.before(last.lowerBound)
    return [Self.before(before.lowerBound), before, last]
  }

  /// `11上旬`.
  package static func name(_ span: ClosedRange<Day>) -> String {
    let third = ["上", "中", "下"][min(2, (span.lowerBound.day - 1) / 10)]
    return "\(span.lowerBound.month)\(third)旬"
  }
}
