import Records
import Wording

/// Why something can't be put off, accepted or settled.
package enum DeferralRefusal: Refusal, Hashable {
  /// By the rule that finds it.
  case mayNot(title: Phrase, why: Phrase)
  /// What is put off has to come back.
  case noDay
  case past(Day)
  /// Only a handover is done when somebody says so.
  case notBySaying(Phrase)

  package var field: String {
    switch self {
    case .mayNot: "Rule"
    case .noDay, .past: "Due"
    case .notBySaying: "Decision"
    }
  }

  package var notice: Notice {
    switch self {
    case .mayNot(let title, let why):
      Notice(
        Phrase(
          "“\(title[.hans])”不能缓办或认可。", "「\(title[.hant])」不能緩辦或認可。",
          "“\(title[.en])” can't be put off or accepted."),
        safe: .unchanged, next: why)
    case .noDay:
      Notice(
        Phrase("缓办未写到期日。", "緩辦未寫到期日。", "Until when is it put off?"), safe: .unchanged,
        next: Phrase(
          "请写到期日，如 +30；没有期限的选认可现状。", "請寫到期日，如 +30；沒有期限的選認可現狀。",
          "Give a day, such as +30, or accept it as it is."))
    case .past(let day):
      Notice(
        Phrase("到期日 \(day.text) 已过。", "到期日 \(day.text) 已過。", "\(day.text) is over already."),
        safe: .unchanged, next: Phrase("请写今后的日期。", "請寫今後的日期。", "Give a day to come."))
    case .notBySaying(let title):
      Notice(
        Phrase(
          "“\(title[.hans])”不能凭一句话办结。", "「\(title[.hant])」不能憑一句話辦結。",
          "“\(title[.en])” is not settled by saying so."),
        safe: .unchanged,
        next: Phrase("请按右边写的办法去办。", "請按右邊寫的辦法去辦。", "Do what stands beside it in the list."))
    }
  }

  package static let examples: [Self] = [
    .mayNot(
      title: RuleID.booksDisagree.title,
      why: Phrase(
        "两页不能都属实，须更正其中一页。", "兩頁不能都屬實，須更正其中一頁。",
        "Both pages can't be true: one has to be corrected.")), .noDay,
    .past(Day(number: 20780)), .notBySaying(RuleID.villageFloor.title),
  ]
}
