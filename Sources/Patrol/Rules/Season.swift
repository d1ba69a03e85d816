import Records

/// What the Patrol Record Books say of all days since the campaign began, or since the year's first entry: what
/// a rule finds in them stays found until it is settled, whatever day it is of.
package struct Season: Sendable {
  /// By the team's code.
  private let books: [String: SeasonBook]

  package init(_ books: [String: SeasonBook]) { self.books = books }

  package subscript(_ team: String) -> SeasonBook? { books[team] }

  /// Its first day; nil where nothing says when it began.
  ///
  /// - Parameter first: the day of the first entry.
  package static func begin(_ snapshot: Snapshot, first: Day?) -> Day? {
    let campaign = snapshot.station.campaignFrom.flatMap { $0 <= snapshot.today ? $0 : nil }
    return campaign ?? first
  }
}

/// The same of one book.
package struct SeasonBook: Sendable {
  /// A day with fewer entries than shifts, and some.
  package struct Missed: Sendable {
    package let day: Day
    package let due, done: Int
  }

  /// Days that are over and of which it says nothing.
  package let holes: [Day]
  /// Days with a shift that no entry can be about.
  package let missed: [Missed]
  /// Entries that came late, or with few people.
  package let noted: [PageSummary]

  /// - Parameters:
  ///   - rows: entries that stand, as they stand now.
  ///   - days: from the season's first to the last that is over.
  package init(of team: Team, _ rows: [PageSummary], _ days: ClosedRange<Day>, _ snapshot: Snapshot)
  {
    var entries: [Int32: Int] = [:]
    for row in rows { entries[row.day, default: 0] += 1 }
    let first = max(days.lowerBound, team.since ?? days.lowerBound)
    var (holes, missed): ([Day], [Missed]) = ([], [])
    let hasRoster = snapshot.rosterByTeam[team.code] != nil
    for day in days where day >= first {
      let done = entries[Int32(clamping: day.number)] ?? 0
      if done == 0 {
        holes.append(day)
      } else if hasRoster {
        let due = snapshot.duties(of: team.code, on: day).count
        if due > done { missed.append(Missed(day: day, due: due, done: done)) }
      }
    }
    (self.holes, self.missed) = (holes, missed)
    let floor = snapshot.station.crewFloor
    noted = rows.filter { $0.has(.late) || Int($0.crew) < floor }
  }
}

extension PageSummary {
  /// The page of a row of a team's Patrol Record Book: an entry stands in the volume of its day's year.
  func page(of team: String) -> PageID {
    PageID(
      BookID(team, .patrol), year: Day(number: Int(day)).year, number: Int(number))
  }
}
