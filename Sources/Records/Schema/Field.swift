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

  /// - Parameter also: what stations' own tables call it, beside its label (CSV).
  package init(
    _ name: String, _ path: KeyPath<Record, Value> & Sendable, _ type: FieldType<Value>,
    _ label: Phrase, hint: Phrase? = nil, also headings: [String] = []
  ) {
    self.type = type
    value = { $0[keyPath: path] }
    column = Column(
      name: name, label: label, hint: hint, entry: type.entry, expected: type.expected,
      recType: type.recType, isRequired: type.parse("") == nil, headings: headings,
      accepts: { type.parse($0) != nil })
  }

  /// A field that may be left out.
  package init<Wrapped>(
    optional name: String, _ path: KeyPath<Record, Wrapped?> & Sendable,
    _ type: FieldType<Wrapped>, _ label: Phrase, hint: Phrase? = nil, also headings: [String] = []
  ) where Value == Wrapped? {
    self.init(name, path, type.optional, label, hint: hint, also: headings)
  }

  func read(_ record: RecRecord, hint: inout Int) throws(FieldError) -> Value {
    let text = record.field(column.bytes, hint: &hint).map(record.value(of:)) ?? ""
    return try read(text)
  }

  /// The value that a text is.
  package func read(_ text: String) throws(FieldError) -> Value {
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
  /// Other headings under which tables from elsewhere have it.
  package let headings: [String]
  /// Whether a text is a value of this field.
  package let accepts: @Sendable (String) -> Bool
  let bytes: [UInt8]

  init(
    name: String, label: Phrase, hint: Phrase?, entry: Entry, expected: Phrase, recType: String?,
    isRequired: Bool, headings: [String], accepts: @escaping @Sendable (String) -> Bool
  ) {
    (self.name, self.label, self.hint, self.entry) = (name, label, hint, entry)
    (self.expected, self.recType, self.isRequired) = (expected, recType, isRequired)
    self.headings = headings
    (self.accepts, self.bytes) = (accepts, Array(name.utf8))
  }

  /// The same where nothing at all is also an answer: for a form that changes only what it says.
  package var maybe: Column {
    let accepts = accepts
    return Column(
      name: name, label: label, hint: hint, entry: entry, expected: expected, recType: recType,
      isRequired: false, headings: headings, accepts: { $0.isEmpty || accepts($0) })
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
