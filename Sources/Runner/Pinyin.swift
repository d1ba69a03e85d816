import Foundation

/// Readings of names, written down where a name is written so that nobody waits for them later.
///
/// ICU's `Han-Latin/Names` reads surnames right (单 shàn, 曾 zēng, 仇 qiú). Its first use costs some
/// 130 ms. It has no readings for Ext B and later: those stay empty and can be set by hand.
package enum Pinyin {
  /// `zhang jian guo`: one syllable a character, no tone marks; "" when any has no reading.
  package static func reading(of name: String) -> String {
    var syllables: [String] = []
    let whole = syllable(name, "Han-Latin/Names").split(separator: " ").map(String.init)
    let isHan = name.unicodeScalars.allSatisfy { $0.properties.isIdeographic }
    if isHan, whole.count == name.count {
      return whole.allSatisfy(isLatin) ? plain(whole.joined(separator: " ")) : ""
    }
    for character in name {
      let latin = syllable(String(character), "Han-Latin")
      guard !latin.isEmpty, isLatin(latin) else { return "" }
      syllables.append(latin)
    }
    return plain(syllables.joined(separator: " "))
  }

  private static func isLatin(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.value < 0x300 }
  }

  private static func syllable(_ text: String, _ transform: String) -> String {
    text.applyingTransform(StringTransform(transform), reverse: false) ?? text
  }

  private static func plain(_ text: String) -> String {
    let bare = text.applyingTransform(.stripDiacritics, reverse: false) ?? text
    return bare.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " ") }
  }
}
