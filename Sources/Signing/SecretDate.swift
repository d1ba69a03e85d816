/// Whether digits are a date as people write one: YYMMDD, DDMMYY, MMDDYY, YYYYMM, MMYYYY, and with
/// eight digits YYYYMMDD, DDMMYYYY, MMDDYYYY.
enum SecretDate {
  /// Years written in full that somebody remembers: those in which who signs today, their parents and
  /// their children were born, and the next few.
  ///
  /// Of two digits any year is one.
  private static let years = 1940...2049

  static func isDate(_ digits: UnsafeRawBufferPointer) -> Bool {
    func number(_ from: Int, _ count: Int) -> Int {
      var (number, at) = (0, from)
      while at < from + count { (number, at) = (number * 10 + Int(digits[at] & 0x0F), at + 1) }
      return number
    }
    switch digits.count {
    case 6:
      let (a, b, c) = (number(0, 2), number(2, 2), number(4, 2))
      return isDay(2000 + a, b, c) || isDay(2000 + c, b, a) || isDay(2000 + c, a, b)
        || isMonth(number(0, 4), c) || isMonth(number(2, 4), a)
    case 8:
      let (a, b, c) = (number(0, 2), number(2, 2), number(6, 2))
      let (first, last) = (number(0, 4), number(4, 4))
      return years.contains(first) && isDay(first, number(4, 2), c)
        || years.contains(last) && (isDay(last, b, a) || isDay(last, a, b))
    default: return false
    }
  }

  private static func isMonth(_ year: Int, _ month: Int) -> Bool {
    years.contains(year) && (1...12).contains(month)
  }

  private static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    let days =
      switch month {
      case 2: year % 4 == 0 ? 29 : 28
      case 4, 6, 9, 11: 30
      case 1...12: 31
      default: 0
      }
    return day >= 1 && day <= days
  }
}
