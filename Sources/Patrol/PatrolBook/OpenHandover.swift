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
      let (date, of) = isOld ? ("\(item.day.text) ", " of \(item.day.text)") : ("", "")
      return Finding(
        .openHandover, about: item.about.code, since: item.day,
        place: .page(item.page, item.day),
        Phrase(
          "\(item.about.name) \(date)第\(item.page.number)页的交接事项未办结",
          "\(item.about.name) \(date)第\(item.page.number)頁的交接事項未辦結",
          "\(item.about.name): the handover on page \(item.page.number)\(of) is still open"))
    }
  }
}

extension RuleID {
  package static let openHandover = RuleID("A27", of: "R30", Phrase("交接未办", "交接未辦", "Handover"))
}
