import Patrol
import Records
import Wording

/// What a person types, turned into what a file holds; lenient here, so that the schema can be
/// strict.
///
/// The input method may stay on: full-width digits and punctuation, 点 and 半, 月 and 日, Han
/// numerals all mean what they say. Free text and names are never touched.
struct Shorthand {
  let now: Moment
  let station: Station
  let codes: CodeBook
  /// The patrol day of the form.
  let day: Day
  /// What `+90` counts from, and before which a time can't be: when the patrol went out.
  let from: Moment?

  // MARK: Times

  /// A moment for `2030`, `20：30`, `8点半`, `晚8点`, `+90`, `.` (now).
  func moment(_ typed: String) -> Moment? {
    let text = Self.folded(typed)
    if text == "." || text == "。" || text == "now" || text == "现在" || text == "現在" { return now }
    if let sign = text.first, sign == "+" || sign == "-", let minutes = Int(text.dropFirst()),
      minutes <= 2880
    {
      return (from ?? now) + (sign == "+" ? minutes : -minutes)
    }
    guard let minute = Self.minuteOfDay(text) else { return nil }
    if let from {
      // The first time after setting out at which the clock shows it.
      let same = Moment(from.day, minute % 1440)
      return same > from ? same : same + 1440
    }
    return Moment(minute % 1440 >= station.rollover ? day : day + 1, minute % 1440)
  }

  /// 1230 for `2030`, `20:30`, `20.30`, `8点半`, `晚上8点30分`; 1440 for `24:00`.
  static func minuteOfDay(_ typed: String) -> Int? {
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

  // MARK: Days

  /// A day for `-1`, `昨天`, `11-24`, `1124`, `24`, `2026.11.24`, `11月24日`.
  func day(_ typed: String) -> Day? {
    let today = station.patrolDay(now)
    var text = Self.folded(typed)
    let words = ["今天": 0, "今日": 0, "t": 0, "昨天": -1, "昨日": -1, "前天": -2, "前日": -2]
    if let days = words[text] { return today + days }
    if text.hasPrefix("-"), let days = Int(text.dropFirst()), days <= 3660 { return today - days }
    if text.hasPrefix("+"), let days = Int(text.dropFirst()), days <= 3660 { return today + days }
    text = Self.arabic(text)
    for mark in [".", "/", "年", "月", "。"] { text = text.replacing(mark, with: "-") }
    for mark in ["日", "号", "號"] { text = text.replacing(mark, with: "") }
    let parts = text.split(separator: "-").map(String.init)
    let numbers = parts.compactMap { fixedNumber($0, digits: $0.utf8.count) }
    guard numbers.count == parts.count, parts.allSatisfy({ $0.utf8.count <= 8 }) else { return nil }
    switch (numbers.count, parts.first?.utf8.count) {
    case (3, 4): return Day(year: numbers[0], month: numbers[1], day: numbers[2])
    case (2, _): return recent(numbers[0], numbers[1], today)
    case (1, 8):
      return Day(year: numbers[0] / 10000, month: numbers[0] / 100 % 100, day: numbers[0] % 100)
    case (1, 4), (1, 3): return recent(numbers[0] / 100, numbers[0] % 100, today)
    case (1, 1), (1, 2):
      let same = Day(year: today.year, month: today.month, day: numbers[0])
      if let same, same <= today { return same }
      let last = Day(number: today.number - today.day)
      return Day(year: last.year, month: last.month, day: numbers[0])
    default: return nil
    }
  }

  /// The month and day of the year in which it lies nearest before tomorrow.
  private func recent(_ month: Int, _ day: Int, _ today: Day) -> Day? {
    if let same = Day(year: today.year, month: month, day: day), same <= today + 31 { return same }
    return Day(year: today.year - 1, month: month, day: day)
  }

  // MARK: Numbers and codes

  /// Digits only: `１２`, `十二` and `12` alike.
  static func number(_ typed: String) -> String { arabic(folded(typed)) }

  static func phone(_ typed: String) -> String {
    folded(typed).filter { $0 != " " && $0 != "-" && $0 != "(" && $0 != ")" }
  }

  /// `变压器14 机井9`, `变压器：14、机井：9`, `1:14 2:9` as `transformer 14, well 9`.
  func tallies(_ typed: String, _ table: String) -> String? {
    var result: [Tally] = []
    var (word, count) = ("", "")
    func flush() -> Bool {
      guard !word.isEmpty || !count.isEmpty else { return true }
      guard let code = code(word, table), let number = Int(count) else { return false }
      result.append(Tally(code, number))
      (word, count) = ("", "")
      return true
    }
    for character in Self.folded(typed) {
      if character.isASCII, character.isNumber {
        if word.isEmpty { word.append(character) } else { count.append(character) }
      } else if ":= ".contains(character) {
        continue
      } else if "、,，;；台眼辆处个".contains(character), !count.isEmpty {
        continue
      } else {
        if !count.isEmpty, !flush() { return nil }
        word.append(character)
      }
      if word.count == 1, let digit = word.first, digit.isNumber, let code = code(word, table) {
        word = code
      }
    }
    guard flush() else { return nil }
    return result.map(\.text).joined(separator: ", ")
  }

  /// The code that a digit, a word in any language or the code itself names.
  func code(_ typed: String, _ table: String) -> String? {
    let text = Folding.key(typed).trimmingBlanks()
    return codes.table(table).first { code in
      code.key == text || code.code == text
        || [code.hans, code.hant, code.en].contains { Folding.key($0) == text }
    }?.code
  }

  /// Several codes between blanks or commas of any width.
  func codeList(_ typed: String, _ table: String) -> [String]? {
    let parts = typed.split { " ,，、;；　".contains($0) }.map(String.init)
    let found = parts.compactMap { code($0, table) }
    return found.count == parts.count ? found : nil
  }

  // MARK: Folding

  private static func folded(_ text: String) -> String {
    Folding.halfWidth(text).trimmingBlanks().lowercased()
  }

  /// Han numerals as digits: `二十三` 23, `十` 10, `八` 8, `〇三` 03.
  static func arabic(_ text: String) -> String {
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
