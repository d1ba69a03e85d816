import Wording

/// Comma-separated text as office programs here open it: UTF-8 with a mark at its start, fields that
/// a table program would take for a formula made harmless (OWASP “CSV injection”).
package enum CSVWriter {
  package static let mark = "\u{FEFF}"

  /// What a table program takes for the beginning of a formula.
  static let formulaMarks = Array("=+-@\t\r".utf8)

  /// The beginning of a table: the mark, and what its columns are called.
  package static func heading(_ names: [String]) -> String { mark + row(names) }

  package static func row(_ fields: [String]) -> String {
    var row: [UInt8] = []
    append(fields, to: &row)
    return String(decoding: row, as: UTF8.self)
  }

  /// Adds a row with its line end.
  package static func append(_ fields: [String], to rows: inout [UInt8]) {
    for (index, var field) in fields.enumerated() {
      if index > 0 { rows.append(UInt8(ascii: ",")) }
      field.withUTF8 { append(field: UnsafeRawBufferPointer($0), to: &rows) }
    }
    rows += [0x0D, 0x0A]
  }

  /// Adds one field, without what parts it from the next.
  ///
  /// Told by its bytes, as a table program reads them: a mark above a comma makes it no less a comma.
  static func append(field: UnsafeRawBufferPointer, to rows: inout [UInt8]) {
    var isQuoted = false
    for byte in field where isSpecial(byte) {
      isQuoted = true
      break
    }
    if isQuoted { rows.append(quote) }
    if isFormula(field) { rows.append(apostrophe) }
    if isQuoted {
      for byte in field {
        if byte == quote { rows.append(quote) }
        rows.append(byte)
      }
      rows.append(quote)
    } else {
      rows.append(contentsOf: field)
    }
  }

  /// Whether a table program would take a text for a formula, or for one that was made harmless.
  static func isFormula(_ field: some Collection<UInt8>) -> Bool {
    field.first { $0 != apostrophe }.map(formulaMarks.contains) ?? false
  }

  static let apostrophe = UInt8(ascii: "'")
  private static let quote = UInt8(ascii: "\"")

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == quote || byte == 0x0A || byte == 0x0D
  }
}

/// One JSON object a line (RFC 8259), all values strings, as the files have them; what nobody sees is
/// escaped, so that it does nothing to a terminal or a log and is there for who reads the object.
package enum JSONLine {
  package static func object(_ fields: [(name: String, value: String)]) -> String {
    "{" + fields.map { "\(string($0.name)):\(string($0.value))" }.joined(separator: ",") + "}"
  }

  package static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if Unseen.contains(scalar) {
          result += escaped(scalar)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// `\u202e`; beyond the first plane in two halves.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    UTF16.encode(scalar)?.map { unit in
      let hex = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }.joined() ?? ""
  }
}
