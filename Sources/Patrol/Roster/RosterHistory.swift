import Records
import Wording

/// A line of the roster that was in force holds for the days it was: plan against fact is not put in order
/// afterwards (R27).
extension RosterLine {
  /// What is planned; who stands on a shift as well.
  private static let plan = [
    team.column, weekdays.column, from.column, to.column, course.column, members.column,
    since.column,
  ]

  /// Whether a line was in force on a day that is over.
  private static func hasBeen(_ texts: [String: String], _ snapshot: Snapshot) -> Bool {
    let since = texts[Self.since.column].flatMap { Day($0) }
    return since.map { $0 < snapshot.today } ?? true
  }

  private static func isChanged(_ before: [String: String], _ after: [String: String]) -> Bool {
    plan.contains { (before[$0] ?? "") != (after[$0] ?? "") }
  }

  package static func check(
    _ before: [String: String], becoming after: [String: String], in snapshot: Snapshot
  ) throws {
    guard hasBeen(before, snapshot) else { return }
    if isChanged(before, after) { throw RegisterRefusal.lineHasBeen }
    // It ends with today or later: what was planned until now stays planned.
    let (old, new) = (before[until.column] ?? "", after[until.column] ?? "")
    if old != new, let day = Day(new), day < snapshot.today { throw RegisterRefusal.lineHasBeen }
  }

  /// The line as it was ends with yesterday, and a new one begins today.
  package static func fromToday(
    _ before: [String: String], becoming after: [String: String], in snapshot: Snapshot
  ) -> [RegisterRecord]? {
    let ended = before[until.column].flatMap { Day($0) }.map { $0 <= snapshot.today } ?? false
    guard hasBeen(before, snapshot), isChanged(before, after), !ended,
      (before[since.column] ?? "") == (after[since.column] ?? "")
    else { return nil }
    var old = before
    var new = after
    old[until.column.name] = snapshot.today.text
    new[since.column.name] = snapshot.today.text
    var numbering = CodeNumbering(.roster, in: snapshot)
    new["Code"] = numbering.next(new)
    return [
      RegisterRecord(.roster, old, seen: before), RegisterRecord(.roster, new, seen: nil),
    ]
  }
}
