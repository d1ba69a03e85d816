import Records
import Wording

/// A15: three entries in a row that say the same but for their digits.
enum SameTexts: Rule {
  static let finds: [RuleID] = [.sameTexts]

  static func findings(_ survey: Survey) -> [Finding] {
    survey.snapshot.teams(of: survey.recent.sayingTheSame).compactMap { team -> Finding? in
      let last = survey.recent[team.code].suffix(RecentEntries.alike)
      guard let first = last.first, let newest = last.last else { return nil }
      let numbers = last.map { "\($0.number)" }
      return Finding(
        .sameTexts, about: team.code, since: Day(number: Int(first.day)),
        place: .page(newest.page(of: team.code), Day(number: Int(newest.day))),
        Phrase { language in
          let pages = numbers.joined(separator: language.separator)
          return Phrase(
            "\(team.name) 连续三次记录内容相同（第\(pages)页）", "\(team.name) 連續三次記錄內容相同（第\(pages)頁）",
            "\(team.name): the last three entries say the same (pages \(pages))")[language]
        })
    }
  }
}

extension RuleID {
  package static let sameTexts = RuleID(
    "A15", of: "R21", Phrase("内容雷同", "內容雷同", "Same text"), act: .actSeePage,
    Phrase(
      "连续三次记录除数字外文字相同。核实是否照抄；下次按看到的写。", "連續三次記錄除數字外文字相同。核實是否照抄；下次按看到的寫。",
      "Three entries in a row differ in their digits alone. Find out whether they were copied; the next one says what was seen."
    ))
}
