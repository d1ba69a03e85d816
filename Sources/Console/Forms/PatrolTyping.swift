import Patrol
import Records
import Terminal
import Wording

/// What a script types into the patrol form: the same defaults, the same shorthand.
package struct PatrolTyping {
  private let world: World

  package init(library: Library, now: Stamp, language: Language) {
    world = World(
      language: language, library: library, day: library.station.patrolDay(now.moment), now: now,
      size: Size(80, 24))
  }

  /// The fields of an entry.
  ///
  /// - Throws: `EntryRefusal.unknownTeam` or `.unknownPerson`, a `FieldError` that names the field, or
  ///   the `NotRead` of a register from which would follow what is not said.
  package func texts(
    team: String, date: String?, from: String, to: String, leader: String?, members: String?,
    other: [String: String]
  ) throws -> [String: String] {
    guard world.library.team(team) != nil else { throw world.library.noTeam(team) }
    if leader == nil || members == nil {
      try world.library.needs([.members] + RegisterKind.planning)
    }
    if other["Route"] == nil { try world.library.needs(RegisterKind.planning) }
    var draft = PatrolBeginning(world.beginning).draft(team: team, day: nil, from: nil)
    if let date { try read(date, "Date", into: &draft) }
    try read(from, "From", into: &draft)
    try read(to, "To", into: &draft)
    if let leader { draft["Leader"] = try person(leader) }
    if let members {
      draft["Present"] = try members.split(separator: ",")
        .map { try person(String($0).trimmingBlanks()) }.joined(separator: ", ")
    }
    for (name, text) in other {
      guard let column = PatrolEntry.schema.column(name) else {
        throw FieldError(
          field: name, label: Phrase(verbatim: name), found: text,
          expected: Phrase("已有的栏目", "已有的欄目", "a field there is"))
      }
      if column.accepts(text) { draft[name] = text } else { try read(text, name, into: &draft) }
    }
    return draft.texts
  }

  /// The fields of a patrol that goes out now.
  package func outTexts(team: String, due: String?, route: String?) throws -> [String: String] {
    guard world.library.team(team) != nil else { throw world.library.noTeam(team) }
    try world.library.needs([.members] + RegisterKind.planning)
    var draft = PatrolBeginning(world.beginning).outDraft(team: team)
    if let due {
      draft["Due"] = try FieldReading(world, Underway.schema.columns, draft).read(
        due, "Due", draft, Recollection())
    }
    if let route { draft["Route"] = route }
    return draft.texts
  }

  /// Anybody may help another team out.
  private func person(_ code: String) throws(EntryRefusal) -> String {
    guard let person = world.library.person(code) else { throw .unknownPerson(code) }
    return person.text
  }

  private func read(_ text: String, _ name: String, into draft: inout Draft) throws {
    let reading = FieldReading(world, PatrolEntry.schema.columns, draft)
    draft[name] = try reading.read(text, name, draft, Recollection())
  }
}
