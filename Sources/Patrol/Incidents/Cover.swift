import Records

/// Where and when incidents happened beside where and when somebody was out (R7), over eight weeks: by
/// township, weekday and hour of the patrol day.
package struct Cover: Sendable {
  /// Those of which the books can tell, all of them where the books began later.
  ///
  /// Before they began nobody knows who was out.
  package let days: ClosedRange<Day>
  /// How many nights the books tell of; none where they began after all the days.
  package let nights: Int
  /// The first day of the books, where that is why fewer days are counted than were asked for.
  package let begun: Day?
  /// Minute of the day at which the patrol day begins.
  package let rollover: Int
  /// By the code of the township or department.
  package private(set) var incidents: [String: WeekHours] = [:]
  /// Team minutes: two teams that are out for an hour are two hours.
  package private(set) var minutes: [String: WeekHours] = [:]
  /// Whether incidents and books were read whole.
  package let isWhole: Bool
  /// The thinnest first, ten at most.
  package private(set) var spots: [CoverSpot] = []

  /// Fewer incidents than these are chance.
  package static let fewest = 3
  package static let most = 10

  /// The eight weeks up to a day, of days that are over: each weekday is there eight times.
  package static func days(to day: Day, today: Day) -> ClosedRange<Day> {
    let last = min(day, today - 1)
    return last - 55...last
  }

  /// The days whose pages may reach into some days.
  package static func read(for days: ClosedRange<Day>) -> ClosedRange<Day> {
    days.lowerBound - 1...days.upperBound
  }

  /// - Parameter unit: only what belongs to it; everything without one.
  package init(
    _ snapshot: Snapshot, _ days: ClosedRange<Day>, _ times: PatrolTimes, unit: String? = nil
  ) {
    let (station, asked) = (snapshot.station, days)
    let covered = times.covered(asked)
    let days = covered ?? asked
    nights = covered.map { $0.upperBound - $0.lowerBound + 1 } ?? 0
    (self.days, rollover) = (days, station.rollover)
    begun = covered == asked ? nil : times.begun
    isWhole = times.isWhole && snapshot.areIncidentsWhole
    let within = unit.map { snapshot.units(under: $0) }
    let facts = snapshot.incidentFacts
    let areas = facts.units.map { code in
      within?.contains(code) != false ? snapshot.area(of: code) ?? code : nil
    }
    for fact in facts.during(days, station) {
      guard let area = areas[fact.place] else { continue }
      incidents[area, default: WeekHours()][.init(fact.from, rollover: rollover)] += 1
    }
    for (code, times) in Dictionary(grouping: times.times, by: \.team) {
      guard let team = snapshot.team(code), within?.contains(team.unit) != false else { continue }
      minutes[snapshot.area(of: code) ?? team.unit, default: WeekHours()] += minutes(of: times)
    }
    spots = thinnest(snapshot)
  }

  /// What of some patrols lies in each hour of the days.
  private func minutes(of times: [PatrolTimes.Time]) -> WeekHours {
    var found = WeekHours()
    let begin = Moment(days.lowerBound, rollover)
    let end = Moment(days.upperBound + 1, rollover)
    for time in times {
      var at = max(time.from, begin)
      let last = min(time.to, end)
      while at < last {
        // Up to the next full hour, or to the end of the patrol day where that is none.
        let hour = at + (60 - at.minuteOfDay % 60)
        let turn = at + ((rollover - at.minuteOfDay + 1440 - 1) % 1440 + 1)
        let next = min(last, min(hour, turn))
        found[.init(at, rollover: rollover)] += next - at
        at = next
      }
    }
    return found
  }

  /// How many of them were a weekday's.
  ///
  /// - Parameter weekday: 1 Monday … 7 Sunday.
  package func nights(of weekday: Int) -> Int {
    nights / 7 + ((weekday - days.lowerBound.weekday + 7) % 7 < nights % 7 ? 1 : 0)
  }

  /// Teams that were out on an average night of each weekday, rounded.
  package var teams: WeekHours {
    var teams = WeekHours()
    for place in WeekHours.places {
      let nights = nights(of: place.weekday)
      guard nights > 0 else { continue }
      teams[place] = (allMinutes[place] + 30 * nights) / (60 * nights)
    }
    return teams
  }

  /// The hour of the day of a column.
  package func hour(_ column: Int) -> Int { WeekHours.hour(column, rollover: rollover) }

  package var allIncidents: WeekHours { incidents.values.reduce(into: WeekHours()) { $0 += $1 } }
  package var allMinutes: WeekHours { minutes.values.reduce(into: WeekHours()) { $0 += $1 } }
  package var areas: [String] { Set(incidents.keys).union(minutes.keys).sorted() }

  // MARK: Where cover is thin

  /// Incidents x 10 / (patrol hours + 1), the hours beside counted half; nil where there are too few
  /// incidents to say anything.
  package func score(_ area: String, at place: WeekHours.Place) -> Int? {
    guard let cases = incidents[area], cases[place] > 0, cases.around(place) >= Self.fewest else {
      return nil
    }
    let patrolled = minutes[area]?.weighed(at: place) ?? 0
    let (top, bottom) = (600 * cases.weighed(at: place), patrolled + 120)
    return (top + bottom / 2) / bottom
  }

  private func thinnest(_ snapshot: Snapshot) -> [CoverSpot] {
    var found: [CoverSpot] = []
    for area in areas {
      for place in WeekHours.places {
        guard let score = score(area, at: place), let cases = incidents[area] else { continue }
        // Of hours side by side the worst stands for all of them.
        let isWorse = cases.beside(place).contains { beside in
          guard let other = self.score(area, at: beside) else { return false }
          return other > score || other == score && beside.column < place.column
        }
        guard !isWorse else { continue }
        found.append(
          CoverSpot(
            area: area, place: place, cases: cases.around(place),
            minutes: minutes[area]?.around(place) ?? 0, score: score))
      }
    }
    return Array(
      found.sorted {
        ($1.score, $1.cases, $0.area, $0.place.weekday, $0.place.column)
          < ($0.score, $0.cases, $1.area, $1.place.weekday, $1.place.column)
      }.prefix(Self.most))
  }
}
