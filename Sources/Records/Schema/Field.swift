import Wording

/// A field as a schema reads it.
protocol ReadableField: Sendable {
  associatedtype Value: Sendable
  var column: Column { get }
  func read(_ record: RecRecord, hint: inout Int) throws(FieldError) -> Value
  func read(_ text: String) throws(FieldError) -> Value
}

/// One line of a record: its name in the file, its label on the screen, its place in the value.
package struct Field<Record, Value: Sendable>: ReadableField {
  package let column: Column
  let type: FieldType<Value>
  let value: @Sendable (Record) -> Value

  package init(
    _ name: String, _ path: KeyPath<Record, Value> & Sendable, _ type: FieldType<Value>,
    _ label: Phrase, hint: Phrase? = nil
  ) {
    self.type = type
    value = { $0[keyPath: path] }
    column = Column(
      name: name, label: label, hint: hint, entry: type.entry, expected: type.expected,
      recType: type.recType, isRequired: type.parse("") == nil,
      accepts: { type.parse($0) != nil })
  }

  /// A field that may be left out.
  package init<Wrapped>(
    optional name: String, _ path: KeyPath<Record, Wrapped?> & Sendable,
    _ type: FieldType<Wrapped>, _ label: Phrase, hint: Phrase? = nil
  ) where Value == Wrapped? {
    self.init(name, path, type.optional, label, hint: hint)
  }

  func read(_ record: RecRecord, hint: inout Int) throws(FieldError) -> Value {
    let text = record.field(column.bytes, hint: &hint).map(record.value(of:)) ?? ""
    return try read(text)
  }

  func read(_ text: String) throws(FieldError) -> Value {
    guard let value = type.parse(text) else { throw column.error(text) }
    return value
  }

  func print(_ record: Record) -> String { type.print(value(record)) }
}

/// What forms, tables, CSV and `%` descriptors need to know of a field without its type.
package struct Column: Sendable {
  package let name: String
  package let label: Phrase
  /// What to write here, as help says it.
  package let hint: Phrase?
  package let entry: Entry
  package let expected: Phrase
  package let recType: String?
  package let isRequired: Bool
  /// Whether a text is a value of this field.
  package let accepts: @Sendable (String) -> Bool
  let bytes: [UInt8]

  init(
    name: String, label: Phrase, hint: Phrase?, entry: Entry, expected: Phrase, recType: String?,
    isRequired: Bool, accepts: @escaping @Sendable (String) -> Bool
  ) {
    (self.name, self.label, self.hint, self.entry) = (name, label, hint, entry)
    (self.expected, self.recType, self.isRequired) = (expected, recType, isRequired)
    (self.accepts, self.bytes) = (accepts, Array(name.utf8))
  }

  package func error(_ found: String) -> FieldError {
    FieldError(field: name, label: label, found: found, expected: expected)
  }

  /// The field's text in a record, cut out of its bytes; "" where it is left out.
  package func text(in record: RecRecord) -> String {
    var hint = 0
    return record.field(bytes, hint: &hint).map(record.value(of:)) ?? ""
  }
}
