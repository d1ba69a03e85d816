import Records
import Wording

/// One of the records that the settings are kept in, without its type.
package struct SettingsGroup: Hashable, Sendable {
  /// The field that names the record: each is of one unit.
  package static let key = "Unit"

  /// The kind of its record.
  package let kind: String
  package let title: Phrase
  package let columns: [Column]
  /// What a new file of it begins with.
  package let descriptor: String
  private let path: @Sendable (_ unit: String) -> String
  private let reader: @Sendable ([String: String]) throws(FieldError) -> Void
  private let printer: @Sendable (Station) -> [(name: String, value: String)]

  private init<R: Sendable>(
    _ schema: Schema<R>, of record: @escaping @Sendable (Station) -> R,
    at path: @escaping @Sendable (_ unit: String) -> String
  ) {
    (kind, title, columns) = (schema.kind, schema.title, schema.columns)
    descriptor = schema.descriptor(key: Self.key) + "\n"
    self.path = path
    reader = { (texts) throws(FieldError) in _ = try schema.parse(texts) }
    printer = { schema.print(record($0)) }
  }

  package static let station = SettingsGroup(Station.Identity.schema) {
    $0.identity
  } at: { _ in
    Station.file
  }
  package static let policy = SettingsGroup(Policy.schema) {
    $0.policy
  } at: {
    "register/\($0)/policy.rec"
  }
  package static let desk = SettingsGroup(DeskLikes.schema) {
    $0.desk
  } at: {
    "register/\($0)/desk.rec"
  }

  package static let all = [station, policy, desk]

  /// Every field of the settings, each once.
  package static let columns: [Column] =
    station.columns + [policy, desk].flatMap { $0.columns.filter { $0.name != key } }

  /// A field of the settings, in any of their records.
  package static func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// The groups in which any of these fields stands; the unit's code stands in all.
  package static func holding(_ names: some Sequence<String>) -> [SettingsGroup] {
    let names = Set(names).subtracting([key])
    return all.filter { group in group.columns.contains { names.contains($0.name) } }
  }

  package func file(of unit: String) -> String { path(unit) }

  /// The fields as they stand, those that hold anything.
  package func texts(_ station: Station) -> [String: String] {
    Dictionary(printer(station).map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }

  /// The same as its record is written.
  package func print(_ station: Station) -> [(name: String, value: String)] { printer(station) }

  /// Reads the fields; the first that can't be read is thrown.
  package func check(_ texts: [String: String]) throws(FieldError) { try reader(texts) }

  package static func == (one: Self, other: Self) -> Bool { one.kind == other.kind }
  package func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}
