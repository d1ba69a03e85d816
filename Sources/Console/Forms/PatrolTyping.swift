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
  /// - Throws: `EntryRefusal.unknownTeam`, or a `FieldError` that names the field.
  package func texts(
    team: String, date: String?, from: String, to: String, leader: String?, members: String?,
    other: [String: String]
  ) throws -> [String: String] {
    guard world.library.team(team) != nil else { throw EntryRefusal.unknownTeam(team) }
    var draft = PatrolDefaults(world).draft(team: team, day: nil, from: nil)
    if let date { try read(date, "Date", into: &draft) }
    try read(from, "From", into: &draft)
    try read(to, "To", into: &draft)
    let people = world.library.members(of: team)
    if let leader { draft["Leader"] = people.first { $0.code == leader }?.named.text ?? leader }
    if let members {
      let codes = members.split(separator: ",").map { String($0).trimmingBlanks() }
      draft["Present"] = codes.map { code in people.first { $0.code == code }?.named.text ?? code }
        .joined(separator: ", ")
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
    guard world.library.team(team) != nil else { throw EntryRefusal.unknownTeam(team) }
    var draft = PatrolDefaults(world).outDraft(team: team)
    if let due {
      draft["Due"] = try FieldReading(world, Underway.schema.columns, draft).read(
        due, "Due", draft, Recollection())
    }
    if let route { draft["Route"] = route }
    return draft.texts
  }

  private func read(_ text: String, _ name: String, into draft: inout Draft) throws {
    let reading = FieldReading(world, PatrolEntry.schema.columns, draft)
    draft[name] = try reading.read(text, name, draft, Recollection())
  }
}
