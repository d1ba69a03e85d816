/// The texts of a record's fields by their names, asked for by the fields themselves.
extension Dictionary where Key == String, Value == String {
  package subscript(_ column: Column) -> String? {
    get { self[column.name] }
    set { self[column.name] = newValue }
  }

  package subscript<Record, FieldValue>(_ field: Field<Record, FieldValue>) -> String? {
    get { self[field.column] }
    set { self[field.column] = newValue }
  }
}

extension Draft {
  package subscript(_ column: Column) -> String {
    get { self[column.name] }
    set { self[column.name] = newValue }
  }

  package subscript<Record, Value>(_ field: Field<Record, Value>) -> String {
    get { self[field.column] }
    set { self[field.column] = newValue }
  }
}
