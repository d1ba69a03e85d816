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
      let (number, words) = (item.page.number, item.inBrief)
      return Finding(
        .openHandover, about: item.about.code, since: item.day,
        place: .settle(item),
        Phrase(
          "\(item.about.name) \(date)交接“\(words)”未办结（第\(number)页）",
          "\(item.about.name) \(date)交接「\(words)」未辦結（第\(number)頁）",
          "\(item.about.name): “\(words)”, handed over on \(item.day.text), is still open (page \(number))"
        ))
    }
  }
}

extension RuleID {
  package static let openHandover = RuleID(
    "A27", of: "R30", Phrase("交接未办", "交接未辦", "Handover"), act: Phrase("办结", "辦結", "Settle"),
    Phrase(
      "巡逻中交下来的事满三天未办结。办好后写明结果办结；每件单独办结。", "巡邏中交下來的事滿三天未辦結。辦好後寫明結果辦結；每件單獨辦結。",
      "Something handed over has been open for three days. When it is done, say how; each is settled by itself."
    ))
}
