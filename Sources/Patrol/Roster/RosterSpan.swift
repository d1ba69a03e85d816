import Records

/// How many days of the roster are looked at together.
package enum RosterSpan: String, CaseIterable, Hashable, Sendable {
  case day, week, tenDays

  /// The days of this length that a day lies in: Monday to Sunday, or a 旬 (1–10, 11–20, 21–end).
  package func days(around day: Day) -> ClosedRange<Day> {
    switch self {
    case .day: return day...day
    case .week:
      let monday = day - (day.weekday - 1)
      return monday...monday + 6
    case .tenDays: return TenDays.containing(day)
    }
  }
}

extension RegisterStep {
  /// Last week's roster changes once more, in the week of a day: those that this week has not yet.
  package init(copyingWeekBefore day: Day, of teams: Set<String>, in snapshot: Snapshot) {
    let week = RosterSpan.week.days(around: day)
    var numbering = CodeNumbering(.exceptions, in: snapshot)
    let table = snapshot.table(.exceptions)
    let all = (0..<table.count).map { table.texts(at: $0) }
    let there = Set(all.map { Self.withoutCode($0) })
    let records = all.compactMap { texts -> RegisterRecord? in
      guard let date = texts["Date"].flatMap({ Day($0) }), week.contains(date + 7),
        teams.contains(texts["Team"] ?? "")
      else { return nil }
      var copy = texts
      copy["Date"] = (date + 7).text
      guard !there.contains(Self.withoutCode(copy)) else { return nil }
      copy["Code"] = numbering.next(copy)
      return RegisterRecord(.exceptions, copy, seen: nil)
    }
    self.init(.edit, records)
  }

  private static func withoutCode(_ texts: [String: String]) -> [String: String] {
    texts.filter { $0.key != "Code" }
  }
}
