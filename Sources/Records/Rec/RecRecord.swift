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

  /// - Parameter first: the first byte of the name.
  fileprivate func isCalled(
    _ name: UnsafeRawBufferPointer, _ first: UInt8, in buffer: UnsafeRawBufferPointer
  ) -> Bool {
    guard colon - start == name.count, buffer[Int(start)] == first else { return false }
    for at in 1..<name.count where buffer[Int(start) + at] != name[at] { return false }
    return true
  }

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
    text.reserveCapacity(field.value.count)
    bytes.withBuffer { buffer in
      var rest = buffer[field.value]
      while let end = rest.firstIndex(of: 0x0A) {
        text += rest[..<end]
        // A file whose lines end in CRLF: the return belongs to the line's end, as the newline does.
        if text.last == 0x0D { text.removeLast() }
        text.append(0x0A)
        rest = rest[(end + 1)...]
        if rest.first != 0x0A { rest = rest.dropFirst(rest.starts(with: "+ ".utf8) ? 2 : 1) }
      }
      text += rest
    }
    return String(decoding: text, as: UTF8.self).trimmingBlanks()
  }

  /// The first field called `name`, looked for from `hint` on and then from the start.
  package func field(_ name: [UInt8], hint: inout Int) -> RecField? {
    name.withUnsafeBytes { field($0, hint: &hint) }
  }

  private func field(_ name: UnsafeRawBufferPointer, hint: inout Int) -> RecField? {
    let count = fields.count
    guard let first = name.first, count > 0 else { return nil }
    var index = hint < count ? hint : 0
    let found = bytes.withBuffer { buffer in
      fields.withUnsafeBufferPointer { fields -> RecField? in
        for _ in 0..<count {
          let field = fields[index]
          index = index + 1 < count ? index + 1 : 0
          if field.isCalled(name, first, in: buffer) { return field }
        }
        return nil
      }
    }
    if found != nil { hint = index }
    return found
  }

  /// Whether the value of a field is just these bytes, blanks at both ends not counted.
  package func isValue(of field: RecField, _ text: [UInt8]) -> Bool {
    guard !field.isContinued else { return Array(value(of: field).utf8) == text }
    let range = trimmed(field.value)
    guard range.count == text.count else { return false }
    return bytes.withBuffer { buffer in
      for at in text.indices where buffer[range.lowerBound + at] != text[at] { return false }
      return true
    }
  }

  /// The day that a field tells of; nil where its value is none.
  package func day(of field: RecField) -> Day? {
    guard !field.isContinued else { return Day(value(of: field)) }
    let range = trimmed(field.value)
    return bytes.withBuffer { Day(bytes: $0.bindMemory(to: UInt8.self)[range]) }
  }

  package subscript(_ name: String) -> String? {
    var (name, hint) = (name, 0)
    return name.withUTF8 { field(UnsafeRawBufferPointer($0), hint: &hint) }.map(value(of:))
  }

  /// Whether there is a field of that name, whatever it says.
  package func has(_ name: String) -> Bool {
    var (name, hint) = (name, 0)
    return name.withUTF8 { field(UnsafeRawBufferPointer($0), hint: &hint) } != nil
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
    // No character that is cut begins or ends with another byte.
    if let first = utf8.first, let last = utf8.last, first > 0x20, last > 0x20 { return self }
    var text = Substring(self)
    while let first = text.first, first == " " || first == "\t" || first == "\n" {
      text.removeFirst()
    }
    while let last = text.last, last == " " || last == "\t" || last == "\n" { text.removeLast() }
    return String(text)
  }
}
