import Records
import Wording

/// B2: a patrol that is out beyond the time it was due back.
enum UnderwayOverdue: Rule {
  static let finds: [RuleID] = [.underwayOverdue]

  static func findings(_ survey: Survey) -> [Finding] {
    survey.snapshot.underway.filter { $0.due < survey.now }.map { patrol in
      let minutes = survey.now - patrol.due
      let over = Phrase.duration(
        minutes, belowADay: Phrase("\(minutes) 分", "\(minutes) 分", "\(minutes) min"))
      return Finding(
        .underwayOverdue, about: patrol.code, place: .underway(patrol.code), isUrgent: true,
        Phrase(
          "\(patrol.team.name) \(patrol.from.clock) 出巡，应 \(patrol.due.clock) 归队，已超 \(over[.hans])",
          "\(patrol.team.name) \(patrol.from.clock) 出巡，應 \(patrol.due.clock) 歸隊，已超 \(over[.hant])",
          "\(patrol.team.name) went out at \(patrol.from.clock), due \(patrol.due.clock), \(over[.en]) over"
        ))
    }
  }
}

extension RuleID {
  package static let underwayOverdue = RuleID(
    "B2", of: "B2", Phrase("超时未归", "超時未歸", "Overdue"), act: Phrase("记归队", "記歸隊", "Back"),
    leave: .never(Phrase("在巡的队还没有归队。", "在巡的隊還沒有歸隊。", "A team is still out.")),
    Phrase(
      "该队已过应归时间，尚未记归队。先联系带队人，归队后记这一趟。", "該隊已過應歸時間，尚未記歸隊。先聯繫帶隊人，歸隊後記這一趟。",
      "The team is out beyond the time it was due. Reach its leader first; record the patrol when it is back."
    ))
}
