import Wording

/// A field as a schema reads it.
protocol ReadableField: Sendable {
  associatedtype Value: Sendable
  var column: Column { get }
  func read(_ record: RecRecord, hint: inout Int) throws(FieldError) -> Value
  func read(_ text: String) throws(FieldError) -> Value
}

/// One line of a record: its name in the file, its label on the screen, its place in the value.
///
/// One reference, as a `Column` is: reading a thousand records copies each field a thousand times.
package struct Field<Record, Value: Sendable>: ReadableField {
  private final class Parts: Sendable {
    let column: Column
    let type: FieldType<Value>
    let value: @Sendable (Record) -> Value
    /// What a field is that a record leaves out; nil where it has to be there.
    let absent: Value?

    init(_ column: Column, _ type: FieldType<Value>, _ value: @escaping @Sendable (Record) -> Value)
    {
      (self.column, self.type, self.value) = (column, type, value)
      absent = type.parse("")
    }
  }

  private let parts: Parts
  package var column: Column { parts.column }

  /// - Parameters:
  ///   - blank: what it says to leave the field out; without it a page does not show it then.
  ///   - also: what stations' own tables call it, beside its label (CSV).
  package init(
    _ name: String, _ path: KeyPath<Record, Value> & Sendable, _ type: FieldType<Value>,
    _ label: Phrase, hint: Phrase? = nil, blank: Phrase? = nil, also headings: [String] = []
  ) {
    let column = Column(
      name: name, label: label, hint: hint, blank: blank, entry: type.entry,
      expected: type.expected, recType: type.recType, isRequired: type.parse("") == nil,
      headings: headings, words: type.words, shape: type.shape, accepts: { type.parse($0) != nil })
    parts = Parts(column, type) { $0[keyPath: path] }
  }

  /// A field that may be left out.
  package init<Wrapped>(
    optional name: String, _ path: KeyPath<Record, Wrapped?> & Sendable,
    _ type: FieldType<Wrapped>, _ label: Phrase, hint: Phrase? = nil, also headings: [String] = []
  ) where Value == Wrapped? {
    self.init(name, path, type.optional, label, hint: hint, also: headings)
  }

  /// What a form asks in one breath and a record keeps in several fields: it stands in no schema.
  package init(
    asking name: String, _ entry: Entry, _ expected: Phrase, _ label: Phrase, hint: Phrase? = nil
  ) where Value == String {
    let type = FieldType<String>(
      entry: entry, expected: expected, parse: { $0.isEmpty ? nil : $0 }, print: { $0 })
    let column = Column(
      name: name, label: label, hint: hint, blank: nil, entry: entry, expected: expected,
      recType: nil, isRequired: true, headings: [], words: nil, shape: type.shape,
      accepts: { !$0.isEmpty })
    parts = Parts(column, type) { _ in "" }
  }

  func read(_ record: RecRecord, hint: inout Int) throws(FieldError) -> Value {
    guard let text = parts.column.text(in: record, hint: &hint) else { return try absent() }
    return try read(text)
  }

  /// Apart from the usual way: in it the type of a value that may be absent is looked up at run time.
  @inline(never)
  private func absent() throws(FieldError) -> Value {
    if let absent = parts.absent { return absent }
    throw parts.column.error("")
  }

  /// The value that a text is.
  package func read(_ text: String) throws(FieldError) -> Value {
    guard let value = parts.type.parse(text) else { throw parts.column.error(text) }
    return value
  }

  func print(_ record: Record) -> String { text(of: parts.value(record)) }

  /// The text of a value; "" for one that is left out.
  func text(of value: Value) -> String { parts.type.print(value) }
}

