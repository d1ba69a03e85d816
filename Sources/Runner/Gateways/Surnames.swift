/// Where a surname, or a place's name, is read otherwise than its characters by themselves: the rules
/// of ICU's `Han-Latin/Names` and `Han-Latin` as far as they change more than a tone.
///
/// Tests/RunnerTests/PinyinTests.swift holds them against ICU.
enum Surnames {
  /// Where a name of Han characters is read otherwise, and how.
  static func readings(in name: [Unicode.Scalar]) -> [(place: Int, reading: String)] {
    name.indices.compactMap { place in
      let next = place + 1 < name.count ? name[place + 1] : nil
      // ICU takes what stands behind a character of two UTF-16 units for a name's head, too.
      let isFirst = place == 0 || name[place - 1].value > 0xFFFF
      return reading(of: name[place], isFirst: isFirst, before: next).map { (place, $0) }
    }
  }

  /// Where ICU puts no space between two characters, `Han-Latin/Names` can't be told apart into
  /// syllables, and every character is read by itself: 〇 is a number and no letter, and two
  /// compatibility characters become others only behind the spaces.
  static func areUnparted(_ name: [Unicode.Scalar]) -> Bool {
    zip(name, name.dropFirst()).contains { first, second in
      (first, second) == ("〇", "〇") || ["\u{FAD6}", "\u{FAD7}"].contains(first)
    }
  }

  private static func reading(
    of character: Unicode.Scalar, isFirst: Bool, before next: Unicode.Scalar?
  ) -> String? {
    switch (character, next) {
    case ("万", "俟"): "mo"
    case ("澹", "台"): "tan"
    case ("重", "庆"): "chong"
    case ("秘", "鲁"): "bi"
    case ("藏", "文"), ("藏", "语"): "zang"
    case ("长", "孙") where isFirst: "zhang"
    default: anywhere[character] ?? (isFirst ? first[character] : nil)
    }
  }

  private static let anywhere: [Unicode.Scalar: String] = [
    "仇": "qiu", "峙": "shi", "曾": "zeng", "筠": "jun", "翟": "zhai", "莘": "xin", "长": "chang",
    "靓": "liang",
  ]

  /// The first character of a name is where a surname stands.
  private static let first: [Unicode.Scalar: String] = [
    "乐": "yue", "刀": "diao", "区": "ou", "单": "shan", "卜": "bu", "召": "shao", "员": "yun",
    "尉": "yu", "折": "she", "查": "zha", "牟": "mu", "盖": "ge", "种": "chong", "秘": "bi",
    "粘": "nian", "繁": "po", "\u{FA59}": "po", "覃": "qin", "解": "xie", "重": "chong",
  ]
}
