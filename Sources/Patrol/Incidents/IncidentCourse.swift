import Records

/// How many incidents there were in ten days after ten days, and in the same of the year before.
package struct IncidentCourse: Hashable, Sendable {
  package struct Stretch: Hashable, Sendable {
    package let days: ClosedRange<Day>
    /// Up to the day that is asked for; not applicable where they are to come.
    package let count: Figure
    package let before: Figure
  }

  package let stretches: [Stretch]

  /// Without a campaign as many of the newest are told.
  private static let newest = 9

  /// The campaign's, also those to come.
  ///
  /// - Parameter unit: of it and what belongs to it; all without one.
  package init(_ snapshot: Snapshot, on day: Day, unit: String? = nil) {
    let policy = snapshot.station.policy
    let counts = IncidentCounts(snapshot, unit: unit)
    var days: [ClosedRange<Day>] = []
    if let begin = policy.campaignFrom, begin <= day {
      let end = max(begin, policy.campaignTo ?? day)
      var next = begin
      while next <= end {
        let last = min(end, TenDays.containing(next).upperBound)
        days.append(next...last)
        // There may be no day after it.
        guard last < end else { break }
        next = last + 1
      }
    } else {
      days = [TenDays.containing(day)]
      while days.count < Self.newest { days.insert(TenDays.before(days[0].lowerBound), at: 0) }
    }
    let told = days.filter { $0.lowerBound <= day }.map { $0.lowerBound...min(day, $0.upperBound) }
    func yearBefore(_ days: ClosedRange<Day>) -> ClosedRange<Day> {
      GoalSpan.yearBefore(days.lowerBound)...GoalSpan.yearBefore(days.upperBound)
    }
    // Nobody says that there was nothing in days of which nobody registered anything.
    let first = told.first.map(yearBefore), last = told.last.map(yearBefore)
    let reaches = first.flatMap { first in
      last.map { counts.reach(first.lowerBound...$0.upperBound) }
    }
    stretches = days.enumerated().map { index, days in
      guard told.indices.contains(index) else {
        return Stretch(days: days, count: .notApplicable, before: .notApplicable)
      }
      return Stretch(
        days: days, count: counts.isEmpty ? .unknown : .count(counts.during(told[index])),
        before: reaches == true ? .count(counts.during(yearBefore(told[index]))) : .unknown)
    }
  }
}

/// Incidents of any kind in a part of the city.
package struct IncidentCounts {
  private let facts: IncidentFacts
  private let station: Station
  private let isWanted: [Bool]

  package init(_ snapshot: Snapshot, unit: String?) {
    (facts, station) = (snapshot.incidentFacts, snapshot.station)
    isWanted = facts.places(unit.map { snapshot.units(under: $0) })
  }

  /// Whether nobody has registered any, of whatever unit.
  package var isEmpty: Bool { facts.isEmpty }

  /// Whether the register reaches back to some days.
  func reach(_ days: ClosedRange<Day>) -> Bool { !facts.during(days, station).isEmpty }

  package func during(_ days: ClosedRange<Day>) -> Int {
    facts.during(days, station).count { isWanted[$0.place] }
  }
}
