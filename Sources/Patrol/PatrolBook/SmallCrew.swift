import Records
import Wording

/// A16: fewer on patrol than a patrol should have (three, settable).
enum SmallCrew: Rule {
  static let finds: [RuleID] = [.smallCrew]

  static func findings(_ survey: Survey) -> [Finding] {
    let floor = survey.snapshot.station.crewFloor
    return survey.entries.flatMap { team, rows in
      rows.filter { Int($0.crew) < floor }.map {
        Finding(
          .smallCrew, about: team.code, since: survey.day, place: .team(team.code, survey.day),
          Phrase(
            "\(team.name) 第\($0.number)页实到 \($0.crew) 人，少于 \(floor) 人",
            "\(team.name) 第\($0.number)頁實到 \($0.crew) 人，少於 \(floor) 人",
            "\(team.name): page \($0.number) had \($0.crew) present, fewer than \(floor)"))
      }
    }
  }
}

extension RuleID {
  package static let smallCrew = RuleID("A16", of: "R21", Phrase("巡逻人数不足", "巡邏人數不足", "Small crew"))
}
