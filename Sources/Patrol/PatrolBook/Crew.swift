import Records

/// Who is due, kept as two lists of the draft that always add up (I3).
///
/// Where the roster is given beside them, as for an inspection, `Present` is the number of those who
/// are there.
package enum Crew {
  /// The draft's field that holds a roster; no field of any page.
  package static let roster = "Roster"

  package static func isRoster(_ draft: Draft) -> Bool { !draft[roster].isEmpty }

  package static func all(_ draft: Draft) -> [Named] {
    if isRoster(draft) { return Named.list(draft[roster]) }
    let present = Named.list(draft["Present"])
    let absent = absences(draft).map(\.person)
    return (present + absent).sorted { $0.code < $1.code }
  }

  /// Who was due on a page that only counts those who came, as the registers know it by now; nothing
  /// where a page names them itself.
  package static func due(
    _ kind: PageKind, _ texts: [String: String], in snapshot: Snapshot
  ) -> String {
    guard let facts = kind.layout.facts, case .count? = facts.present?.entry,
      let about = facts.about,
      let team = texts[about].flatMap({ Named($0) })?.code
    else { return "" }
    return snapshot.members(of: team).map(\.named.text).joined(separator: ", ")
  }

  package static func absences(_ draft: Draft) -> [Absence] {
    Absence.list(draft["Absent"])
  }

  private static func present(_ draft: Draft) -> [Named] {
    guard isRoster(draft) else { return Named.list(draft["Present"]) }
    let absent = Set(absences(draft).map(\.person.code))
    return Named.list(draft[roster]).filter { !absent.contains($0.code) }
  }

  /// Marks somebody absent or present again; the code when a reason is awaited.
  package static func toggle(_ draft: inout Draft, _ person: Named) -> String? {
    var (present, absent) = (present(draft), absences(draft))
    if let at = absent.firstIndex(where: { $0.person.code == person.code }) {
      absent.remove(at: at)
      present.append(person)
      present.sort { $0.code < $1.code }
      store(&draft, present, absent)
      return nil
    }
    present.removeAll { $0.code == person.code }
    absent.append(Absence(person, "leave"))
    store(&draft, present, absent)
    return person.code
  }

  package static func setReason(_ draft: inout Draft, _ code: String, _ reason: String) {
    let absent = absences(draft).map { $0.person.code == code ? Absence($0.person, reason) : $0 }
    store(&draft, present(draft), absent)
  }

  /// Makes exactly these people the crew, keeping who of them is absent.
  package static func setAll(_ draft: inout Draft, _ people: [String]) {
    let chosen = people.compactMap { Named($0) }
    let absent = absences(draft).filter { absence in
      chosen.contains { $0.code == absence.person.code }
    }
    let present = chosen.filter { person in !absent.contains { $0.person.code == person.code } }
    if isRoster(draft) {
      draft[roster] = chosen.map(\.text).joined(separator: ", ")
      draft["Expected"] = "\(chosen.count)"
    }
    store(&draft, present, absent)
  }

  private static func store(_ draft: inout Draft, _ present: [Named], _ absent: [Absence]) {
    draft["Present"] =
      isRoster(draft) ? "\(present.count)" : present.map(\.text).joined(separator: ", ")
    draft["Absent"] = absent.map(\.text).joined(separator: ", ")
  }
}
