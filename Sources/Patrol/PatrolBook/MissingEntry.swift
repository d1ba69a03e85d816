import Records
import Wording

/// A4: a team without an entry for a patrol day that is over (R21).
///
/// A day that is still running says so in the tree and is no warning yet.
enum MissingEntry: Rule {
  static let finds: [RuleID] = [.missingEntry]

  static func findings(_ survey: Survey) -> [Finding] {
    let day = survey.lastOver
    guard survey.now >= survey.snapshot.station.lateAfter(day) else { return [] }
    let date = "\(day.month)-\(day.day)"
    return survey.snapshot.teams.compactMap { team in
      if let since = team.since, since > day { return nil }
      guard !survey.hasPatrol(team.code, on: day),
        survey.unreadBooks.isEmpty || !survey.unreadBooks.contains(BookID(team.code, .patrol))
      else { return nil }
      let name = team.name
      return Finding(
        .missingEntry, about: team.code, since: day, place: .team(team.code, day),
        Phrase(
          "\(name) \(date) 无巡逻记录", "\(name) \(date) 無巡邏記錄",
          "\(name): no patrol entry for \(date)"))
    }
  }
}

extension RuleID {
  package static let missingEntry = RuleID("A4", of: "R21", Phrase("未记", "未記", "No entry"))
}
