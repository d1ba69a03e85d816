import Records
import Wording

/// A27: a handover that nobody has settled for three days (R30).
enum OpenHandover: Rule {
  static let finds: [RuleID] = [.openHandover]

  static let patience = 3

  static func findings(_ survey: Survey) -> [Finding] {
    survey.open.filter { $0.due == nil && survey.day - $0.day >= patience }.map { item in
      // Numbers begin again with the year.
      let isOld = item.page.year != survey.day.year
      let (month, day) = (item.day.month, item.day.day)
      let date = "\(isOld ? "\(item.day.year)年" : "")\(month)月\(day)日"
      let number = item.page.number
      // A line of a list: what was handed over in a few words, the whole stands on its page.
      let whole = item.text.replacing("\n", with: " ")
      let words = whole.count > 16 ? whole.prefix(15) + "…" : whole[...]
      return Finding(
        .openHandover, about: item.about.code, since: item.day,
        place: .page(item.page, item.day),
        Phrase(
          "\(item.about.name) \(date)交接“\(words)”未办结（第\(number)页）",
          "\(item.about.name) \(date)交接「\(words)」未辦結（第\(number)頁）",
          "\(item.about.name): “\(words)”, handed over on \(item.day.text), is still open (page \(number))"
        ))
    }
  }
}

extension RuleID {
  package static let openHandover = RuleID("A27", of: "R30", Phrase("交接未办", "交接未辦", "Handover"))
}
