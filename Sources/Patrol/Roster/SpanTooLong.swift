import Records
import Wording

/// More days were asked for at once than shifts are worked out for: an answer that stops short would
/// be taken for the whole.
package struct SpanTooLong: Refusal, Hashable {
  package let from: Day
  package let to: Day

  /// Days in a span at the most: a year and a month on either side of New Year.
  package static let limit = 400

  /// - Throws: for a span of more days than the limit.
  package static func check(_ from: Day, _ to: Day) throws(SpanTooLong) {
    guard to - from < limit else { throw SpanTooLong(from: from, to: to) }
  }

  package var field: String { "" }

  package var notice: Notice {
    let days = to - from + 1
    let last = from + Self.limit - 1
    return Notice(
      Phrase(
        "\(from.text) 至 \(to.text) 共 \(days) 天，一次最多 \(Self.limit) 天。",
        "\(from.text) 至 \(to.text) 共 \(days) 天，一次最多 \(Self.limit) 天。",
        "\(from.text) to \(to.text) are \(days) days; \(Self.limit) is the most at once."),
      safe: Phrase("没有改动任何内容。", "沒有改動任何內容。", "Nothing was changed."),
      next: Phrase(
        "请分段查，如到 \(last.text) 为止。", "請分段查，如到 \(last.text) 為止。",
        "Ask for parts of it, such as up to \(last.text)."))
  }

  package static let examples = [
    SpanTooLong(from: Day(number: 20454), to: Day(number: 21183))
  ]
}
