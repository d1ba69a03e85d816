import Records
import Wording

/// A record of a base register: what it is called by, how it is declared.
package protocol Registered: Sendable {
  var code: String { get }
  var name: String { get }
  var pinyin: String { get }
  /// The name of its file in `register/<keeper>/`.
  static var file: String { get }
  static var schema: Schema<Self> { get }
  static var layout: RegisterLayout { get }
  /// Refuses a record that the others don't allow, such as a second full-time place.
  func check(in library: Library) throws
}

extension RegisterRecord.Kind {
  /// What the records of a register are.
  ///
  /// The one place that says which registers there are: loading by keeper, forms, lists, CSV,
  /// commands and help follow from it.
  package var type: any Registered.Type {
    switch self {
    case .members: Member.self
    case .informants: Informant.self
    case .watch: WatchPost.self
    case .equipment: Equipment.self
    case .training: Training.self
    case .volunteers: Volunteer.self
    case .bodies: Body.self
    case .funds: Fund.self
    case .officers: Officer.self
    case .teams: Team.self
    case .units: Unit.self
    case .roster: RosterLine.self
    case .routes: Route.self
    case .exceptions: RosterException.self
    case .deputies: Deputy.self
    }
  }

  package var columns: [Column] { type.columns }
  package var layout: RegisterLayout { type.layout }
  package var title: Phrase { type.title }
  package func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// Whether one record can take another's place.
  package var canMerge: Bool { layout.sameAs != nil }

  /// Whether its records hold anything that is masked until somebody says why (R28).
  package var isPersonal: Bool { columns.contains { $0.entry.isPersonal } }

  /// What the roster is made of.
  package static let ofRoster: [Self] = [.roster, .routes, .exceptions, .deputies]

  /// The columns that are asked for here: identity numbers only where the station wants them (R28).
  package func columns(in station: Station) -> [Column] {
    columns.filter { $0.entry != .identity || station.identityNumbers }
  }

  /// Those of the base registers; the others stand beside the roster.
  package static let base: [Self] = [
    .members, .informants, .watch, .equipment, .training, .volunteers, .bodies, .funds, .officers,
    .teams, .units,
  ]

  /// Reads the fields of a record; the first that can't be read is thrown.
  package func read(_ texts: [String: String]) throws(FieldError) { try type.read(texts) }

  /// Whether a record read from these texts is allowed, as a value of its kind.
  ///
  /// - Throws: `FieldError` or a `Refusal`.
  package func check(_ texts: [String: String], in library: Library) throws {
    try type.check(texts, in: library)
  }
}

extension Registered {
  package static var columns: [Column] { schema.columns }
  package static var title: Phrase { schema.title }

  /// Every field has a text or is left out.
  package var texts: [String: String] { Self.schema.texts(self) }

  /// Most records stand for themselves.
  package func check(in library: Library) throws {}

  fileprivate static func read(_ texts: [String: String]) throws(FieldError) {
    _ = try schema.parse(texts)
  }

  fileprivate static func check(_ texts: [String: String], in library: Library) throws {
    try schema.parse(texts).check(in: library)
  }
}
