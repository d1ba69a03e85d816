import Wording

/// A record kind, declared once: parser, printer, form, table heading, CSV header and `%`
/// descriptor follow from it.
///
/// The fields stand in the order and with the types of the record's initialiser; a missing field or
/// one of another type does not compile.
package struct Schema<Record: Sendable>: Sendable {
  /// The kind's name in `%rec:` or `Kind:`.
  package let kind: String
  package let title: Phrase
  package let columns: [Column]
  private let reader: @Sendable (RecRecord) throws(FieldError) -> Record
  private let textReader: @Sendable ([String: String]) throws(FieldError) -> Record
  private let writer: @Sendable (Record) -> [String]

  package init<each Value>(
    _ kind: String, _ title: Phrase, _ make: @escaping @Sendable (repeat each Value) -> Record,
    _ field: repeat Field<Record, each Value>
  ) {
    (self.kind, self.title) = (kind, title)
    var columns: [Column] = []
    repeat columns.append((each field).column)
    self.columns = columns
    reader = Self.reader(make, repeat each field)
    textReader = Self.textReader(make, repeat each field)
    writer = { record in
      var texts: [String] = []
      repeat texts.append((each field).print(record))
      return texts
    }
  }

  /// Generic over the fields themselves: over their values, every read would look the field's type
  /// up at run time, and reading a thousand teams took twice as long.
  private static func reader<each F: ReadableField>(
    _ make: @escaping @Sendable (repeat (each F).Value) -> Record, _ field: repeat each F
  ) -> @Sendable (RecRecord) throws(FieldError) -> Record {
    { (record) throws(FieldError) in
      var hint = 0
      return make(repeat try (each field).read(record, hint: &hint))
    }
  }

  private static func textReader<each F: ReadableField>(
    _ make: @escaping @Sendable (repeat (each F).Value) -> Record, _ field: repeat each F
  ) -> @Sendable ([String: String]) throws(FieldError) -> Record {
    { (texts) throws(FieldError) in
      make(repeat try (each field).read(texts[(each field).column.name] ?? ""))
    }
  }

  package func parse(_ record: RecRecord) throws(FieldError) -> Record { try reader(record) }

  /// Reads field texts, such as a form's or a command's.
  package func parse(_ texts: [String: String]) throws(FieldError) -> Record {
    try textReader(texts)
  }

  /// The fields that have a value, in their declared order.
  package func print(_ record: Record) -> [(name: String, value: String)] {
    zip(columns, writer(record)).map { ($0.name, $1) }.filter { !$0.value.isEmpty }
  }

  package func texts(_ record: Record) -> [String: String] {
    Dictionary(print(record).map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }

  package func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// The `%rec:` lines that recutils checks a register of this kind by.
  package func descriptor(key: String) -> String {
    var text = "%rec: \(kind)\n%key: \(key)\n"
    for column in columns {
      if let type = column.recType { text += "%type: \(column.name) \(type)\n" }
    }
    let mandatory = columns.filter { $0.isRequired && $0.name != key }.map(\.name)
    if !mandatory.isEmpty { text += "%mandatory: \(mandatory.joined(separator: " "))\n" }
    return text
  }
}
