import Records
import Wording

/// Who was due and who of them came, in the draft of a page (I3).
///
/// Who was due stands beside the page's fields; `Present` stays empty until somebody has said who came.
package enum Crew {
  /// The draft's field that holds who was due; no field of any page.
  package static let roster = "Roster"
  /// What a script says where everybody came who was due.
  static let all = "all"
  static let (present, absent, expected) = ("Present", "Absent", "Expected")

  /// Everybody who was due.
  package static func due(_ draft: Draft) -> [Named] { Named.list(draft[roster]) }

  /// The team's people by their numbers, 1 the first: the same numbers whoever was due; behind them who
  /// helped the team out.
  package static func roll(_ draft: Draft, in snapshot: Snapshot) -> [Named] {
    let team = Named(draft["Team"]) ?? Named(draft["Inspected"])
    let own = team.map { snapshot.members(of: $0.code).map(\.named) } ?? []
    let due = due(draft)
    let others = due.filter { person in !own.contains { $0.code == person.code } }
    return own.sorted { $0.code < $1.code } + others
  }

  package static func absences(_ draft: Draft) -> [Absence] { Absence.list(draft[absent]) }

  /// Whether it was said who came.
  package static func isStated(_ draft: Draft) -> Bool { !draft[present].isEmpty }

  /// Whether the page only counts who came, as an inspection does.
  private static func isCounted(_ columns: [Column]) -> Bool {
    columns.contains { $0.name == present && $0.entry == .count }
  }

  /// How many came and how many were due; nil until that was said.
  package static func numbers(_ draft: Draft, _ columns: [Column]) -> (present: Int, due: Int)? {
    guard isStated(draft) else { return nil }
    if isCounted(columns) {
      let there = wholeNumber(draft[present]) ?? 0
      return (there, wholeNumber(draft[expected]) ?? max(there, due(draft).count))
    }
    let there = Named.list(draft[present]).count
    return (there, there + absences(draft).count)
  }

  /// Who was due on a page, as it names them itself or as the registers know it by now.
  package static func due(
    _ kind: PageKind, _ texts: [String: String], in snapshot: Snapshot
  ) -> String {
    let named = Named.list(texts[present] ?? "") + Absence.list(texts[absent] ?? "").map(\.person)
    guard isCounted(kind.columns) else {
      return named.sorted { $0.code < $1.code }.map(\.text).joined(separator: ", ")
    }
    guard let about = kind.layout.facts?.about,
      let team = texts[about].flatMap({ Named($0) })?.code
    else { return "" }
    return snapshot.members(of: team).map(\.named.text).joined(separator: ", ")
  }

  /// Makes exactly these people those due; who came has to be said again.
  package static func expect(_ people: [String], in draft: inout Draft, _ columns: [Column]) {
    let due = people.compactMap { Named($0) }
    draft[roster] = due.map(\.text).joined(separator: ", ")
    (draft[present], draft[absent]) = ("", "")
    if isCounted(columns) { draft[expected] = "\(due.count)" }
  }

  /// Takes over what was told of who came.
  package static func state(
    _ told: WrittenCrew, in draft: inout Draft, _ columns: [Column], _ snapshot: Snapshot
  ) throws(CrewFault) {
    let due = due(draft)
    guard told.away.isEmpty || snapshot.isRead([.members]) else { throw .rollNotRead }
    let away = try absences(told, due, roll(draft, in: snapshot), snapshot.codes)
    guard !isCounted(columns) else { return try count(told, away, in: &draft) }
    guard !due.isEmpty else { throw .nobodyDue }
    if let said = told.due, said != due.count { throw .otherDue(said: said, due: due.count) }
    let there = told.present ?? due.count - away.count
    guard there <= due.count else { throw .moreThanDue(due: due.count) }
    guard there + away.count == due.count else {
      throw .doesNotAddUp(present: there, due: due.count, named: away.count)
    }
    guard there > 0 else { throw .nobodyCame }
    let gone = Set(away.map(\.person.code))
    draft[present] = due.filter { !gone.contains($0.code) }.map(\.text).joined(separator: ", ")
    draft[absent] = away.map(\.text).joined(separator: ", ")
  }

  /// A page that counts need not know by name who was missing.
  private static func count(
    _ told: WrittenCrew, _ away: [Absence], in draft: inout Draft
  ) throws(CrewFault) {
    let known = told.due ?? wholeNumber(draft[expected])
    let there = told.present ?? known.map { $0 - away.count }
    guard let there, there >= 0 else { throw .unlike }
    let due = known ?? there + away.count
    guard there <= due else { throw .moreThanDue(due: due) }
    guard there + away.count <= due else {
      throw .doesNotAddUp(present: there, due: due, named: away.count)
    }
    (draft[present], draft[expected]) = ("\(there)", "\(due)")
    draft[absent] = away.map(\.text).joined(separator: ", ")
  }

  private static func absences(
    _ told: WrittenCrew, _ due: [Named], _ roll: [Named], _ codes: CodeBook
  ) throws(CrewFault) -> [Absence] {
    var found: [Absence] = []
    for away in told.away {
      guard roll.indices.contains(away.number - 1) else {
        throw .noSuchNumber(away.number, count: roll.count)
      }
      let person = roll[away.number - 1]
      guard due.contains(where: { $0.code == person.code }) else { throw .notDue(person.name) }
      guard !found.contains(where: { $0.person == person }) else { throw .twice(away.number) }
      guard let reason = codes.table("absence").first(where: { $0.key == away.reason }) else {
        throw .noReason(away.number)
      }
      found.append(Absence(person, reason.code))
    }
    return found.sorted { $0.person.code < $1.person.code }
  }
}
