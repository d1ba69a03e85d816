import Patrol
import Records
import Terminal
import Wording

/// What a script types into the inspection form: the same defaults, the same shorthand.
package struct InspectionTyping {
  private let world: World

  package init(library: Library, now: Stamp, language: Language) {
    world = World(
      language: language, library: library, day: library.station.patrolDay(now.moment), now: now,
      size: Size(80, 24))
  }

  /// The fields of an inspection.
  ///
  /// - Parameters:
  ///   - book: whose book: a township team or the station; else who usually inspects the team.
  ///   - given: what was said, in the order in which it is read.
  /// - Throws: `InspectionRefusal.unknownTeam`, a `FieldError` that names the field, or the `NotRead`
  ///   of a register from which would follow what is not said.
  package func texts(
    inspected: String, book: String?, inspector: String?, given: [(name: String, text: String)]
  ) throws -> [String: String] {
    guard world.library.team(inspected) != nil else {
      throw InspectionRefusal.unknownTeam(inspected)
    }
    if !["Expected", "Answering"].allSatisfy({ name in given.contains { $0.name == name } }) {
      try world.library.needs([.members, .deputies])
    }
    if inspector == nil { try world.library.needs([.members]) }
    let beginning = InspectionBeginning(world.beginning)
    var draft = beginning.draft(team: inspected, day: world.day)
    if let book {
      guard world.library.side(book) != nil else { throw InspectionRefusal.unknownTeam(book) }
      for (name, value) in beginning.sideValues(book) { draft[name] = value }
    }
    if let inspector {
      draft["Inspector"] = world.library.person(inspector)?.text ?? inspector
    }
    for (name, text) in given {
      guard let column = Inspection.schema.column(name) else {
        throw FieldError(
          field: name, label: Phrase(verbatim: name), found: text,
          expected: Phrase("已有的栏目", "已有的欄目", "a field there is"))
      }
      if column.accepts(text) {
        draft[name] = text
      } else {
        draft[name] = try FieldReading(world, Inspection.schema.columns, draft).read(
          text, name, draft, Recollection())
      }
    }
    if draft["Present"].isEmpty { draft["Present"] = draft["Expected"] }
    draft[Crew.roster] = ""
    return draft.texts
  }
}
