import Records

/// When teams were out on the days of a span, as their books say.
package struct PatrolTimes: JobResult {
  /// One entry that stands.
  package struct Time: Hashable, Sendable {
    package let team: String
    package let from: Moment
    package let to: Moment

    package init(team: String, from: Moment, to: Moment) {
      (self.team, self.from, self.to) = (team, from, to)
    }
  }

  package let days: ClosedRange<Day>
  /// As they went out.
  package let times: [Time]
  /// The first day of which any book tells; nil where none tells anything.
  ///
  /// Nobody knows who was out before it.
  package let begun: Day?
  /// Whether every book of those days was read whole.
  package let isWhole: Bool
  /// The longest of them: who went out longer ago is back.
  private let longest: Int

  package init(
    _ days: ClosedRange<Day>, _ times: [Time], begun: Day? = nil, isWhole: Bool
  ) {
    (self.days, self.begun, self.isWhole) = (days, begun, isWhole)
    self.times = times.sorted { ($0.from, $0.team) < ($1.from, $1.team) }
    longest = times.reduce(0) { max($0, $1.to - $1.from) }
  }

  /// Those of some days of which the books can tell; nil where they began after all of them.
  package func covered(_ days: ClosedRange<Day>) -> ClosedRange<Day>? {
    guard let begun, begun > days.lowerBound else { return days }
    return begun > days.upperBound ? nil : begun...days.upperBound
  }

  /// The teams that were out at a moment, or at any in a span of time.
  package func teams(from: Moment, to: Moment) -> Set<String> {
    let first = times.firstPlace { $0.from >= from + -longest }
    var found: Set<String> = []
    for time in times[first...] {
      guard time.from <= to else { break }
      if time.to > from, time.from < to || time.from == from { found.insert(time.team) }
    }
    return found
  }
}

extension Snapshot {
  /// Whether a team patrols where something happened.
  ///
  /// That is its own unit, the places of its township, or any place where only the township is known. The
  /// city's force belongs to no place.
  package func patrols(_ team: Team, in unit: String) -> Bool {
    switch team.tier {
    case .city: team.unit == unit && self.unit(unit)?.kind != .city
    case .township: area(of: unit) == team.unit
    case .village: team.unit == unit || area(of: team.code) == unit
    }
  }
}
