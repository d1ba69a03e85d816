import Records

/// What the books say of a team on a day.
package struct TeamDay: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let recorded = TeamDay(rawValue: 1)
  /// Entered late.
  package static let late = TeamDay(rawValue: 2)
  /// Somebody came to inspect it.
  package static let inspected = TeamDay(rawValue: 4)
  /// An inspection says otherwise (A14).
  package static let denied = TeamDay(rawValue: 8)
  /// Its book was not read, so that nobody can tell.
  package static let unread = TeamDay(rawValue: 16)
}

/// Which teams have entries on which days: by the rows of the index, with no volume read for it.
package struct RecordedDays: JobResult {
  package let days: ClosedRange<Day>
  /// The first day that any book is about: before it nothing is missing.
  package let first: Day?
  /// By the team's code, a day after the other.
  private var marks: [String: [TeamDay]] = [:]

  package init(_ days: ClosedRange<Day>, first: Day?) { (self.days, self.first) = (days, first) }

  package mutating func add(_ mark: TeamDay, to team: String, on day: Day) {
    guard days.contains(day) else { return }
    let none = [TeamDay](repeating: [], count: days.upperBound - days.lowerBound + 1)
    marks[team, default: none][day - days.lowerBound].formUnion(mark)
  }

  package func marks(of team: String, on day: Day) -> TeamDay {
    guard days.contains(day) else { return [] }
    return marks[team]?[day - days.lowerBound] ?? []
  }

  /// Whether an entry is missing: of a team that there is, on a day that has begun.
  package func isMissing(_ team: Team, on day: Day, today: Day) -> Bool {
    guard let first, day >= first, day <= today, team.since.map({ $0 <= day }) ?? true,
      team.until.map({ day < $0 }) ?? true
    else { return false }
    return marks(of: team.code, on: day).isDisjoint(with: [.recorded, .unread])
  }
}
