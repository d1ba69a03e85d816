/// How many texts a message takes on the air (3GPP TS 23.038, 23.040).
///
/// Text that the GSM alphabet has takes seven bits a letter: 160 in one, 153 in each of several; any other
/// goes as UCS-2: 70 in one, 67 in each of several, a character beyond the first plane counting twice.
package struct TextParts: Hashable, Sendable {
  /// Letters or UCS-2 units that it takes.
  package let length: Int
  package let count: Int
  /// How many more make one part more.
  package let left: Int

  package init(_ text: String) {
    let isGSM = text.unicodeScalars.allSatisfy {
      Self.basic.contains($0) || Self.extended.contains($0)
    }
    length =
      isGSM
      ? text.unicodeScalars.reduce(0) { $0 + (Self.extended.contains($1) ? 2 : 1) }
      : text.utf16.count
    let (one, several) = isGSM ? (160, 153) : (70, 67)
    count = length <= one ? 1 : (length + several - 1) / several
    left = (count == 1 ? one : count * several) - length + 1
  }

  /// What one part of this text holds.
  package var room: Int { length + left - 1 }

  private static let basic = Set(
    ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
      + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)
  private static let extended = Set("^{}\\[~]|€".unicodeScalars)
}
