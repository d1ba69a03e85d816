import Records

/// What rules look at: everything read, the day, the minute, and the index rows of pages.
package struct Survey: Sendable {
  package let snapshot: Snapshot
  package let now: Moment
  package let day: Day
  package let inspections: InspectionSurvey
  /// What pages of any year left open and no later one has settled.
  package let open: [OpenItem]
  /// Pages of any year that tell something as intelligence and that no record names, and those that open
  /// records name.
  package let told: [ToldPage]
  /// Who is present in two patrols at once, on the day.
  package let twice: [Contradiction]
  /// Books that were not read, or not whole: of what they lack nothing is known.
  package let unreadBooks: Set<BookID>
  /// The teams with pages in their books about the day, in the order of the register, with their entries.
  let entries: [(team: Team, rows: [PageSummary])]
  private let rows: [Day: [String: [PageSummary]]]
  /// What the books say of all days up to now; nil until they were looked through.
  private let season: Season?
  let recent: RecentEntries

  /// - Parameters:
  ///   - rows: of every day of `days`, the rows of each team's Patrol Record Book.
  package init(
    snapshot: Snapshot, now: Moment, day: Day, rows: [Day: [String: [PageSummary]]] = [:],
    recent: RecentEntries = RecentEntries([:]), inspections: InspectionSurvey = InspectionSurvey(),
    open: [OpenItem] = [], told: [ToldPage] = [], twice: [Contradiction] = [],
    season: Season? = nil,
    unreadBooks: Set<BookID> = []
  ) {
    (self.snapshot, self.now, self.day) = (snapshot, now, day)
    (self.inspections, self.open, self.twice) = (inspections, open, twice)
    self.told = told
    self.unreadBooks = unreadBooks
    let standing = rows.mapValues { $0.mapValues(\.standing) }
    self.rows = standing
    let own = standing[day] ?? [:]
    entries = snapshot.teams(of: own.keys).map { ($0, own[$0.code] ?? []) }
    (self.recent, self.season) = (recent, season)
    let over = Self.lastOver(snapshot, day, now: now)
    lastDue = now >= snapshot.station.lateAfter(over) ? over : over - 1
  }

  /// The days whose rows rules ask for.
  package static func days(_ snapshot: Snapshot, _ day: Day, now: Moment) -> Set<Day> {
    [day, lastOver(snapshot, day, now: now)]
  }

  /// The day itself when it is over, else the one before the day that is running.
  private static func lastOver(_ snapshot: Snapshot, _ day: Day, now: Moment) -> Day {
    min(day, snapshot.station.patrolDay(now) - 1)
  }

  package var lastOver: Day { Self.lastOver(snapshot, day, now: now) }

  /// The last day whose books are complete: until the grace is over they may still be written.
  let lastDue: Day

  /// Days that are over and of which a team's book says nothing, oldest first.
  func holes(of team: Team) -> [Day] {
    guard unreadBooks.isEmpty || !unreadBooks.contains(BookID(team.code, .patrol)) else {
      return []
    }
    if let season {
      // Oldest first, and only the last may still be written.
      let holes = season[team.code]?.holes ?? []
      return holes.last.map { $0 <= lastDue } ?? true ? holes : holes.filter { $0 <= lastDue }
    }
    let day = lastDue
    guard day == lastOver, team.since.map({ $0 <= day }) ?? true, !hasPatrol(team.code, on: day)
    else { return [] }
    return [day]
  }

  /// Days with a shift that no entry of the team can be about.
  func missed(of team: Team) -> [SeasonBook.Missed] {
    guard unreadBooks.isEmpty || !unreadBooks.contains(BookID(team.code, .patrol)) else {
      return []
    }
    return season?[team.code]?.missed.filter { $0.day <= lastDue } ?? []
  }

  /// Entries that came late, or with few people.
  var noted: [(team: Team, rows: [PageSummary])] {
    guard let season else { return entries }
    return snapshot.teams.compactMap { team in
      let rows = season[team.code]?.noted.filter { Int($0.day) <= day.number } ?? []
      return rows.isEmpty ? nil : (team, rows)
    }
  }

  /// Whether a team has an entry about a day that was not struck out.
  package func hasPatrol(_ team: String, on day: Day) -> Bool {
    rows[day]?[team]?.isEmpty == false
  }
}

/// The entries of every team's newest pages, without those struck out: they are the same on any day
/// that is looked at.
package struct RecentEntries: Sendable {
  private let byTeam: [String: [PageSummary]]
  /// The teams whose last entries say the same but for their digits.
  let sayingTheSame: [String]
  /// So many of them.
  package static let alike = 3

  /// - Parameter rows: each team's newest rows, oldest first.
  package init(_ rows: [String: [PageSummary]]) {
    byTeam = rows.mapValues(\.standing)
    sayingTheSame = byTeam.filter { Self.isAlike($0.value.suffix(Self.alike)) }.map(\.key)
  }

  private static func isAlike(_ last: ArraySlice<PageSummary>) -> Bool {
    guard last.count == alike, let first = last.first, first.narrative != 0 else { return false }
    return last.allSatisfy { $0.narrative == first.narrative }
  }

  package subscript(_ team: String) -> [PageSummary] { byTeam[team] ?? [] }
}

extension [PageSummary] {
  /// The entries among the rows that were not struck out.
  fileprivate var standing: Self { allSatisfy(Self.isStanding) ? self : filter(Self.isStanding) }

  private static func isStanding(_ row: PageSummary) -> Bool {
    row.kind == PageSummary.Kind.entry.rawValue && !row.has(.void)
  }
}
