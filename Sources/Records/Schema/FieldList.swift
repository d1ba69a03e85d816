/// Fields of one kind in an order: what a form asks, what a list shows.
///
/// A field of another kind does not compile.
package struct FieldList<Record>: Sendable {
  package let columns: [Column]

  package init<each Value>(_ field: repeat Field<Record, each Value>) {
    var columns: [Column] = []
    repeat columns.append((each field).column)
    self.columns = columns
  }

  package var names: [String] { columns.map(\.name) }
}

/// What a field of a kind is to say, as its file would.
package struct FilledField<Record>: Sendable {
  package let column: Column
  package let text: String
}

extension Field {
  package func says(_ text: String) -> FilledField<Record> {
    FilledField(column: column, text: text)
  }
}
