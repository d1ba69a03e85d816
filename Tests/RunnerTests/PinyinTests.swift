import Foundation
import Testing

@testable import Runner

/// ICU itself, which the tests can ask and the program doesn't hold.
private enum ICU {
  static func reading(of name: String) -> String {
    let whole = transformed(name, "Han-Latin/Names").split(separator: " ").map(String.init)
    let isHan = name.unicodeScalars.allSatisfy { $0.properties.isIdeographic }
    if isHan, whole.count == name.count {
      return whole.allSatisfy(isLatin) ? plain(whole.joined(separator: " ")) : ""
    }
    let latin = name.map { transformed(String($0), "Han-Latin") }
    return latin.allSatisfy(isLatin) ? plain(latin.joined(separator: " ")) : ""
  }

  static func syllable(_ character: Character) -> String? {
    let latin = transformed(String(character), "Han-Latin")
    return isLatin(latin) ? plain(latin) : nil
  }

  /// The same for names of Han characters alone, many at once: a line's end is no Han character, so
  /// each line is a name to ICU, and one call takes a tenth of the time of many.
  static func readings(ofHan names: [String]) -> [String] {
    let latin = transformed(names.joined(separator: "\n"), "Han-Latin/Names")
    return zip(names, latin.split(separator: "\n")).map { name, line in
      let whole = line.split(separator: " ").map(String.init)
      guard whole.count == name.count, whole.allSatisfy(isLatin) else { return reading(of: name) }
      return plain(whole.joined(separator: " "))
    }
  }

  private static func isLatin(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.value < 0x300 }
  }

  private static func transformed(_ text: String, _ transform: String) -> String {
    text.applyingTransform(StringTransform(transform), reverse: false) ?? text
  }

  private static func plain(_ text: String) -> String {
    let bare = text.applyingTransform(.stripDiacritics, reverse: false) ?? text
    return bare.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " ") }
  }
}

@Suite("Names are read as ICU reads them")
struct PinyinTests {
  private static let scalars = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
  private static let han = scalars.filter {
    $0.properties.isIdeographic && Pinyin.syllable(Character($0)) != nil
  }
  /// Every character that a rule of ICU's names, with some that no rule names.
  private static let ruled = Array(
    "令狐万俟澹台长孙秘卜种重刀干葛盖过华纪筠阚靓牟粘区繁覃仇任单召折舍沈峙隗解莘燕尉乐员查翟曾藏文语庆阳鲁"
      + "\u{FA59}\u{FAD6}\u{FAD7}〇〸㐀𠀃𮯰王建国")

  @Test("Every character there is, by itself")
  func characters() {
    for scalar in Self.scalars
    where ICU.syllable(Character(scalar)) != Pinyin.syllable(Character(scalar)) {
      Issue.record("\(String(scalar.value, radix: 16))")
    }
  }

  @Test("Every Han character at the head, in the middle and at the end of a name")
  func places() {
    #expect(Self.han.count > 45_000)
    expect(Self.han.map { "\($0)王\($0)单\($0)" })
  }

  @Test("Every two characters of the rules, alone and within a name")
  func rules() {
    expect(
      Self.ruled.flatMap { first in Self.ruled.flatMap { ["\(first)\($0)", "王\(first)\($0)国"] } })
  }

  @Test("Every Han character behind those whose reading depends on what follows")
  func followed() {
    expect(Self.han.map { "王令\($0)万\($0)澹\($0)长\($0)重\($0)沈\($0)秘\($0)藏\($0)" })
  }

  @Test(
    "Names of other letters, marks and numbers",
    arguments: [
      "", " ", "买买提·艾力", "阿依古丽・买买提", "Ａ組長", "No.3 中队", "三中队（东关）", "二〇〇八中队", "单〇〇", "长〇〇长",
      "e\u{301}", "É张", "Ýİ李", "\r\n张", "葛\u{E0100}", "张\u{16FE4}", "㈠中队", "㍿", "⼑", "か", "張々", "呣",
      "嗯嗯",
      "\u{212B}", "🐉", "重庆路", "大重庆路队", "A长孙",
    ])
  func others(_ name: String) {
    #expect(Pinyin.reading(of: name) == ICU.reading(of: name))
  }

  private func expect(_ names: [String]) {
    for start in stride(from: 0, to: names.count, by: 200) {
      let part = Array(names[start..<min(start + 200, names.count)])
      for (name, theirs) in zip(part, ICU.readings(ofHan: part)) {
        let ours = Pinyin.reading(of: name)
        if ours != theirs { Issue.record("\(name.debugDescription): \(ours), not \(theirs)") }
      }
    }
  }
}
