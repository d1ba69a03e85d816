import FoundationEssentials

/// Base64 read strictly (RFC 4648 §4): padded, and without bits that say nothing, which would be another way to
/// write the same bytes.
enum Base64 {
  /// Nil for what is not written so.
  ///
  /// - Parameter capacity: how many digits there are at most.
  static func bytes(of digits: some Sequence<UInt8>, capacity: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(capacity / 4 * 3)
    var (bits, count, padding) = (0 as UInt32, 0, 0)
    for digit in digits {
      if digit == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = value(digit) else { return nil }
      bits = bits << 6 | value
      count += 1
      if count == 4 {
        bytes.append(UInt8(bits >> 16))
        bytes.append(UInt8(bits >> 8 & 0xFF))
        bytes.append(UInt8(bits & 0xFF))
        (bits, count) = (0, 0)
      }
    }
    switch (count, padding) {
    case (0, 0): return bytes
    case (2, 2) where bits & 0xF == 0: return bytes + [UInt8(bits >> 4)]
    case (3, 1) where bits & 0x3 == 0:
      return bytes + [UInt8(bits >> 10), UInt8(bits >> 2 & 0xFF)]
    default: return nil
    }
  }

  static func padded(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  /// The same without padding (RFC 4648 §3.2).
  static func unpadded(_ bytes: [UInt8]) -> String {
    var text = padded(bytes)
    while text.last == "=" { text.removeLast() }
    return text
  }

  /// Nil for what is not written so.
  static func bytes(unpadded digits: String) -> [UInt8]? {
    guard !digits.utf8.contains(UInt8(ascii: "=")) else { return nil }
    let padding = String(repeating: "=", count: (4 - digits.utf8.count % 4) % 4)
    return bytes(of: (digits + padding).utf8, capacity: digits.utf8.count)
  }

  /// Digits in lines, all but the last of them full.
  static func lines(_ digits: String, of columns: Int) -> [String] {
    var (lines, rest) = ([String](), Substring(digits))
    while !rest.isEmpty {
      lines.append(String(rest.prefix(columns)))
      rest = rest.dropFirst(columns)
    }
    return lines
  }

  private static func value(_ digit: UInt8) -> UInt32? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
