/// Whether a terminal's background is light or dark.
package enum Shade: String, Hashable, Sendable {
  case light, dark

  /// From the answer to `ESC ] 11 ; ?`, between `ESC ]` and its end: `11;rgb:ffff/ffff/ffff`.
  ///
  /// Some terminals write `rgba:` or `#ffffff`. Nil when it is no answer.
  init?(answer: some Collection<UInt8>) {
    let text = String(decoding: answer, as: UTF8.self)
    guard text.hasPrefix("11;") else { return nil }
    let colour = text.dropFirst(3)
    let parts: [Substring]
    if colour.hasPrefix("#") {
      let digits = colour.dropFirst()
      guard digits.utf8.count % 3 == 0, (3...12).contains(digits.utf8.count) else { return nil }
      let length = digits.count / 3
      parts = (0..<3).map { digits.dropFirst($0 * length).prefix(length) }
    } else {
      guard let name = ["rgb:", "rgba:"].first(where: colour.hasPrefix) else { return nil }
      parts = colour.dropFirst(name.count).split(separator: "/", omittingEmptySubsequences: false)
    }
    let levels = parts.prefix(3).compactMap(Self.level)
    guard parts.count >= 3, levels.count == 3 else { return nil }
    self = 0.30 * levels[0] + 0.59 * levels[1] + 0.11 * levels[2] > 0.5 ? .light : .dark
  }

  /// One to four digits of base 16 as a part of their greatest.
  private static func level(_ digits: Substring) -> Double? {
    let isHex = digits.utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
    guard isHex, (1...4).contains(digits.utf8.count), let value = Int(digits, radix: 16) else {
      return nil
    }
    return Double(value) / Double((1 << (4 * digits.utf8.count)) - 1)
  }

  /// From `COLORFGBG` as rxvt and Konsole set it: `15;0`, `0;default;15`; the last is the background.
  init?(variable: String?) {
    guard let variable, variable.contains(";"), let last = variable.split(separator: ";").last,
      let number = Int(last), (0...15).contains(number)
    else { return nil }
    self = number == 7 || number > 8 ? .light : .dark
  }
}
