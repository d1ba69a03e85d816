import Records
import Wording

/// What a script types into the inspection form: the same defaults, the same shorthand.
package struct InspectionTyping {
  private let about: PageBeginning
  private let language: Language

  package init(snapshot: Snapshot, now: Stamp, language: Language) {
    about = PageBeginning(snapshot, day: snapshot.station.patrolDay(now.moment), now: now.moment)
    self.language = language
  }

  private var snapshot: Snapshot { about.snapshot }

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
    guard snapshot.team(inspected) != nil || snapshot.post(inspected) != nil else {
      throw InspectionRefusal.unknownTeam(inspected)
    }
    if !["Expected", "Answering"].allSatisfy({ name in given.contains { $0.name == name } }) {
      try snapshot.needs([.members])
      // Who answers may be somebody that it names for the day.
      if let unread = snapshot.unreadKeys { throw unread }
    }
    if inspector == nil { try snapshot.needs([.members]) }
    let beginning = InspectionBeginning(about)
    var draft = beginning.draft(team: inspected, day: about.day)
    if let book {
      guard snapshot.side(book) != nil else { throw InspectionRefusal.unknownTeam(book) }
      for (name, value) in beginning.sideValues(book) { draft[name] = value }
    }
    if let inspector {
      draft["Inspector"] = snapshot.person(inspector)?.text ?? inspector
    }
    let reading = TypedReading(Inspection.schema.columns, about, language: language)
    for (name, text) in given {
      let isAll = name == Crew.present && text == Crew.all
      draft[name] = isAll ? draft[Crew.expected] : try reading.said(text, name, draft)
    }
    draft[Crew.roster] = ""
    return draft.onPage(Inspection.schema.columns).texts
  }
}
