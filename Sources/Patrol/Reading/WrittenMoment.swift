import Records

/// A day and a time of day in one cell.
package enum WrittenMoment {
  /// Reads `2026-11-20 22:30`, `2026/11/20 22:30:00`, `2026年11月20日22时30分`; nil where the time is not said.
  package static func moment(_ typed: String) -> Moment? {
    let text = Written.folded(typed)
    guard let (day, time) = parts(text), case .day(let written) = WrittenDay(day) else {
      return nil
    }
    return minute(time).map { Moment(written, $0) }
  }

  /// What stands before and behind the gap between day and time.
  static func parts(_ text: String) -> (day: String, time: String)? {
    if let end = text.firstIndex(of: "日") {
      return (String(text[...end]), String(text[text.index(after: end)...]).trimmingBlanks())
    }
    guard let gap = text.firstIndex(where: { $0 == " " || $0 == "t" }) else { return nil }
    return (String(text[..<gap]), String(text[text.index(after: gap)...]).trimmingBlanks())
  }

  private static func minute(_ text: String) -> Int? {
    let plain = text.hasSuffix("分") ? String(text.dropLast()) : text
    return plain.isEmpty ? nil : Written.minuteOfDay(plain)
  }
}
