import Records
import Wording

/// What a person types, turned into what a file holds; lenient here, so that the schema can be
/// strict.
///
/// The input method may stay on: full-width digits and punctuation, 点 and 半, 月 and 日, Han
/// numerals all mean what they say. Free text and names are never touched.
package struct Shorthand {
  let now: Moment
  let station: Station
  let codes: CodeBook
  /// The patrol day of the form.
  let day: Day
  /// What `+90` counts from, and before which a time can't be: when the patrol went out.
  let from: Moment?

  package init(now: Moment, station: Station, codes: CodeBook, day: Day, from: Moment?) {
    (self.now, self.station, self.codes) = (now, station, codes)
    (self.day, self.from) = (day, from)
  }

  // MARK: Times

  /// A moment for `2030`, `20：30`, `8点半`, `晚8点`, `+90`, `.` (now), and for `11-20 2030` by the calendar.
  package func moment(_ typed: String) -> Moment? {
    let text = Written.folded(typed)
    if text == "." || text == "。" || text == "now" || text == "现在" || text == "現在" { return now }
    if let sign = text.first, sign == "+" || sign == "-",
      let minutes = wholeNumber(text.dropFirst(), in: 0...2880)
    {
      return (from ?? now) + (sign == "+" ? minutes : -minutes)
    }
    if let (day, time) = WrittenMoment.parts(text), Self.isDay(day), let day = self.day(day) {
      return Written.minuteOfDay(time).map { Moment(day, $0) }
    }
    for word in ["次日", "翌日", "第二天"] where text.hasPrefix(word) {
      guard let minute = Written.minuteOfDay(String(text.dropFirst(word.count))) else { return nil }
      return Moment(day + 1, minute % 1440)
    }
    if let minute = Written.minuteOfNight(text) { return Moment(day + 1, minute) }
    guard let minute = Written.minuteOfDay(text) else { return nil }
    if let from {
      // The first time after setting out at which the clock shows it.
      let same = Moment(from.day, minute % 1440)
      let first = same > from ? same : same + 1440
      let earlier = first + -720
      return Written.isHalfDay(text) && first > now && earlier > from ? earlier : first
    }
    let first = Moment(minute % 1440 >= station.rollover ? day : day + 1, minute % 1440)
    // “7点半” in the evening is half past seven in the evening: the nearest that can have been.
    let evening = Moment(day, minute % 720 + 720)
    return Written.isHalfDay(text) && first > now && evening <= now ? evening : first
  }

  /// Whether it can be no time of day.
  private static func isDay(_ text: String) -> Bool {
    text.contains { "-/月".contains($0) } || ["今天", "今日", "昨天", "昨日", "前天", "前日"].contains(text)
  }

  // MARK: Answers

  /// `goes-on 约九时来所` for `2 约九时来所`, `2约九时来所`, `续办 约九时来所`.
  package func answer(_ typed: String, _ table: String, in language: Language) -> String? {
    let text = typed.trimmingBlanks()
    guard let key = text.first.map({ Folding.halfWidth(String($0)) }) else { return nil }
    for code in codes.table(table) {
      let label = code.label[language]
      for (isIt, length) in [
        (text.hasPrefix(code.code), code.code.count), (text.hasPrefix(label), label.count),
        (key == code.key, 1),
      ] where isIt {
        let word = String(text.dropFirst(length)).trimmingBlanks()
        return word.isEmpty ? code.code : "\(code.code) \(word)"
      }
    }
    return nil
  }

  // MARK: Days

  /// A day for `-1`, `昨天`, `11-24`, `1124`, `24`, `2026.11.24`, `11月24日`.
  package func day(_ typed: String) -> Day? {
    let today = station.patrolDay(now)
    let text = Written.folded(typed)
    let words = ["今天": 0, "今日": 0, "t": 0, "昨天": -1, "昨日": -1, "前天": -2, "前日": -2]
    if let days = words[text] { return today + days }
    if let sign = text.first, sign == "-" || sign == "+",
      let days = wholeNumber(text.dropFirst(), in: 0...3660)
    {
      return sign == "-" ? today - days : today + days
    }
    guard let (numbers, width) = Written.dateNumbers(text) else { return nil }
    switch (numbers.count, width) {
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

  /// The month and day of the newest year in which it lies no more than a month ahead: `1-3` of a
  /// 31 December is one of January to come.
  private func recent(_ month: Int, _ day: Int, _ today: Day) -> Day? {
    let years = [today.year + 1, today.year, today.year - 1]
    return years.lazy.compactMap { Day(year: $0, month: month, day: day) }
      .first { $0 <= today + 31 }
  }

  // MARK: Numbers and codes

  /// Digits only: `１２`, `十二` and `12` alike.
  package static func number(_ typed: String) -> String { Written.number(typed) }

  package static func phone(_ typed: String) -> String? { Written.phone(typed) }

  /// `12500`, `1.25万`, `￥12,500.50元`.
  package static func money(_ typed: String) -> String? { Written.money(typed) }
  package static func identity(_ typed: String) -> String { Written.identity(typed) }
  package static func hours(_ typed: String) -> String? { Written.hours(typed) }
  package static func places(_ typed: String) -> String { Written.places(typed) }

  /// `变压器14 机井9`, `变压器：14、机井：9`, `1:14 2:9` as `transformer 14, well 9`.
  package func tallies(_ typed: String, _ table: String) -> String? {
    var result: [Tally] = []
    var (word, count) = ("", "")
    func flush() -> Bool {
      guard !word.isEmpty || !count.isEmpty else { return true }
      guard let code = code(word, table), let number = wholeNumber(count) else { return false }
      result.append(Tally(code, number))
      (word, count) = ("", "")
      return true
    }
    for character in Written.folded(typed) {
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

  package func code(_ typed: String, _ table: String) -> String? {
    codes.code(written: typed, in: table)
  }

  package func codeList(_ typed: String, _ table: String) -> [String]? {
    codes.codes(written: typed, in: table)
  }
}
