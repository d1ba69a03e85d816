import Books
import Patrol
import Records

/// Shifts: held against the books, and as a calendar.
extension Keeper {
  mutating func carryOut(_ command: RosterCommand) throws -> Report {
    switch command {
    case .plan(let teams, let from, let to):
      Report(.done(Done(answer: Performances(try performances(teams, from, to)))))
    case .calendar(let duties): try calendar(duties)
    }
  }

  private mutating func calendar(_ duties: Duties) throws -> Report {
    let library = try currentLibrary()
    let code: String
    switch duties.whose {
    case .team(let team): code = team
    case .person(let person): code = person
    }
    return try exported(calendarText(duties, library), as: "duty-\(code)-\(compactDay).ics")
  }

  mutating func calendarText(_ duties: Duties, _ library: Library) throws -> String {
    let name: String
    switch duties.whose {
    case .team(let team):
      guard let found = library.team(team) else { throw library.noTeam(team) }
      name = found.name
    case .person(let person):
      guard let found = library.person(person) else { throw EntryRefusal.unknownPerson(person) }
      name = found.name
    }
    try SpanTooLong.check(duties.from, duties.to)
    return Calendar.text(
      duties.list(in: library), name: name, in: library, at: clock.now, language)
  }

  /// What became of the shifts of some teams, day by day.
  private mutating func performances(_ teams: [String], _ from: Day, _ to: Day) throws
    -> [Performance]
  {
    let library = try currentLibrary()
    let plan = PlanAgainstFact(library, now: now)
    var found: [Performance] = []
    try SpanTooLong.check(from, to)
    for offset in 0...max(0, to - from) {
      let day = from + offset
      let planned = teams.filter { !library.duties(of: $0, on: day).isEmpty }
      let pages =
        day > library.today
        ? [:]
        : Dictionary(grouping: try books.patrols(on: day, of: Set(planned))) {
          $0.page.id.book.owner
        }
      let unread = try books.unreadBooks(from: day)
      for team in planned {
        found += plan.performances(
          of: team, on: day, entries: pages[team] ?? [],
          isRead: !unread.contains(BookID(team, .patrol)))
      }
    }
    return found
  }
}
