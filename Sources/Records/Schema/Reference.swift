/// Records that a field names, by code alone or by code and name.
package struct Reference: Hashable, Sendable {
  /// The names of the registers in which they stand: `members`; none where a form alone knows.
  package let registers: [String]
  /// Which of them come into question where somebody picks one; "" for all that are in force.
  package let narrowing: String

  package init(_ registers: String..., narrowing: String = "") {
    (self.registers, self.narrowing) = (registers, narrowing)
  }
}

extension Entry {
  /// What the field names; nil for a field that names nothing of a register.
  package var reference: Reference? {
    switch self {
    case .reference(let reference), .references(let reference): reference
    default: nil
    }
  }
}