/// What forms, tables, CSV and `%` descriptors need to know of a field without its type.
package struct Column: Sendable {
  private final class Parts: Sendable {
    let name: String
    let label: Phrase
    let hint, blank: Phrase?
    let entry: Entry
    let expected: Phrase
    let recType: String?
    let isRequired: Bool
    let headings: [String]
    let words: (@Sendable (String, Language) -> String?)?
    let shape: FieldShape
    let accepts: @Sendable (String) -> Bool
    let bytes: [UInt8]

    init(
      name: String, label: Phrase, hint: Phrase?, blank: Phrase?, entry: Entry, expected: Phrase,
      recType: String?, isRequired: Bool, headings: [String],
      words: (@Sendable (String, Language) -> String?)?, shape: FieldShape,
      accepts: @escaping @Sendable (String) -> Bool
    ) {
      self.shape = shape
      (self.name, self.label, self.hint, self.blank) = (name, label, hint, blank)
      (self.entry, self.words, self.headings) = (entry, words, headings)
      (self.expected, self.recType, self.isRequired) = (expected, recType, isRequired)
      (self.accepts, self.bytes) = (accepts, Array(name.utf8))
    }
  }

  private let parts: Parts
  package var name: String { parts.name }
  package var label: Phrase { parts.label }
  /// What to write here, as help says it.
  package var hint: Phrase? { parts.hint }
  /// What it says to leave the field out: “nothing found”, “not counted”; nil where it says nothing.
  package var blank: Phrase? { parts.blank }
  package var entry: Entry { parts.entry }
  package var expected: Phrase { parts.expected }
  package var recType: String? { parts.recType }
  package var isRequired: Bool { parts.isRequired }
  /// Other headings under which tables from elsewhere have it.
  package var headings: [String] { parts.headings }
  /// How its value is written on a page.
  package var shape: FieldShape { parts.shape }
  /// A text of the field as a person reads it, where its type says how; nil for every other.
  package func words(_ text: String, _ language: Language) -> String? {
    parts.words?(text, language)
  }
  /// Whether a text is a value of this field.
  package var accepts: @Sendable (String) -> Bool { parts.accepts }
  var bytes: [UInt8] { parts.bytes }

  init(
    name: String, label: Phrase, hint: Phrase?, blank: Phrase?, entry: Entry, expected: Phrase,
    recType: String?, isRequired: Bool, headings: [String],
    words: (@Sendable (String, Language) -> String?)?, shape: FieldShape,
    accepts: @escaping @Sendable (String) -> Bool
  ) {
    parts = Parts(
      name: name, label: label, hint: hint, blank: blank, entry: entry, expected: expected,
      recType: recType, isRequired: isRequired, headings: headings, words: words, shape: shape,
      accepts: accepts)
  }

  /// The same where nothing at all is also an answer: for a form that changes only what it says.
  package var maybe: Column {
    let accepts = accepts
    return Column(
      name: name, label: label, hint: hint, blank: blank, entry: entry, expected: expected,
      recType: recType, isRequired: false, headings: headings, words: parts.words,
      shape: shape, accepts: { $0.isEmpty || accepts($0) })
  }

  package func error(_ found: String) -> FieldError {
    FieldError(field: name, label: label, found: found, expected: expected)
  }

  /// The field's text in a record, cut out of its bytes; "" where it is left out.
  package func text(in record: RecRecord) -> String {
    var hint = 0
    return text(in: record, hint: &hint) ?? ""
  }

  /// The day that the field tells of; nil where it is left out, or is none.
  package func day(in record: RecRecord) -> Day? {
    var hint = 0
    guard let field = record.field(parts.bytes, hint: &hint) else { return nil }
    return record.day(of: field)
  }

  /// Whether the field is just these bytes in a record.
  package func isText(_ text: [UInt8], in record: RecRecord) -> Bool {
    var hint = 0
    guard let field = record.field(parts.bytes, hint: &hint) else { return text.isEmpty }
    return record.isValue(of: field, text)
  }

  func text(in record: RecRecord, hint: inout Int) -> String? {
    guard let field = record.field(parts.bytes, hint: &hint) else { return nil }
    return record.value(of: field)
  }
}
