/// A calendar day, proleptic Gregorian, counted from 1970-01-01.
///
/// Days stay between the years −220 and 9999: what would lie beyond is the last there is, so that no
/// number of days from outside can lead anywhere else.
package struct Day: Hashable, Comparable, Sendable {
  package let number: Int

  package init(number: Int) {
    self.number = min(max(number, Self.numbers.lowerBound), Self.numbers.upperBound)
  }

  private static let numbers = -800_000...2_932_896

  /// Nil for a day that no calendar has, such as 31 November.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(of: month, in: year)
    else { return nil }
    let (y, m) = (month <= 2 ? year - 1 : year, (month + 9) % 12)
    let era = y / 400
    let ofEra = y - era * 400
    let ofYear = (153 * m + 2) / 5 + day - 1
    number = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  private static func days(of month: Int, in year: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return 30 + (month + month / 8) % 2
  }

  /// Reads `2026-11-24`, the only way a day is written in a file.
  package init?(_ text: some StringProtocol) { self.init(String(text)) }

  /// The same by its bytes: a register of twenty thousand people has as many days.
  package init?(_ text: String) {
    var text = text
    guard let read = text.withUTF8({ Day(bytes: $0[...]) }) else { return nil }
    self = read
  }

  init?(bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    let (bytes, hyphen) = (UnsafeBufferPointer(rebasing: bytes), UInt8(ascii: "-"))
    guard bytes.count == 10, bytes[4] == hyphen, bytes[7] == hyphen,
      let century = Self.twoDigits(bytes, 0), let rest = Self.twoDigits(bytes, 2),
      let month = Self.twoDigits(bytes, 5), let day = Self.twoDigits(bytes, 8)
    else { return nil }
    let year = century * 100 + rest
    self.init(year: year, month: month, day: day)
  }

  private static func twoDigits(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    let (tens, ones) = (Int(bytes[at]) - 48, Int(bytes[at + 1]) - 48)
    return 0...9 ~= tens && 0...9 ~= ones ? tens * 10 + ones : nil
  }

  package var year: Int { civil.year }
  package var month: Int { civil.month }
  package var day: Int { civil.day }
  /// The days of its month.
  package var monthDays: ClosedRange<Day> {
    let (year, month, day) = civil
    let first = self - (day - 1)
    return first...first + (Self.days(of: month, in: year) - 1)
  }

  /// 1 Monday … 7 Sunday (ISO 8601).
  package var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  package var text: String {
    let (year, month, day) = civil
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }

  /// `11-24`: where the year is clear.
  package var monthAndDay: String { String(text.dropFirst(5)) }

  /// Whether something is in force on it: from its first day on, until the day from which it has ended.
  package func lies(since: Day?, until: Day?) -> Bool {
    (since.map { $0 <= self } ?? true) && (until.map { self < $0 } ?? true)
  }

  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  package static func + (day: Day, days: Int) -> Day {
    Day(number: day.number.saturatingAdding(days))
  }
  package static func - (day: Day, days: Int) -> Day {
    day + (days == .min ? .max : -days)
  }
  package static func - (a: Day, b: Day) -> Int { a.number - b.number }

  /// Howard Hinnant's days-to-civil: eras of 400 years that begin on 1 March.
  private var civil: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let ofEra = z - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * ofYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * m + 2) / 5 + 1)
  }
}

/// A span of days is gone through day by day: counting on by hand never leaves the last day that there is.
extension Day: Strideable {
  package func distance(to other: Day) -> Int { other - self }
  package func advanced(by days: Int) -> Day { self + days }
}
