import Records
import Wording

/// A5: an entry made after its patrol day and grace are over; more than ten days after, the station
/// looks at it again.
enum LateEntry: Rule {
  static let finds: [RuleID] = [.lateEntry]

  static func findings(_ survey: Survey) -> [Finding] {
    survey.entries.flatMap { team, rows in
      rows.filter { $0.has(.late) }.map {
        Finding(
          .lateEntry, about: team.code, since: survey.day,
          place: .team(team.code, survey.day),
          Phrase(
            "\(team.name) 第\($0.number)页是补记", "\(team.name) 第\($0.number)頁是補記",
            "\(team.name): page \($0.number) was entered late"))
      }
    }
  }
}

extension RuleID {
  package static let lateEntry = RuleID("A5", of: "R21", Phrase("补记", "補記", "Late"))
}
