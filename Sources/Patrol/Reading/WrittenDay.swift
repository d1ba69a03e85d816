import Records

/// What a cell that should hold a date holds.
package enum WrittenDay: Hashable, Sendable {
  case day(Day)
  /// The number by which table programs count days since 1899-12-30: a date only among its like.
  case serial(Day)
  /// `2026年3月`: nobody wrote which day of it.
  case monthOnly
  /// `2/3/26`, `12-3-26`: nobody can tell which number is the year.
  case unclearYear
  case unlike

  /// `2026年11月4日`, `2026.11.4`, `2026/11/04`, `20261104`, `26年11月4日`, `2026-11-04 00:00:00`.
  package init(_ typed: String) {
    let whole = Written.folded(typed)
    // 2026 年 3 月 4 日 is one date; elsewhere a blank parts it from the time of day.
    let folded = whole.contains("年") ? whole.filter { $0 != " " } : whole
    let text = String(folded.prefix { $0 != " " && $0 != "t" })
    let rest = folded.dropFirst(text.count + 1)
    guard rest.isEmpty || Written.minuteOfDay(String(rest.prefix { $0 != "." })) != nil,
      let (numbers, width) = Written.dateNumbers(text)
    else {
      self = .unlike
      return
    }
    let isChinese = text.contains("年")
    switch (numbers.count, width) {
    case (3, 4): self = Self.day(numbers[0], numbers[1], numbers[2])
    case (3, 2) where isChinese: self = Self.day(2000 + numbers[0], numbers[1], numbers[2])
    case (3, 1...2): self = .unclearYear
    case (2, 4): self = .monthOnly
    case (2, 2) where isChinese: self = .monthOnly
    case (1, 8): self = Self.day(numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100)
    case (1, 5) where Self.serials.contains(numbers[0]):
      self = .serial(Day(number: numbers[0] - 25_569))
    default: self = .unlike
    }
  }

  /// 1980-01-01 to 2049-12-31: what dates of a station's tables may lie between.
  private static let serials = 29_221...54_788

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> WrittenDay {
    Day(year: year, month: month, day: day).map { .day($0) } ?? .unlike
  }
}
