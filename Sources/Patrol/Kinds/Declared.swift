import Records

/// A kind of record by its name, carrying what its type declares: two of one name are one.
package protocol Declared: Hashable, Sendable {
  var name: String { get }
  var columns: [Column] { get }
}

extension Declared {
  package static func == (a: Self, b: Self) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  package func column(_ name: String) -> Column? { columns.first { $0.name == name } }
}
