import Records
import Wording

/// What a script types into the patrol form: the same defaults, the same shorthand.
package struct PatrolTyping {
  private let about: PageBeginning
  private let language: Language

  package init(snapshot: Snapshot, now: Stamp, language: Language) {
    about = PageBeginning(snapshot, day: snapshot.station.patrolDay(now.moment), now: now.moment)
    self.language = language
  }

  private var snapshot: Snapshot { about.snapshot }

  /// The fields of an entry.
  ///
  /// - Parameter members: codes between commas, or `all`.
  /// - Throws: `EntryRefusal.unknownTeam` or `.unknownPerson`, a `FieldError` that names the field, or
  ///   the `NotRead` of a register from which would follow what is not said.
  package func texts(
    team: String, date: String?, from: String, to: String, leader: String?, members: String,
    other: [String: String]
  ) throws -> [String: String] {
    guard snapshot.team(team) != nil else { throw snapshot.noTeam(team) }
    if leader == nil || members == Crew.all {
      try snapshot.needs([.members] + RegisterKind.planning)
    }
    if other["Route"] == nil { try snapshot.needs(RegisterKind.planning) }
    var draft = PatrolBeginning(about).draft(team: team, day: nil, from: nil)
    draft[PatrolBeginning.seen] = ""
    if let date { try read(date, "Date", into: &draft) }
    try read(from, "From", into: &draft)
    try read(to, "To", into: &draft)
    if let leader { draft["Leader"] = try person(leader) }
    if members == Crew.all {
      draft["Present"] = draft[Crew.roster]
    } else {
      draft["Present"] = try members.split(separator: ",")
        .map { try person(String($0).trimmingBlanks()) }.joined(separator: ", ")
    }
    draft[Crew.roster] = ""
    for (name, text) in other { draft[name] = try reading.said(text, name, draft) }
    if other["Intelligence"] == nil, PatrolEntry.isReported(draft["Found"]) {
      draft["Intelligence"] = "yes"
    }
    return draft.onPage(PatrolEntry.schema.columns).texts
  }

  /// The fields of a patrol that goes out now.
  package func outTexts(team: String, due: String?, route: String?) throws -> [String: String] {
    guard snapshot.team(team) != nil else { throw snapshot.noTeam(team) }
    try snapshot.needs([.members] + RegisterKind.planning)
    var draft = PatrolBeginning(about).outDraft(team: team)
    if let due {
      draft["Due"] = try TypedReading(Underway.schema.columns, about, language: language)
        .read(due, "Due", draft)
    }
    if let route { draft["Route"] = route }
    return draft.texts
  }

  /// Anybody may help another team out.
  private func person(_ code: String) throws(EntryRefusal) -> String {
    guard let person = snapshot.person(code) else { throw .unknownPerson(code) }
    return person.text
  }

  private var reading: TypedReading {
    TypedReading(PatrolEntry.schema.columns, about, language: language)
  }

  private func read(_ text: String, _ name: String, into draft: inout Draft) throws {
    draft[name] = try reading.read(text, name, draft)
  }
}
