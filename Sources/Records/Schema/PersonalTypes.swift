import Wording

extension FieldType where Value == String {
  /// A resident identity number of 18 characters whose birth date exists and whose last character
  /// is right (GB 11643-1999).
  package static let identity = FieldType(
    entry: .identity,
    expected: Phrase(
      "18 位身份证号，校验位和出生日期须对", "18 位身份證號，校驗位和出生日期須對",
      "an identity number of 18 characters with its right check character"),
    parse: { IdentityNumber($0)?.text }, print: { $0 })
}

/// A resident identity number: six digits of place, the day of birth, three of order, one to check.
package struct IdentityNumber: Hashable, Sendable {
  package let text: String
  package let birth: Day

  /// Nil for a number that can't be one: GB 11643-1999, ISO 7064 MOD 11-2.
  package init?(_ typed: String) {
    let text = typed.uppercased()
    let bytes = Array(text.utf8)
    guard bytes.count == 18, bytes.dropLast().allSatisfy({ (48...57).contains($0) }),
      let year = fixedNumber(text.dropFirst(6).prefix(4), digits: 4),
      let month = fixedNumber(text.dropFirst(10).prefix(2), digits: 2),
      let day = fixedNumber(text.dropFirst(12).prefix(2), digits: 2), year >= 1850,
      let birth = Day(year: year, month: month, day: day),
      bytes[17] == Self.check(bytes.dropLast())
    else { return nil }
    (self.text, self.birth) = (text, birth)
  }

  /// The last character that the first seventeen call for.
  package static func check(_ digits: some Sequence<UInt8>) -> UInt8 {
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
    return characters[sum % 11]
  }

  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let characters = Array("10X98765432".utf8)
}

extension FieldType where Value == Int {
  /// Money in fen, written in yuan: `12500`, `12500.50`.
  package static let money = FieldType(
    entry: .money, expected: Phrase("金额（元），如 12500.50", "金額（元），如 12500.50", "yuan, e.g. 12500.50"),
    recType: "real",
    parse: { text in
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count), (1...10).contains(parts[0].utf8.count),
        let yuan = fixedNumber(parts[0], digits: parts[0].utf8.count)
      else { return nil }
      guard parts.count == 2 else { return yuan * 100 }
      guard (1...2).contains(parts[1].utf8.count),
        let rest = fixedNumber(parts[1], digits: parts[1].utf8.count)
      else { return nil }
      return yuan * 100 + (parts[1].utf8.count == 1 ? rest * 10 : rest)
    },
    print: { $0 % 100 == 0 ? "\($0 / 100)" : "\($0 / 100).\(digits($0 % 100, 2))" })
}

/// A part of the day, `22:00-06:00`; one that ends before it begins runs past midnight.
package struct HourSpan: Hashable, Sendable {
  /// Minutes of the day; `to` may be 1440.
  package let from, to: Int

  package init(from: Int, to: Int) { (self.from, self.to) = (from, to) }

  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let from = Moment.minuteOfDay(parts[0]) else { return nil }
    guard let to = parts[1] == "24:00" ? 1440 : Moment.minuteOfDay(parts[1]), to != from else {
      return nil
    }
    self.init(from: from, to: to)
  }

  package var text: String { "\(Moment.clock(from))-\(Moment.clock(to))" }

  /// Whether somebody with these hours is there at a minute of the day.
  package func contains(_ minute: Int) -> Bool {
    from < to ? (from..<to).contains(minute) : minute >= from || minute < to
  }
}

extension FieldType where Value == [HourSpan] {
  package static let hours = FieldType<HourSpan>(
    entry: .hours,
    expected: Phrase("时段，如 6-14、2200-0600", "時段，如 6-14、2200-0600", "hours, e.g. 6-14, 2200-0600"),
    parse: { HourSpan($0) }, print: \.text
  ).list(entry: .hours)
}
