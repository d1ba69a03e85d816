import Patrol
import Records

extension CommandRunner {
  /// Which teams have entries on the days of a span; keys are answered between two days.
  func recordedDays(_ days: ClosedRange<Day>, _ site: JobSite) throws -> RecordedDays? {
    let (snapshot, first) = try office.withLock { office in
      (try office.currentSnapshot(), try office.books.firstDayOfAll())
    }
    let teams = Dictionary(
      snapshot.teams.map { (Narrative.hash(team: $0.code), $0.code) },
      uniquingKeysWith: { first, _ in first })
    var found = RecordedDays(days, first: first)
    for day in days where day <= snapshot.today {
      guard site.isWanted() else { return nil }
      site.say(day - days.lowerBound, of: days.upperBound - days.lowerBound + 1)
      try office.withLock { try $0.books.mark(&found, on: day, teams: teams) }
    }
    return found
  }
}

extension BookKeeping {
  /// The first day that an entry of any book is about.
  mutating func firstDayOfAll() throws -> Day? {
    for year in try years() {
      let days = try index(year).pages { $0.is(.entry) && $0.day != .min }.map(\.page.day)
      if let first = days.min() { return Day(number: Int(first)) }
    }
    return nil
  }

  /// - Parameter teams: by the hash of their codes, as rows of inspections name them.
  mutating func mark(_ found: inout RecordedDays, on day: Day, teams: [UInt32: String]) throws {
    let years = try years()
    for book in try unreadBooks(from: day, of: years) where book.kind == .patrol {
      found.add(.unread, to: book.owner, on: day)
    }
    for row in try rows(on: day, of: years) where row.page.is(.entry) && !row.page.has(.void) {
      switch row.book.kind {
      case .patrol:
        found.add(
          row.page.has(.late) ? [.recorded, .late] : .recorded, to: row.book.owner, on: day)
      case .inspection:
        if let team = teams[row.page.narrative] { found.add(.inspected, to: team, on: day) }
      default: break
      }
    }
    for contradiction in try contradictions(on: day, years) {
      found.add(.denied, to: contradiction.claim.team.code, on: day)
    }
  }
}
