import Records

/// Pages of the books, and what is known before one is written.
package enum PageCommand: Hashable, Sendable {
  /// The newest entry of a team, for plan fields and open handovers.
  case recall(team: String)
  /// What is still to be put right at a team that will be inspected, by an inspecting side.
  case recallInspections(inspecting: String, inspected: String)
  /// What a shift leaves to the next, by the kind of page that hands it over.
  case recallShift(PageKind)
  /// A page into its book.
  case write(NewPage)
  case correct(PageID, changes: [String: String], reason: String)
  case void(PageID, reason: String)
  /// A team goes out; its page ends the mark.
  ///
  /// - Parameter instead: the mark it takes the place of, as it was seen.
  case setOut(Underway, instead: Underway?)
  /// A mark that was made by mistake goes: the team is not out.
  case takeBack(Underway)

  var needs: Need {
    switch self {
    case .recall, .recallInspections, .recallShift: .nothing
    case .write, .correct, .void, .setOut, .takeBack: .keeper
    }
  }
}

extension Command {
  package static func recall(team: String) -> Command { .pages(.recall(team: team)) }
  package static func recallInspections(inspecting: String, inspected: String) -> Command {
    .pages(.recallInspections(inspecting: inspecting, inspected: inspected))
  }
  package static func recallShift(_ kind: PageKind) -> Command { .pages(.recallShift(kind)) }
  package static func write(_ page: NewPage) -> Command { .pages(.write(page)) }
  package static func record(_ entry: PatrolEntry) -> Command {
    .write(NewPage(.patrol, PatrolEntry.schema.texts(entry)))
  }
  package static func inspect(_ inspection: Inspection) -> Command {
    .write(NewPage(.inspection, Inspection.schema.texts(inspection)))
  }
  package static func correct(
    _ page: PageID, changes: [String: String], reason: String
  ) -> Command {
    .pages(.correct(page, changes: changes, reason: reason))
  }
  package static func void(_ page: PageID, reason: String) -> Command {
    .pages(.void(page, reason: reason))
  }
  package static func setOut(_ patrol: Underway, instead: Underway? = nil) -> Command {
    .pages(.setOut(patrol, instead: instead))
  }
  package static func takeBack(_ patrol: Underway) -> Command { .pages(.takeBack(patrol)) }
}

/// What a form may take over from a team's earlier entries.
package struct Recollection: Answer, Hashable {
  /// The fields of the newest entry; none for a new book.
  package let texts: [String: String]
  /// Handovers that no later entry settled: page number and text.
  package let handovers: [Handover]
  /// What is open where a shift ends.
  package let open: [Handing.Entry]

  package struct Handover: Hashable, Sendable {
    package let number: Int
    package let text: String
    package init(_ number: Int, _ text: String) { (self.number, self.text) = (number, text) }
  }

  package init(
    texts: [String: String] = [:], handovers: [Handover] = [], open: [Handing.Entry] = []
  ) {
    (self.texts, self.handovers, self.open) = (texts, handovers, open)
  }
}
