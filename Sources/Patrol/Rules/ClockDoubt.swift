import Records
import Wording

/// The clock lies so far from what was written last that nothing is written before somebody says it is
/// right: pages written under a wrong date can't be taken back.
///
/// A clock may be ahead by more than a year, for a directory that rested; it is never behind the
/// newest page by more than a day, since nothing is recorded beforehand.
package struct ClockDoubt: Refusal, Hashable {
  package let today: Day
  /// The day that was written about last.
  package let newest: Day

  package static let (daysAhead, daysBehind) = (400, 1)

  /// - Parameter newest: days of the newest page, the newest change, and of a clock that was said to be
  ///   right; nil when the clock is near one of them, or there is none.
  package init?(_ today: Day, newest days: [Day]) {
    guard let newest = days.max(), !days.contains(where: { Self.isNear(today, $0) }) else {
      return nil
    }
    (self.today, self.newest) = (today, newest)
  }

  private init(today: Day, newest: Day) { (self.today, self.newest) = (today, newest) }

  package static func isNear(_ today: Day, _ day: Day) -> Bool {
    (-daysBehind...daysAhead).contains(today - day)
  }

  /// No field holds the clock.
  package var field: String { "" }

  package var happened: Phrase {
    let days = abs(today - newest)
    return today > newest
      ? Phrase(
        "本机日期 \(today.text)，比最近的记录（\(newest.text)）晚 \(days) 天。",
        "本機日期 \(today.text)，比最近的記錄（\(newest.text)）晚 \(days) 天。",
        "This machine's date is \(today.text), \(days) days after the newest record (\(newest.text))."
      )
      : Phrase(
        "本机日期 \(today.text)，比最近的记录（\(newest.text)）早 \(days) 天。",
        "本機日期 \(today.text)，比最近的記錄（\(newest.text)）早 \(days) 天。",
        "This machine's date is \(today.text), \(days) days before the newest record (\(newest.text))."
      )
  }

  package var notice: Notice {
    let answer = Phrase(
      "请核对本机日期；无误则按 F9，再办一次。", "請核對本機日期；無誤則按 F9，再辦一次。",
      "Check the date; if it is right, press F9 and do it again.")
    return Notice(
      happened, safe: .unchanged,
      next: Sentence(
        form: answer, console: answer,
        command: Phrase(
          "请核对本机日期；无误则加 --clock-is-right 再运行。",
          "請核對本機日期；無誤則加 --clock-is-right 再執行。",
          "Check the date; if it is right, add --clock-is-right.")))
  }

  package static let examples = [
    ClockDoubt(today: Day(number: 49674), newest: Day(number: 20781)),
    ClockDoubt(today: Day(number: 20454), newest: Day(number: 20781)),
  ]
}
