@_spi(_Unicode) import Swift

/// What may stand in a page at all: UTF-8 of which each character can be seen and has one way of being
/// written (NFC), with lines that end in no blank.
enum PageText {
  static func isClean(_ buffer: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    UsualText.isAll(buffer, range) || isClean(byCharacters: buffer, range)
  }

  /// The same, one character after another, whatever they are.
  static func isClean(byCharacters buffer: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    let end = range.upperBound
    var before: UInt8 = 0
    var isComposed = true
    while at < end {
      let byte = buffer[at]
      if byte < 0x80 {
        if byte < 0x20 {
          guard byte == 0x0A, before != 0x20 else { return false }
        } else if byte == 0x7F {
          return false
        }
        (before, at) = (byte, at + 1)
        continue
      }
      before = byte
      guard let (scalar, length) = scalar(buffer, at, end), !isUnseen(scalar) else { return false }
      if !isSurelyComposed(scalar) { isComposed = false }
      at += length
    }
    return isComposed || isNormal(String(decoding: buffer[range], as: UTF8.self))
  }

  static func isNormal(_ text: String) -> Bool {
    text._nfc.elementsEqual(text.unicodeScalars)
  }

  /// Controls, and what turns text round or takes no room.
  private static func isUnseen(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Blocks of which each character is written in one way, whatever stands before it.
  private static func isSurelyComposed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0...0xFF, 0x2010...0x205E, 0x2460...0x2ADB, 0x3000...0x3029, 0x3030...0x3098,
      0x309B...0x9FFF, 0xFF00...0xFFEF:
      true
    default: false
    }
  }

  private static func scalar(
    _ buffer: UnsafeRawBufferPointer, _ at: Int, _ end: Int
  ) -> (UInt32, Int)? {
    let first = buffer[at]
    let (length, least): (Int, UInt32)
    switch first {
    case 0xC2...0xDF: (length, least) = (2, 0x80)
    case 0xE0...0xEF: (length, least) = (3, 0x800)
    case 0xF0...0xF4: (length, least) = (4, 0x10000)
    default: return nil
    }
    guard at + length <= end else { return nil }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for next in 1..<length {
      guard buffer[at + next] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(buffer[at + next] & 0x3F)
    }
    guard value >= least, value <= 0x10FFFF, !(0xD800...0xDFFF ~= value) else { return nil }
    return (value, length)
  }
}
