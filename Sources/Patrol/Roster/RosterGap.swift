import Records
import Wording

/// A12: a team that the roster leaves without any patrol in the next three days (R27).
enum RosterGap: Rule {
  static let finds: [RuleID] = [.rosterGap]
  static let reads: [RegisterKind] = [.roster, .exceptions]

  static func findings(_ survey: Survey) -> [Finding] {
    let snapshot = survey.snapshot
    guard !snapshot.roster.isEmpty else { return [] }
    return snapshot.teams.filter { team in
      (0..<3).allSatisfy { snapshot.duties(of: team.code, on: survey.day + $0).isEmpty }
    }.map { team in
      Finding(
        .rosterGap, about: team.code, place: .roster(team.code, survey.day),
        Phrase(
          "\(team.name) 今后三天未排班", "\(team.name) 今後三天未排班",
          "\(team.name): nothing on the roster for three days"))
    }
  }
}

extension RuleID {
  package static let rosterGap = RuleID(
    "A12", of: "R27", Phrase("无排班", "無排班", "No roster"), act: Phrase("排班", "排班", "Roster"),
    Phrase(
      "该队今后三天没有班次。排班后自动消去。", "該隊今後三天沒有班次。排班後自動消去。",
      "The team has no shift in the next three days. Put one on the roster."))
}
