import Books
import Patrol
import Records

/// Shifts: held against the books, and as a calendar.
extension Office {
  mutating func carryOut(_ command: RosterCommand) throws -> Reply {
    switch command {
    case .plan(let teams, let from, let to):
      Reply(.done(Done(answer: Performances(try performances(teams, from, to)))))
    case .calendar(let duties): try calendar(duties)
    }
  }

  private mutating func calendar(_ duties: Duties) throws -> Reply {
    let snapshot = try currentSnapshot()
    let code: String
    switch duties.whose {
    case .team(let team): code = team
    case .person(let person): code = person
    }
    return try exported(calendarText(duties, snapshot), as: "duty-\(code)-\(compactDay).ics")
  }

  mutating func calendarText(_ duties: Duties, _ snapshot: Snapshot) throws -> String {
    let name: String
    switch duties.whose {
    case .team(let team):
      guard let found = snapshot.team(team) else { throw snapshot.noTeam(team) }
      name = found.name
    case .person(let person):
      guard let found = snapshot.person(person) else { throw EntryRefusal.unknownPerson(person) }
      name = found.name
    }
    try SpanTooLong.check(duties.from, duties.to)
    return Calendar.text(
      duties.list(in: snapshot), name: name, in: snapshot, at: clock.now, language)
  }

  /// What became of the shifts of some teams, day by day.
  private mutating func performances(_ teams: [String], _ from: Day, _ to: Day) throws
    -> [Performance]
  {
    let snapshot = try currentSnapshot()
    let plan = PlanAgainstFact(snapshot, now: now)
    var found: [Performance] = []
    try SpanTooLong.check(from, to)
    for offset in 0...max(0, to - from) {
      let day = from + offset
      let planned = teams.filter { !snapshot.everyDuty(of: $0, on: day).isEmpty }
      let pages =
        day > snapshot.today
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
