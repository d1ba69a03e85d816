import Records
import Wording

/// A15: three entries in a row that say the same but for their digits.
enum SameTexts: Rule {
  static let finds: [RuleID] = [.sameTexts]

  static func findings(_ survey: Survey) -> [Finding] {
    survey.snapshot.teams(of: survey.recent.sayingTheSame).compactMap { team in
      let last = survey.recent[team.code].suffix(RecentEntries.alike)
      guard let first = last.first, let newest = last.last else { return nil }
      let day = Day(number: Int(newest.day))
      return Finding(
        .sameTexts, about: team.code, since: Day(number: Int(first.day)),
        place: .team(team.code, day),
        Phrase(
          "\(team.name) 连续三次记录内容相同", "\(team.name) 連續三次記錄內容相同",
          "\(team.name): the last three entries say the same"))
    }
  }
}

extension RuleID {
  package static let sameTexts = RuleID("A15", of: "R21", Phrase("内容雷同", "內容雷同", "Same text"))
}
