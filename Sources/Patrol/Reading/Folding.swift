/// The form of a text that is searched, never the one that is kept.
package enum Folding {
  /// Lower case, half width, simplified characters; one dot for all that part names.
  package static func key(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same as bytes, behind others: a register of twenty thousand is folded in one go.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: bytes.append(UInt8(scalar.value) + 0x20)
      case 0..<0x80: bytes.append(UInt8(scalar.value))
      case 0xFF21...0xFF3A: bytes.append(UInt8(scalar.value - 0xFEE0) + 0x20)
      case 0xFF01...0xFF5E: bytes.append(UInt8(scalar.value - 0xFEE0))
      case 0x3000: bytes.append(0x20)
      // 买买提·艾力 is written with any dot that an input method has.
      case 0xB7, 0x2022, 0x2027, 0x22C5, 0x30FB, 0xFF65: bytes.append(0x2E)
      case 0x80..<0x2E80: bytes += scalar.properties.lowercaseMapping.utf8
      case 0x2E80..<0x1_0000:
        bytes += UTF8.encode(Unicode.Scalar(simplified[Int(scalar.value)]) ?? scalar) ?? .init()
      default: bytes += UTF8.encode(beyond[scalar] ?? scalar) ?? .init()
      }
    }
  }

  /// Full-width ASCII and the ideographic space as their half-width twins.
  package static func halfWidth(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static let pairs: [(from: Unicode.Scalar, to: Unicode.Scalar)] = {
    var pairs: [(from: Unicode.Scalar, to: Unicode.Scalar)] = []
    var traditional: Unicode.Scalar?
    for scalar in scriptFoldingPairs.unicodeScalars {
      if let from = traditional {
        pairs.append((from, scalar))
        traditional = nil
      } else {
        traditional = scalar
      }
    }
    return pairs
  }()

  /// Every character of the first plane by its simplified one; a place that is no character stands
  /// for itself.
  ///
  /// A table, because a dictionary takes ten times as long.
  private static let simplified: [UInt32] = {
    var table = (0..<0x1_0000).map { UInt32($0) }
    for (from, to) in pairs where from.value < 0x1_0000 { table[Int(from.value)] = to.value }
    return table
  }()

  private static let beyond = Dictionary(
    pairs.filter { $0.from.value >= 0x1_0000 }, uniquingKeysWith: { $1 })
}
