import Records

/// Shifts, held against the books or handed on.
package enum RosterCommand: Hashable, Sendable {
  /// Shifts of some days held against the books.
  case plan(teams: [String], from: Day, to: Day)
  /// A team's or a person's shifts as iCalendar.
  case calendar(Duties)

  var needs: Need { .nothing }
}

extension Command {
  package static func plan(teams: [String], from: Day, to: Day) -> Command {
    .roster(.plan(teams: teams, from: from, to: to))
  }
  package static func calendar(_ duties: Duties) -> Command { .roster(.calendar(duties)) }
}

/// Shifts, and what became of each.
package struct Performances: Answer {
  package let list: [Performance]
  package init(_ list: [Performance]) { self.list = list }
}
