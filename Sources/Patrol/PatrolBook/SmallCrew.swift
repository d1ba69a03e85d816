import Records
import Wording

/// A16: fewer on patrol than a patrol should have (three, settable).
enum SmallCrew: Rule {
  static let finds: [RuleID] = [.smallCrew]

  static func findings(_ survey: Survey) -> [Finding] {
    let floor = survey.snapshot.station.crewFloor
    return survey.noted.flatMap { team, rows in
      rows.filter { Int($0.crew) < floor }.map { row in
        let day = Day(number: Int(row.day))
        return Finding(
          .smallCrew, about: team.code, since: day,
          place: .page(row.page(of: team.code), day),
          Phrase(
            "\(team.name) \(day.monthAndDay) 实到 \(row.crew) 人，少于 \(floor) 人（第\(row.number)页）",
            "\(team.name) \(day.monthAndDay) 實到 \(row.crew) 人，少於 \(floor) 人（第\(row.number)頁）",
            "\(team.name): \(row.crew) present on \(day.monthAndDay), fewer than \(floor) (page \(row.number))"
          ))
      }
    }
  }
}

extension RuleID {
  package static let smallCrew = RuleID(
    "A16", of: "R21", Phrase("巡逻人数不足", "巡邏人數不足", "Small crew"), act: .actSeePage,
    Phrase(
      "这趟实到人数少于规定。记错的更正；属实的用“认可现状”写明原因。", "這趟實到人數少於規定。記錯的更正；屬實的用「認可現狀」寫明原因。",
      "Fewer went than a patrol should have. Correct the page if it is wrong; else accept it and say why."
    ))
}
