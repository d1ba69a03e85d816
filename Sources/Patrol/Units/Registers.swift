import Records
import Wording

extension RegisterRecord.Kind {
  /// What the records of a register are.
  ///
  /// With `Library.records`, the one place that says which registers there are: loading by keeper,
  /// `put`, `list`, CSV and help follow from it.
  package var type: any Registered.Type {
    switch self {
    case .units: Unit.self
    case .teams: Team.self
    case .members: Member.self
    case .officers: Officer.self
    case .roster: RosterLine.self
    case .deputies: Deputy.self
    }
  }

  package var columns: [Column] { type.columns }

  /// Whether its records are called by a name that pinyin finds.
  package var hasReading: Bool { columns.contains { $0.name == "Pinyin" } }
}

extension Registered {
  package static var columns: [Column] { schema.columns }

  /// Every field has a text or is left out.
  package var texts: [String: String] { Self.schema.texts(self) }

  /// Most records stand for themselves.
  package func check(in library: Library) throws {}
}

extension Library {
  /// Every record of a register, in the order of its file.
  package func records(_ kind: RegisterRecord.Kind) -> [any Registered] {
    switch kind {
    case .units: units
    case .teams: teams
    case .members: allMembers
    case .officers: officers
    case .roster: roster
    case .deputies: deputies
    }
  }
}
