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
  func check(in snapshot: Snapshot) throws
  /// Refuses a change by which something that has been would never have been.
  static func check(
    _ before: [String: String], becoming after: [String: String], in snapshot: Snapshot) throws
  /// The records that say the same from today on, where a change would be refused for days that have been;
  /// nil where it can stand as it is.
  static func fromToday(
    _ before: [String: String], becoming after: [String: String], in snapshot: Snapshot
  ) -> [RegisterRecord]?
}

extension Registered {
  package static var columns: [Column] { schema.columns }
  package static var title: Phrase { schema.title }

  /// Every field has a text or is left out.
  package var texts: [String: String] { Self.schema.texts(self) }

  /// Most records stand for themselves.
  package func check(in snapshot: Snapshot) throws {}

  package static func check(
    _ before: [String: String], becoming after: [String: String], in snapshot: Snapshot
  ) throws {}

  package static func fromToday(
    _ before: [String: String], becoming after: [String: String], in snapshot: Snapshot
  ) -> [RegisterRecord]? { nil }

  static func read(_ texts: [String: String]) throws(FieldError) {
    _ = try schema.parse(texts)
  }

  static func check(_ texts: [String: String], in snapshot: Snapshot) throws {
    try schema.parse(texts).check(in: snapshot)
  }
}
