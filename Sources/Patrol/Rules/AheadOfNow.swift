import Records
import Wording

/// A time of what is told to have been that the clock has not reached yet: in any register of things that
/// have happened.
///
/// What stands there already is left as it is: only what is newly written is refused.
package struct AheadOfNow: Refusal, Hashable {
  package let field: String
  let label: Phrase
  let moment: Moment

  /// - Parameters:
  ///   - before: what stood there.
  ///   - now: the minute as it is written.
  package static func check(
    _ texts: [String: String], before: [String: String] = [:], _ kind: RegisterKind, now: Moment
  ) throws(AheadOfNow) {
    for column in kind.columns where column.entry == .moment && kind.layout.hasBeen(column) {
      guard let text = texts[column.name], text != before[column.name], let moment = Moment(text),
        moment > now
      else { continue }
      throw AheadOfNow(field: column.name, label: column.label, moment: moment)
    }
  }

  package var notice: Notice {
    Notice(
      Phrase { language in
        let sentence = Phrase(
          "还没有到 \(moment.text)。", "還沒有到 \(moment.text)。", "\(moment.text) has not been yet.")
        return label[language] + (language == .en ? ": " : "：") + sentence[language]
      },
      safe: Notice.registersUntouched,
      next: Phrase(
        "请改时间，前一天的写上日期。", "請改時間，前一天的寫上日期。", "Mend the time; with its day where it was another."))
  }

  package static let examples = [
    AheadOfNow(
      field: "From", label: Phrase("时间", "時間", "Time"), moment: Moment(Day(number: 20781), 1200))
  ]
}
