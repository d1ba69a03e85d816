/// Characters that nobody sees, that turn others round, or that drive a terminal: what is shown for
/// them wherever a text reaches a person or a log.
///
/// What is stored is never changed by it.
package enum Unseen {
  /// Whether a character is one of them: C0, DEL and C1, marks of direction, zero width, separators of
  /// lines, fillers and tags.
  ///
  /// Choosing between two shapes of one character is no other character, so variation selectors are not.
  package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0xA0 { return value < 0x20 || value >= 0x7F }
    // Nearly all there is: Han, and what stands before the first of the rest.
    if (0x3165...0xFDFF).contains(value) || value < 0xAD { return false }
    return switch value {
    case 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180E, 0x200B...0x200F,
      0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB,
      0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE00FF,
      0xE01F0...0xE0FFF:
      true
    default: false
    }
  }

  /// `‹U+202E›`.
  package static func mark(_ scalar: Unicode.Scalar) -> String { "‹\(code(scalar))›" }

  /// `U+202E`, four digits or more.
  package static func code(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }

  /// The text with a mark for each of them.
  ///
  /// Text without any is given back as it is, after one look at its bytes.
  ///
  /// - Parameter lines: whether line breaks and tabs stay, as in a text of several lines.
  package static func shown(_ text: String, lines: Bool) -> String {
    guard isIn(text, lines: lines) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if contains(scalar), !(lines && isLayout(scalar)) {
        shown += mark(scalar)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// Whether there is any in a text.
  package static func isIn(_ text: some StringProtocol, lines: Bool) -> Bool {
    let found = text.utf8.withContiguousStorageIfAvailable { isIn($0, lines: lines) }
    return found ?? text.unicodeScalars.contains { contains($0) && !(lines && isLayout($0)) }
  }

  private static func isLayout(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\t"
  }

  /// - Parameter bytes: whole characters in UTF-8, as every `String` has them.
  private static func isIn(_ bytes: UnsafeBufferPointer<UInt8>, lines: Bool) -> Bool {
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case 0x20..<0x7F: at += 1
      // Han of the first plane.
      case 0xE4...0xEE: at += 3
      case ..<0x80:
        guard lines, byte == 0x0A || byte == 0x09 else { return true }
        at += 1
      default:
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        var value = UInt32(byte) & (0x7F >> UInt32(length))
        for next in at + 1..<min(at + length, bytes.count) {
          value = value << 6 | UInt32(bytes[next] & 0x3F)
        }
        if let scalar = Unicode.Scalar(value), contains(scalar) { return true }
        at += length
      }
    }
    return false
  }
}
