import Records

/// What rules look at: everything read, the day, the minute, and the index rows of pages.
package struct Survey: Sendable {
  package let library: Library
  package let now: Moment
  package let day: Day
  package let inspections: InspectionSurvey
  /// What pages of any year left open and no later one has settled.
  package let open: [OpenItem]
  /// Who is present in two patrols at once, on the day.
  package let twice: [Contradiction]
  /// Books that were not read, or not whole: of what they lack nothing is known.
  package let unreadBooks: Set<BookID>
  private let rows: [Day: [String: [PageSummary]]]
  private let recent: [String: [PageSummary]]

  /// - Parameters:
  ///   - rows: of every day of `days`, the rows of each team's Patrol Record Book.
  ///   - recent: each team's newest rows, oldest first.
  package init(
    library: Library, now: Moment, day: Day, rows: [Day: [String: [PageSummary]]] = [:],
    recent: [String: [PageSummary]] = [:], inspections: InspectionSurvey = InspectionSurvey(),
    open: [OpenItem] = [], twice: [Contradiction] = [], unreadBooks: Set<BookID> = []
  ) {
    (self.library, self.now, self.day) = (library, now, day)
    (self.inspections, self.open, self.twice) = (inspections, open, twice)
    self.unreadBooks = unreadBooks
    self.rows = rows.mapValues { $0.mapValues(Self.standing) }
    self.recent = recent.mapValues(Self.standing)
  }

  /// The days whose rows rules ask for.
  package static func days(_ library: Library, _ day: Day, now: Moment) -> Set<Day> {
    [day, lastOver(library, day, now: now)]
  }

  /// The day itself when it is over, else the one before the day that is running.
  private static func lastOver(_ library: Library, _ day: Day, now: Moment) -> Day {
    min(day, library.station.patrolDay(now) - 1)
  }

  package var lastOver: Day { Self.lastOver(library, day, now: now) }

  /// The entries of a team's newest pages, oldest first, without those struck out.
  package func patrols(of team: String) -> [PageSummary] { recent[team] ?? [] }

  /// The entries of a team about a day, without those struck out.
  package func patrols(of team: String, on day: Day) -> [PageSummary] { rows[day]?[team] ?? [] }

  private static func standing(_ rows: [PageSummary]) -> [PageSummary] {
    rows.allSatisfy(isStanding) ? rows : rows.filter(isStanding)
  }

  private static func isStanding(_ row: PageSummary) -> Bool {
    row.kind == PageSummary.Kind.entry.rawValue && !row.has(.void)
  }
}
