/// The lines of a page, taken one after another.
struct Lines {
  private let buffer: UnsafeRawBufferPointer
  private let end: Int
  private(set) var at: Int

  init(_ buffer: UnsafeRawBufferPointer, _ range: Range<Int>) {
    (self.buffer, at, end) = (buffer, range.lowerBound, range.upperBound)
  }

  func isAt(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard at + count <= end else { return false }
    for index in 0..<count where buffer[at + index] != text.utf8Start[index] { return false }
    return true
  }

  mutating func take(_ text: StaticString) -> Bool {
    guard isAt(text) else { return false }
    at += text.utf8CodeUnitCount
    return true
  }

  mutating func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard at + bytes.count <= end else { return false }
    for index in 0..<bytes.count where buffer[at + index] != bytes[index] { return false }
    at += bytes.count
    return true
  }

  mutating func takeLine(_ text: StaticString) -> Bool {
    let start = at
    if take(text), endLine() { return true }
    at = start
    return false
  }

  mutating func takeLine(_ bytes: [UInt8]) -> Bool {
    let start = at
    if bytes.withUnsafeBytes({ take($0) }), endLine() { return true }
    at = start
    return false
  }

  /// Small letters, as the kinds of pages are written.
  mutating func word() -> Bool {
    let start = at
    while at < end, buffer[at] >= 97, buffer[at] <= 122 { at += 1 }
    return at > start
  }

  mutating func endLine() -> Bool {
    guard at < end, buffer[at] == 0x0A else { return false }
    at += 1
    return true
  }

  /// A number without zeros before it.
  mutating func number() -> Int? {
    let start = at
    var value = 0
    while at < end, at - start < 9, isDigit(buffer[at]) {
      value = value * 10 + Int(buffer[at] - 48)
      at += 1
    }
    return at > start && buffer[start] != 48 ? value : nil
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private mutating func two() -> Int? {
    guard at + 2 <= end, isDigit(buffer[at]), isDigit(buffer[at + 1]) else { return nil }
    defer { at += 2 }
    return Int(buffer[at] - 48) * 10 + Int(buffer[at + 1] - 48)
  }

  /// `2026-11-24T21:07:33+08:00 `, as `Stamp` reads it.
  mutating func stamp() -> Int? {
    guard let century = two(), let year = two(), take("-"), let month = two(), take("-"),
      let day = two(), take("T"), let hour = two(), hour < 24, take(":"), let minute = two(),
      minute < 60, take(":"), let second = two(), second <= 60
    else { return nil }
    let isEast = take("+")
    guard isEast || take("-"), let east = two(), east < 24, take(":"), let rest = two(), rest < 60,
      take(" "), let date = Day(year: century * 100 + year, month: month, day: day)
    else { return nil }
    let offset = (east * 60 + rest) * (isEast ? 1 : -1)
    return ((date.number * 24 + hour) * 60 + minute - offset) * 60 + second
  }

  /// A code, a blank, a name without a comma and without blanks at its ends.
  mutating func person() -> Bool {
    let start = at
    while at < end, isKey(buffer[at]) { at += 1 }
    guard at > start, at - start <= 40, take(" ") else { return false }
    return value(isList: false)
  }

  private func isKey(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122 || byte == 45
      || byte == 95
  }

  /// A field and where it stands.
  struct Field {
    let name: Range<Int>
    /// With the marks of further lines, and without the last line's end.
    let value: Range<Int>
    let isContinued: Bool
  }

  mutating func field() -> Bool { cutField() != nil }

  /// `Name: value` with further lines after `+ `, as the writer writes them.
  mutating func cutField() -> Field? {
    let start = at
    guard at < end, isKey(buffer[at]), !isDigit(buffer[at]), buffer[at] != 45, buffer[at] != 95
    else { return nil }
    while at < end, isKey(buffer[at]), buffer[at] != 45 { at += 1 }
    // These stand once, at the page's end, or the close look decides which of them counts.
    let name = start..<at
    guard name.count != 8 && name.count != 6 || !isReserved(start), take(": "),
      value(isList: true), endLine()
    else { return nil }
    let first = at
    while at < end, buffer[at] == UInt8(ascii: "+") {
      guard take("+ "), value(isList: true), endLine() else { return nil }
    }
    return Field(name: name, value: name.upperBound + 2..<at - 1, isContinued: at > first)
  }

  /// A digest's digits.
  mutating func digest() -> Bool {
    let start = at
    while at < end, at - start < 64, isDigit(buffer[at]) || 97...102 ~= buffer[at] { at += 1 }
    return at - start == 64
  }

  private func isReserved(_ start: Int) -> Bool {
    var lines = self
    lines.at = start
    return lines.isAt("Recorded:") || lines.isAt("Previous:") || lines.isAt("Digest:")
      || lines.isAt("Number:")
  }

  /// The rest of a line: valid UTF-8 that neither begins nor ends with a blank.
  private mutating func value(isList: Bool) -> Bool {
    let start = at
    while at < end, buffer[at] != 0x0A {
      let byte = buffer[at]
      if byte < 0x80 {
        if !isList, byte == UInt8(ascii: ",") { return false }
        at += 1
      } else {
        guard let next = UTF8Step.next(buffer, at, end) else { return false }
        at = next
      }
    }
    guard at > start else { return false }
    return !isBlank(buffer[start]) && !isBlank(buffer[at - 1])
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
