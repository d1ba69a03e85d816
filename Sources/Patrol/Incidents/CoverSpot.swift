import Records
import Wording

/// An hour of a weekday in which a township's cover is thin.
package struct CoverSpot: Hashable, Sendable {
  /// The code of the township or department.
  package let area: String
  package let place: WeekHours.Place
  /// Incidents of the hour and the ones beside it.
  package let cases: Int
  /// Team minutes of the same.
  package let minutes: Int
  package let score: Int

  /// What would close it: who, from when to when, where.
  package struct Shift: Hashable, Sendable {
    package let team: Team
    /// As the roster has it: 1 Monday … 7 Sunday, of the patrol day.
    package let weekday: Int
    package let from: Int
    package let to: Int
    package let route: String

    /// What the form of a roster line begins with.
    package func given(since day: Day) -> [String: String] {
      [
        RosterLine.team.column.name: team.code, RosterLine.weekdays.column.name: "\(weekday)",
        RosterLine.from.column.name: Moment.clock(from),
        RosterLine.to.column.name: Moment.clock(to), RosterLine.route.column.name: route,
        RosterLine.since.column.name: day.text,
      ].filter { !$0.value.isEmpty }
    }
  }
}

extension CoverSpot {
  /// The incidents behind it, oldest first.
  package func facts(_ days: ClosedRange<Day>, _ snapshot: Snapshot) -> [IncidentFacts.Fact] {
    let (facts, station) = (snapshot.incidentFacts, snapshot.station)
    return facts.during(days, station).filter { fact in
      let place = WeekHours.Place(fact.from, rollover: station.rollover)
      let unit = facts.unit(of: fact)
      return place.weekday == self.place.weekday && columns.contains(place.column)
        && snapshot.area(of: unit) ?? unit == area
    }
  }

  /// The columns that are counted: the hour and the ones beside it that the patrol day has.
  var columns: Range<Int> { max(0, place.column - 1)..<min(24, place.column + 2) }

  /// `周一夜2-5时`, all the hours that are counted: a night belongs to the day on which it began.
  package func when(_ station: Station) -> Phrase {
    func hour(_ column: Int) -> Int { WeekHours.hour(column % 24, rollover: station.rollover) }
    let (first, last) = (hour(columns.lowerBound), hour(columns.upperBound))
    let weekday = Phrase.weekday(place.weekday)
    let isNight = first < station.rollover / 60
    return Phrase { language in
      language == .en
        ? "\(weekday[language]) \(first)-\(last)h\(isNight ? "+" : "")"
        : "\(weekday[language])\(isNight ? "夜" : "")\(first)-\(last)\(language == .hans ? "时" : "時")"
    }
  }

  /// Whether somebody decided that cases are frequent there and then.
  package func isHot(on day: Day, _ snapshot: Snapshot) -> Bool {
    let hour = WeekHours.hour(place.column, rollover: snapshot.station.rollover)
    return snapshot.hotHours.contains { $0.holds(hour, place.weekday, of: area, on: day, snapshot) }
  }
}

extension Snapshot {
  /// The line of the roster that sends a proposed shift out already; nil where none does.
  package func planned(_ shift: CoverSpot.Shift) -> RosterLine? {
    roster.first { line in
      let hours = HourSpan(from: line.from, to: line.to)
      return line.team == shift.team.code && hours.contains(shift.from)
        && hours.contains((shift.to + 1439) % 1440) && line.weekdays.contains("\(shift.weekday)")
        && line.until.map { $0 > today } ?? true
    }
  }
}

extension Cover {
  /// What is proposed for each of the spots, in their order.
  package func shifts(_ snapshot: Snapshot) -> [CoverSpot.Shift?] {
    spots.map { shift(for: $0, snapshot) }
  }

  /// The hour with the ones beside it, for the township's own team, where most of it happened; nil where
  /// nobody is there to go.
  package func shift(for spot: CoverSpot, _ snapshot: Snapshot) -> CoverSpot.Shift? {
    let teams = snapshot.teams.filter { snapshot.area(of: $0.code) == spot.area }
    guard let team = teams.first(where: { $0.tier == .township }) ?? teams.first else { return nil }
    let hours = spot.columns
    return CoverSpot.Shift(
      team: team, weekday: spot.place.weekday, from: hour(hours.lowerBound) * 60,
      to: hour(hours.upperBound % 24) * 60,
      route: sections(of: spot, snapshot))
  }

  /// The two streets or places that come most often.
  private func sections(of spot: CoverSpot, _ snapshot: Snapshot) -> String {
    var counts: [String: Int] = [:]
    for incident in spot.facts(days, snapshot).compactMap(snapshot.incident)
    where !incident.section.isEmpty {
      counts[incident.section, default: 0] += 1
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2).map(\.key)
      .joined(separator: "、")
  }
}
