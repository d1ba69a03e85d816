/// Comma-separated text (RFC 4180) as office programs write it: commas, tabs or semicolons, line
/// breaks within quotation marks, any line ending.
package enum CSVReader {
  package struct Row: Hashable, Sendable {
    /// The line of the file on which it begins, counted from 1.
    package let line: Int
    package let cells: [String]
    package init(line: Int, cells: [String]) { (self.line, self.cells) = (line, cells) }
  }

  /// Every row that is not blank.
  package static func rows(_ text: String) throws(TableError) -> [Row] {
    var scan = Scan(text, separator: separator(text))
    let rows = try scan.rows()
    guard !rows.isEmpty else { throw .empty }
    return rows
  }

  /// The mark that parts most cells of the first line with several: a title above it has none.
  private static func separator(_ text: String) -> UInt8 {
    let lines = text.utf8.split(maxSplits: 10) { $0 == 0x0A || $0 == 0x0D }.prefix(10)
    for line in lines {
      let counts = [0x2C, 0x09, 0x3B].map { mark in (UInt8(mark), line.count { $0 == mark }) }
      if let most = counts.max(by: { $0.1 < $1.1 }), most.1 > 0 { return most.0 }
    }
    return 0x2C
  }

  /// Takes back what `CSVWriter` did to texts that a table program would take for a formula.
  static func unprotected(_ text: String) -> String {
    guard text.utf8.first == CSVWriter.apostrophe, CSVWriter.isFormula(text.utf8) else {
      return text
    }
    return String(decoding: text.utf8.dropFirst(), as: UTF8.self)
  }

  private struct Scan {
    private let bytes: [UInt8]
    private let separator: UInt8
    private var at = 0
    private var line = 1

    init(_ text: String, separator: UInt8) {
      bytes = Array(text.utf8)
      self.separator = separator
    }

    mutating func rows() throws(TableError) -> [Row] {
      var rows: [Row] = []
      while at < bytes.count {
        let begun = line
        var cells: [String] = []
        while true {
          cells.append(CSVReader.unprotected(try cell()))
          guard at < bytes.count, bytes[at] == separator else { break }
          at += 1
        }
        endLine()
        if cells.contains(where: { !$0.trimmingBlanks().isEmpty }) {
          rows.append(Row(line: begun, cells: cells))
        }
      }
      return rows
    }

    private mutating func endLine() {
      if at < bytes.count, bytes[at] == 0x0D { at += 1 }
      if at < bytes.count, bytes[at] == 0x0A { at += 1 }
      line += 1
    }

    private mutating func cell() throws(TableError) -> String {
      var text: [UInt8] = []
      if at < bytes.count, bytes[at] == 0x22 { text = try quoted() }
      while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D {
        text.append(bytes[at])
        at += 1
      }
      return String(decoding: text, as: UTF8.self)
    }

    private mutating func quoted() throws(TableError) -> [UInt8] {
      let begun = line
      var text: [UInt8] = []
      at += 1
      while at < bytes.count {
        switch bytes[at] {
        case 0x22:
          at += 1
          guard at < bytes.count, bytes[at] == 0x22 else { return text }
          text.append(0x22)
        case 0x0D:
          // A line break within a cell is one, however it is written.
          if at + 1 < bytes.count, bytes[at + 1] == 0x0A { break }
          text.append(0x0A)
          line += 1
        case 0x0A:
          text.append(0x0A)
          line += 1
        default: text.append(bytes[at])
        }
        at += 1
      }
      throw .openQuote(line: begun)
    }
  }
}
