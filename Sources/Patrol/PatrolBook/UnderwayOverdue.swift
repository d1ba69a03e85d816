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
  package static let underwayOverdue = RuleID("B2", of: "B2", Phrase("超时未归", "超時未歸", "Overdue"))
}
