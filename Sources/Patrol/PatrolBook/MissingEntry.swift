import Records
import Wording

/// A4: days that are over and of which a team's book says nothing (R21); A29: so many of them, without a
/// break up to now.
///
/// A day that is still running says so in the tree and is no warning yet.
enum MissingEntry: Rule {
  static let finds: [RuleID] = [.missingEntry, .silentTeam]

  /// A team that is silent for so many days has stopped, and did not forget.
  static let patience = 5

  static func findings(_ survey: Survey) -> [Finding] {
    survey.snapshot.teams.flatMap { team -> [Finding] in
      let holes = survey.holes(of: team)
      let silent = silence(holes, survey)
      let others = holes.dropLast(silent.count)
      return (silent.isEmpty ? [] : [finding(.silentTeam, team, silent)])
        + (others.isEmpty ? [] : [finding(.missingEntry, team, Array(others))])
    }
  }

  /// The days without a break up to the last that is over; none where they are few.
  private static func silence(_ holes: [Day], _ survey: Survey) -> [Day] {
    guard let last = holes.last, last == survey.lastDue else { return [] }
    var first = holes.count - 1
    while first > 0, holes[first] - holes[first - 1] == 1 { first -= 1 }
    return holes.count - first >= patience ? Array(holes[first...]) : []
  }

  private static func finding(_ rule: RuleID, _ team: Team, _ days: [Day]) -> Finding {
    let (name, count) = (team.name, days.count)
    let first = days.first ?? Day(number: 0)
    return Finding(
      rule, about: team.code, since: first, extent: count, place: .entry(team.code, first),
      count == 1
        ? Phrase(
          "\(name) \(first.monthAndDay) 未记巡逻", "\(name) \(first.monthAndDay) 未記巡邏",
          "\(name): no patrol entry for \(first.monthAndDay)")
        : rule == .silentTeam
          ? Phrase(
            "\(name) 自 \(first.monthAndDay) 起连续 \(count) 日未记巡逻",
            "\(name) 自 \(first.monthAndDay) 起連續 \(count) 日未記巡邏",
            "\(name): no patrol entry for \(count) days, since \(first.monthAndDay)")
          : some(name, days))
  }

  private static func some(_ name: String, _ days: [Day]) -> Phrase {
    let named = Phrase.first(4, of: days.map(\.monthAndDay))
    return Phrase(
      "\(name) \(days.count) 日未记巡逻：\(named[.hans])", "\(name) \(days.count) 日未記巡邏：\(named[.hant])",
      "\(name): no patrol entry for \(days.count) days: \(named[.en])")
  }
}

extension RuleID {
  package static let missingEntry = RuleID(
    "A4", of: "R21", Phrase("未记", "未記", "No entry"), act: .actEnterLate,
    Phrase(
      "巡防日已过，该队当天没有巡逻记录。出巡了的补记并写原因，没有出巡的说明理由。", "巡防日已過，該隊當天沒有巡邏記錄。出巡了的補記並寫原因，沒有出巡的說明理由。",
      "The patrol day is over and the team's book says nothing of it. Enter the patrol late with the reason, or say why there was none."
    ))
  package static let silentTeam = RuleID(
    "A29", of: "R21", Phrase("连续未记", "連續未記", "Silent"), act: .actEnterLate,
    Phrase(
      "该队连续五天以上没有巡逻记录，至今未断。问清是停巡还是漏记；停巡的用“缓办”写明到哪天。",
      "該隊連續五天以上沒有巡邏記錄，至今未斷。問清是停巡還是漏記；停巡的用「緩辦」寫明到哪天。",
      "The team's book has said nothing for five days or more, up to now. Ask whether it stopped; if so, put it off until it goes out again."
    ))
}
