/// One `Name: value` of a record, as places in the file's bytes; small, since a register of a city
/// has tens of thousands.
package struct RecField: Sendable {
  private let start: UInt32
  private let colon: UInt32
  private let end: UInt32
  private let lineAndMark: UInt32

  /// - Parameters:
  ///   - colon: where the name ends.
  ///   - end: where the value ends, before the newline.
  ///   - line: the line in the file, counted from 1.
  init(start: Int, colon: Int, end: Int, isContinued: Bool = false, line: Int) {
    (self.start, self.colon) = (UInt32(clamping: start), UInt32(clamping: colon))
    self.end = UInt32(clamping: end)
    lineAndMark = UInt32(clamping: min(line, 1 << 30)) << 1 | (isContinued ? 1 : 0)
  }

  package var name: Range<Int> { Int(start)..<Int(colon) }
  /// The value's bytes, continuation marks included, without the newline that ends it.
  package var value: Range<Int> { Int(colon) + 1..<Int(end) }
  /// Whether `+ ` lines continue the value.
  package var isContinued: Bool { lineAndMark & 1 == 1 }
  package var line: Int { Int(lineAndMark >> 1) }

  func continued(to end: Int) -> RecField {
    RecField(start: Int(start), colon: Int(colon), end: end, isContinued: true, line: line)
  }
}

/// One record of a file: its bytes, from the first field up to and including the last newline.
package struct RecRecord: Sendable {
  package let bytes: Bytes
  package let range: Range<Int>
  /// A part of all fields of the file.
  package let fields: ArraySlice<RecField>

  package var line: Int { fields.first?.line ?? 0 }
  package var text: String { bytes.text(range) }

  package func name(of field: RecField) -> String { bytes.text(field.name) }

  /// The value with continuation lines joined by newlines, blanks at both ends cut.
  package func value(of field: RecField) -> String {
    guard field.isContinued else { return bytes.text(trimmed(field.value)) }
    var text: [UInt8] = []
    let lines = bytes.array(field.value).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 {
        // A file whose lines end in CRLF: the return belongs to the line's end, as the newline does.
        if text.last == 0x0D { text.removeLast() }
        text.append(UInt8(ascii: "\n"))
      }
      text += index == 0 ? line : line.dropFirst(line.starts(with: "+ ".utf8) ? 2 : 1)
    }
    return String(decoding: text, as: UTF8.self).trimmingBlanks()
  }

  /// The first field called `name`, looked for from `hint` on and then from the start.
  package func field(_ name: [UInt8], hint: inout Int) -> RecField? {
    guard let first = name.first else { return nil }
    return bytes.withBuffer { buffer in
      var index = hint < fields.count ? hint : 0
      for _ in 0..<fields.count {
        let field = fields[fields.startIndex + index]
        index += 1
        let start = field.name.lowerBound
        if field.name.count == name.count, buffer[start] == first,
          buffer[field.name].elementsEqual(name)
        {
          hint = index
          return field
        }
        if index == fields.count { index = 0 }
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
