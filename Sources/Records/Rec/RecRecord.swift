/// One `Name: value` of a record, as ranges of the file's bytes.
package struct RecField: Sendable {
  package let name: Range<Int>
  /// The value's bytes, continuation marks included, without the newline that ends it.
  package let value: Range<Int>
  /// Whether `+ ` lines continue the value.
  package let isContinued: Bool
  /// The line in the file, counted from 1.
  package let line: Int
}

/// One record of a file: its bytes, from the first field up to and including the last newline.
package struct RecRecord: Sendable {
  package let bytes: Bytes
  package let range: Range<Int>
  package let fields: [RecField]

  package var line: Int { fields.first?.line ?? 0 }
  package var text: String { bytes.text(range) }

  package func name(of field: RecField) -> String { bytes.text(field.name) }

  /// The value with continuation lines joined by newlines, blanks at both ends cut.
  package func value(of field: RecField) -> String {
    guard field.isContinued else { return bytes.text(trimmed(field.value)) }
    let lines = bytes.text(field.value).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line -> Substring in
      guard index > 0 else { return line }
      return line.dropFirst(line.hasPrefix("+ ") ? 2 : 1)
    }.joined(separator: "\n").trimmingBlanks()
  }

  /// The first field called `name`, looked for from `hint` on and then from the start.
  package func field(_ name: [UInt8], hint: inout Int) -> RecField? {
    bytes.withBuffer { buffer in
      for step in 0..<fields.count {
        let index = (hint + step) % fields.count
        guard buffer[fields[index].name].elementsEqual(name) else { continue }
        hint = index + 1
        return fields[index]
      }
      return nil
    }
  }

  package subscript(_ name: String) -> String? {
    var hint = 0
    return field(Array(name.utf8), hint: &hint).map(value(of:))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    bytes.withBuffer { buffer in
      var (low, high) = (range.lowerBound, range.upperBound)
      while low < high, buffer[low] == 0x20 || buffer[low] == 0x09 { low += 1 }
      while high > low, buffer[high - 1] == 0x20 || buffer[high - 1] == 0x09 { high -= 1 }
      return low..<high
    }
  }
}

extension String {
  /// Without blanks, tabs and newlines at both ends.
  package func trimmingBlanks() -> String {
    var text = Substring(self)
    while let first = text.first, first == " " || first == "\t" || first == "\n" {
      text.removeFirst()
    }
    while let last = text.last, last == " " || last == "\t" || last == "\n" { text.removeLast() }
    return String(text)
  }
}
