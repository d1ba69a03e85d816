/// A record being typed: the text of each field, not yet believed.
///
/// The same `Schema.parse` that reads a file reads it, so there is one validation for both.
package struct Draft: Hashable, Sendable {
  package var texts: [String: String]

  package init(_ texts: [String: String] = [:]) { self.texts = texts }

  package subscript(_ name: String) -> String {
    get { texts[name] ?? "" }
    set { texts[name] = newValue.isEmpty ? nil : newValue }
  }

  package func read<Record>(_ schema: Schema<Record>) throws(FieldError) -> Record {
    try schema.parse(texts)
  }
}
