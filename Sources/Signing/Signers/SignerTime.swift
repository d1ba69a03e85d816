import Glibc

/// Times as allowed_signers has them, in seconds since 1970.
enum SignerTime {
  /// `20261124143000Z`: UTC, as OpenSSH reads it since 9.1.
  static func stamp(_ instant: Int) -> String {
    var (seconds, parts) = (time_t(instant), tm())
    gmtime_r(&seconds, &parts)
    let numbers = [
      (Int(parts.tm_year) + 1900, 4), (Int(parts.tm_mon) + 1, 2), (Int(parts.tm_mday), 2),
      (Int(parts.tm_hour), 2), (Int(parts.tm_min), 2), (Int(parts.tm_sec), 2),
    ]
    return numbers.map { number, width in
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }.joined() + "Z"
  }

  /// Reads `YYYYMMDD`, `YYYYMMDDHHMM` and `YYYYMMDDHHMMSS`, in UTC with `Z` or `UTC` behind it and
  /// else in the machine's own time, as ssh-keygen does: a number may begin with blanks, 30 February
  /// is 2 March.
  ///
  /// Nil for anything else, and for 1970 and before.
  static func instant(_ text: some Collection<UInt8>) -> Int? {
    let text = Array(text)
    let utc = [[0x5A], [0x55, 0x54, 0x43]].first { suffix in
      text.count > suffix.count && text.suffix(suffix.count).map { $0 & 0xDF } == suffix
    }
    let digits = text.dropLast(utc?.count ?? 0)
    guard [8, 12, 14].contains(digits.count), let year = number(digits, 0..<4, in: 0...9999),
      let month = number(digits, 4..<6, in: 1...12), let day = number(digits, 6..<8, in: 1...31),
      let hour = number(digits, 8..<10, in: 0...23),
      let minute = number(digits, 10..<12, in: 0...59),
      let second = number(digits, 12..<14, in: 0...61)
    else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (year - 1900, month - 1, day)
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (hour, minute, second)
    let instant = utc == nil ? mktime(&parts) : timegm(&parts)
    return instant > 0 ? Int(instant) : nil
  }

  /// A number at some places, 0 where the text ends before them.
  private static func number(
    _ text: ArraySlice<UInt8>, _ places: Range<Int>, in range: ClosedRange<Int32>
  ) -> Int32? {
    let digits = text.dropFirst(places.lowerBound).prefix(places.count).drop { $0 == 0x20 }
    guard places.upperBound <= text.count else { return 0 }
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int32($1 - 0x30) }
    return range.contains(number) ? number : nil
  }
}

extension AllowedSigners {
  /// A time as a line of the list has it, in seconds since 1970.
  package static func instant(_ text: String) -> Int? { SignerTime.instant(text.utf8) }
}
