import Records

/// What people write where a file wants one exact form: half width for full width, digits for Han
/// numerals, `+86` and dashes left out.
///
/// Forms and tables from elsewhere are read by it; free text and names never are.
package enum Written {
  // MARK: Times

  /// 1230 for `2030`, `20:30`, `20.30`, `8点半`, `晚上8点30分`; 1440 for `24:00`.
  package static func minuteOfDay(_ typed: String) -> Int? {
    var text = folded(typed)
    var afternoon: Bool?
    for (word, isAfternoon) in halves where text.hasPrefix(word) {
      text = String(text.dropFirst(word.count))
      afternoon = isAfternoon
      break
    }
    for (word, minutes) in [("半", "30"), ("一刻", "15"), ("三刻", "45"), ("1刻", "15"), ("3刻", "45")]
    where text.hasSuffix(word) {
      text = String(text.dropLast(word.count)) + minutes
      break
    }
    text = arabic(text)
    for word in ["点钟", "點鐘", "点", "點", "时", "時", ".", "。", "："] {
      text = text.replacing(word, with: ":")
    }
    text = text.replacing("分", with: "")
    if text.hasSuffix(":") { text += "00" }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard let (hour, minute) = parts.count == 1 ? bare(text) : clock(parts) else { return nil }
    guard hour < 24 || hour == 24 && minute == 0, minute < 60 else { return nil }
    let shifted = afternoon == true && hour < 12 && hour > 0 ? hour + 12 : hour
    return shifted * 60 + minute
  }

  /// 70 for `25:10`: minutes of the night that follows.
  static func minuteOfNight(_ folded: String) -> Int? {
    let parts = folded.replacing(".", with: ":").split(separator: ":").map(String.init)
    guard parts.count == 2, let (hour, minute) = clock(parts), (24...32).contains(hour), minute < 60
    else { return nil }
    return (hour - 24) * 60 + minute
  }

  /// Whether an hour is told without its half of the day: `7点半`.
  static func isHalfDay(_ folded: String) -> Bool {
    guard folded.contains(where: { "点點".contains($0) }),
      !halves.contains(where: { folded.hasPrefix($0.0) }), let minute = minuteOfDay(folded)
    else { return false }
    return (60..<780).contains(minute)
  }

  private static let halves = [
    ("凌晨", false), ("早上", false), ("上午", false), ("早", false), ("中午", true), ("下午", true),
    ("傍晚", true), ("晚上", true), ("夜里", true), ("晚", true), ("夜", true),
  ]

  private static func bare(_ text: String) -> (Int, Int)? {
    guard (1...4).contains(text.utf8.count), let number = fixedNumber(text, digits: text.utf8.count)
    else { return nil }
    return text.utf8.count <= 2 ? (number, 0) : (number / 100, number % 100)
  }

  private static func clock(_ parts: [String]) -> (Int, Int)? {
    guard parts.count == 2 || parts.count == 3, (1...2).contains(parts[0].utf8.count),
      let hour = fixedNumber(parts[0], digits: parts[0].utf8.count),
      let minute = fixedNumber(parts[1], digits: 2)
    else { return nil }
    return (hour, minute)
  }

  // MARK: Folding

  package static func folded(_ text: String) -> String {
    Folding.halfWidth(text).trimmingBlanks().lowercased()
  }

  /// Digits only: `１２`, `十二` and `12` alike.
  package static func number(_ typed: String) -> String { arabic(folded(typed)) }

  /// Han numerals as digits: `二十三` 23, `十` 10, `八` 8, `〇三` 03.
  package static func arabic(_ text: String) -> String {
    let han: [Character: Int] = [
      "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
      "八": 8, "九": 9,
    ]
    var result = ""
    var run: [Character] = []
    func value() -> String {
      guard let ten = run.firstIndex(of: "十") else {
        return run.compactMap { han[$0] }.map(String.init).joined()
      }
      let tens = ten == 0 ? 1 : han[run[ten - 1]] ?? 1
      let ones = ten + 1 < run.count ? han[run[ten + 1]] ?? 0 : 0
      return String(tens * 10 + ones)
    }
    for character in text {
      if han[character] != nil || character == "十" {
        run.append(character)
      } else {
        if !run.isEmpty { result += value() }
        run = []
        result.append(character)
      }
    }
    return run.isEmpty ? result : result + value()
  }
}
