/// A minute on the wall clock: `2026-11-24 20:30`.
package struct Moment: Hashable, Comparable, Sendable {
  /// Minutes since 1970-01-01 00:00, as the wall clock counts them.
  package let minutes: Int

  /// Stays within the days there are, as they do.
  package init(minutes: Int) {
    let (first, last) = (Day(number: .min).number * 1440, Day(number: .max).number * 1440 + 1439)
    self.minutes = min(max(minutes, first), last)
  }
  package init(_ day: Day, _ minuteOfDay: Int) {
    self.init(minutes: (day.number * 1440).saturatingAdding(minuteOfDay))
  }

  /// Reads `2026-11-24 20:30`, the only way a moment is written in a file, by its bytes: a day of a
  /// county has hundreds.
  package init?(_ text: String) {
    var text = text
    let read = text.withUTF8 { bytes -> Moment? in
      guard bytes.count == 16, bytes[10] == UInt8(ascii: " "),
        let day = Day(bytes: bytes[0..<10]), let minute = Self.minuteOfDay(bytes: bytes[11..<16])
      else { return nil }
      return Moment(day, minute)
    }
    guard let read else { return nil }
    self = read
  }

  package var day: Day { Day(number: minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440) }
  package var minuteOfDay: Int { minutes - day.number * 1440 }
  package var text: String { "\(day.text) \(clock)" }
  /// Without the year: `11-24 20:30`.
  package var brief: String { "\(day.monthAndDay) \(clock)" }
  /// The time alone: `20:30`.
  package var clock: String { Self.clock(minuteOfDay) }

  /// `20:30` for 1230; 1440 is `24:00`.
  package static func clock(_ minuteOfDay: Int) -> String {
    "\(digits(minuteOfDay / 60, 2)):\(digits(minuteOfDay % 60, 2))"
  }

  /// 1230 for `20:30`, nil for a time no clock shows.
  package static func minuteOfDay(_ text: some StringProtocol) -> Int? {
    var text = String(text)
    return text.withUTF8 { minuteOfDay(bytes: $0[...]) }
  }

  fileprivate static func minuteOfDay(bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let start = bytes.startIndex
    guard bytes.count == 5, bytes[start + 2] == UInt8(ascii: ":"),
      let hour = fixedNumber(bytes[start..<start + 2]),
      let minute = fixedNumber(bytes[start + 3..<start + 5]), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }

  package static func < (a: Moment, b: Moment) -> Bool { a.minutes < b.minutes }
  package static func + (moment: Moment, minutes: Int) -> Moment {
    Moment(minutes: moment.minutes.saturatingAdding(minutes))
  }
  package static func - (a: Moment, b: Moment) -> Int { a.minutes - b.minutes }
}

/// A second with its offset, as RFC 3339 writes it: `2026-11-24T21:07:33+08:00`.
package struct Stamp: Hashable, Sendable {
  package let moment: Moment
  package let second: Int
  /// Minutes east of UTC.
  package let offset: Int

  package init(moment: Moment, second: Int = 0, offset: Int) {
    (self.moment, self.second, self.offset) = (moment, second, offset)
  }

  /// - Parameter instant: seconds since 1970-01-01T00:00:00Z.
  package init(instant: Int, offset: Int) {
    self.init(moment: Moment(minutes: instant / 60 + offset), second: instant % 60, offset: offset)
  }

  package init?(_ text: String) {
    var text = text
    guard let read = text.withUTF8({ Stamp(bytes: $0[...]) }) else { return nil }
    self = read
  }

  /// The same by its 25 bytes, each of which has its place.
  init?(bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    let at = bytes.startIndex
    guard bytes.count == 25, bytes[at + 10] == UInt8(ascii: "T"),
      bytes[at + 16] == UInt8(ascii: ":"), let day = Day(bytes: bytes[at..<at + 10]),
      let minute = Moment.minuteOfDay(bytes: bytes[at + 11..<at + 16]),
      let second = fixedNumber(bytes[at + 17..<at + 19]), second <= 60,
      let east = Moment.minuteOfDay(bytes: bytes[at + 20..<at + 25])
    else { return nil }
    switch bytes[at + 19] {
    case UInt8(ascii: "+"): self.init(moment: Moment(day, minute), second: second, offset: east)
    case UInt8(ascii: "-"): self.init(moment: Moment(day, minute), second: second, offset: -east)
    default: return nil
    }
  }

  package var text: String {
    let east = Moment.clock(abs(offset))
    return "\(moment.day.text)T\(moment.clock):\(digits(second, 2))\(offset < 0 ? "-" : "+")\(east)"
  }

  /// Seconds since 1970-01-01T00:00:00Z.
  package var instant: Int { (moment.minutes - offset) * 60 + second }
}
