/// Comma-separated text as office programs here open it: UTF-8 with a mark at its start, fields that
/// a table program would take for a formula made harmless (OWASP “CSV injection”).
package enum CSVWriter {
  package static let mark = "\u{FEFF}"

  /// What a table program takes for the beginning of a formula.
  static let formulaMarks = "=+-@\t\r"

  package static func row(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  private static func field(_ text: String) -> String {
    var text = text
    if let first = text.drop(while: { $0 == "'" }).first, formulaMarks.contains(first) {
      text = "'" + text
    }
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

/// One JSON object a line (RFC 8259), all values strings, as the files have them.
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
        if scalar.value < 0x20 {
          let hex = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
