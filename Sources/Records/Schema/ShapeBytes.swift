import Glibc

/// The bytes of a value, looked at in place.
///
/// What is asked of every value of a city's books is made part of whoever asks: a call costs as much as
/// the comparison of a few bytes does.
package struct ShapeBytes {
  private let buffer: UnsafeRawBufferPointer

  package init(_ buffer: UnsafeRawBufferPointer) { self.buffer = buffer }

  package init(_ buffer: UnsafeRawBufferPointer, _ range: Range<Int>) {
    self.buffer = UnsafeRawBufferPointer(rebasing: buffer[range])
  }

  package var count: Int { buffer.count }
  package var isEmpty: Bool { buffer.isEmpty }
  package subscript(_ index: Int) -> UInt8 { buffer[index] }
  package subscript(_ range: Range<Int>) -> ShapeBytes { ShapeBytes(buffer, range) }

  package var text: String { String(decoding: buffer, as: UTF8.self) }

  package func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count, let base = buffer.baseAddress,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return base.distance(to: UnsafeRawPointer(found))
  }

  /// Where a text stands for the first time, from an index on.
  @inline(__always)
  func first(_ text: StaticString, from start: Int = 0) -> Int? {
    var at = start
    while let next = firstIndex(of: text.utf8Start[0], from: at) {
      if has(text, at: next) { return next }
      at = next + 1
    }
    return nil
  }

  @inline(__always)
  func has(_ text: StaticString, at start: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    for at in 0..<length where buffer[start + at] != text.utf8Start[at] { return false }
    return true
  }

  package func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && has(text, at: 0)
  }

  package func equals(_ other: ShapeBytes) -> Bool {
    guard count == other.count, let own = buffer.baseAddress, let others = other.buffer.baseAddress
    else { return count == other.count }
    return memcmp(own, others, count) == 0
  }

  package func equals(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { equals(ShapeBytes(UnsafeRawBufferPointer($0))) }
  }

  /// What stands behind a text that it has to begin with.
  @inline(__always)
  package func drop(_ text: StaticString) -> ShapeBytes? {
    has(text, at: 0) ? self[text.utf8CodeUnitCount..<count] : nil
  }

  @inline(__always)
  func all(_ holds: (UInt8) -> Bool) -> Bool {
    for at in 0..<count where !holds(buffer[at]) { return false }
    return true
  }

  /// Whether every part between a separator holds; an empty part never does.
  @inline(__always)
  func all(between separator: StaticString, _ holds: (ShapeBytes) -> Bool) -> Bool {
    var start = 0
    while let end = first(separator, from: start) {
      guard end > start, holds(self[start..<end]) else { return false }
      start = end + separator.utf8CodeUnitCount
    }
    return start < count && holds(self[start..<count])
  }

  static func isDigit(_ byte: UInt8) -> Bool { 48...57 ~= byte }
  package static func isCapital(_ byte: UInt8) -> Bool { 65...90 ~= byte }
  static func isSmall(_ byte: UInt8) -> Bool { 97...122 ~= byte }
  package static func isLetter(_ byte: UInt8) -> Bool { isCapital(byte) || isSmall(byte) }
  package static func isBase64(_ byte: UInt8) -> Bool {
    isDigit(byte) || isCapital(byte) || isSmall(byte) || byte == 43 || byte == 47
  }

  /// Text of which no line ends in `\`, which recutils would read as continued.
  var isText: Bool {
    for at in 0..<count where buffer[at] == UInt8(ascii: "\\") {
      if at + 1 == count || buffer[at + 1] == 0x0A { return false }
    }
    return true
  }

  // MARK: Numbers and times

  /// A whole number of nine digits at most, without zeros before it.
  package var number: Int? {
    guard count > 0, count < 10, count == 1 || buffer[0] != 48 else { return nil }
    return digits(0, count)
  }

  /// The number that some digits write.
  @inline(__always)
  func digits(_ start: Int, _ length: Int) -> Int? {
    var number = 0
    for at in start..<start + length {
      guard Self.isDigit(buffer[at]) else { return nil }
      number = number * 10 + Int(buffer[at] - 48)
    }
    return number
  }

  package var day: Day? {
    guard count == 10, buffer[4] == 45, buffer[7] == 45, let year = digits(0, 4),
      let month = digits(5, 2), let day = digits(8, 2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// Minutes of a day: `20:30`.
  var clock: Int? {
    guard count == 5, buffer[2] == 58, let hour = digits(0, 2), hour < 24,
      let minute = digits(3, 2), minute < 60
    else { return nil }
    return hour * 60 + minute
  }

  package var moment: Moment? {
    guard count == 16, buffer[10] == 32, let day = self[0..<10].day,
      let minute = self[11..<16].clock
    else { return nil }
    return Moment(day, minute)
  }

  /// A second with its offset, that a clock and a calendar have.
  package var stamp: Stamp? {
    guard count == 25, let day = self[0..<10].day, let minute = self[11..<16].clock,
      let second = digits(17, 2), second < 60, let east = self[20..<25].clock
    else { return nil }
    return Stamp(
      moment: Moment(day, minute), second: second, offset: buffer[19] == 45 ? -east : east)
  }

  // MARK: Names

  package var isCode: Bool { codeEnd == count }

  /// Where the code ends that stands first, of forty bytes at most; nil where none does.
  private var codeEnd: Int? {
    var at = 0
    var isHyphen = true
    while at < count {
      let byte = buffer[at]
      if byte == 45 {
        if isHyphen { return nil }
        isHyphen = true
      } else if Self.isCapital(byte) || Self.isDigit(byte) {
        isHyphen = false
      } else {
        break
      }
      at += 1
    }
    return isHyphen || at > 40 ? nil : at
  }

  var isWord: Bool {
    count > 0 && count <= 40
      && all { Self.isCapital($0) || Self.isSmall($0) || Self.isDigit($0) || $0 == 45 || $0 == 95 }
  }

  var isFieldName: Bool {
    count > 0 && Self.isCapital(buffer[0]) && all { Self.isCapital($0) || Self.isSmall($0) }
  }

  package var code: ShapeBytes { self[0..<(firstIndex(of: 32) ?? 0)] }

  var isPerson: Bool {
    blankOfPerson != nil && firstIndex(of: UInt8(ascii: ",")) == nil
  }

  /// The blank between the code and the name of a person, whose name may have commas; nil for what is none.
  var blankOfPerson: Int? {
    guard let blank = codeEnd, blank + 1 < count, buffer[blank] == 32, buffer[blank + 1] != 32,
      buffer[count - 1] != 32
    else { return nil }
    return blank
  }

  var isHexDigits: Bool {
    var at = 0
    while at + 8 <= count {
      guard hex8(at) != nil else { return false }
      at += 8
    }
    return self[at..<count].all { Self.isDigit($0) || 97...102 ~= $0 }
  }

  /// The number that eight hexadecimal digits write, all at once; nil where one is none, or a capital.
  func hex8(_ at: Int) -> UInt64? {
    let digits = UInt64(
      littleEndian: buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    // A letter has bit 6, and its low half counts from 1: nine more.
    let values = (digits & 0x0F0F_0F0F_0F0F_0F0F) &+ 9 &* (digits >> 6 & 0x0101_0101_0101_0101)
    guard values & 0xF0F0_F0F0_F0F0_F0F0 == 0 else { return nil }
    // What is a digit is written again as it was: from ten on as a letter.
    let letters = (values &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
    guard values &+ 0x3030_3030_3030_3030 &+ 39 &* letters == digits else { return nil }
    // Eight halves of a byte, the first the highest, drawn together.
    var number = values.byteSwapped
    number = (number | number >> 4) & 0x00FF_00FF_00FF_00FF
    number = (number | number >> 8) & 0x0000_FFFF_0000_FFFF
    return (number | number >> 16) & 0xFFFF_FFFF
  }
  func isHex(_ length: Int) -> Bool { count == length && isHexDigits }
  var isDigits: Bool { isHex(64) }
}

extension String {
  /// What its bytes say.
  package func withShape<Value>(_ read: (ShapeBytes) -> Value) -> Value {
    var text = self
    return text.withUTF8 { read(ShapeBytes(UnsafeRawBufferPointer($0))) }
  }
}
