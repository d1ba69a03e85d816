import Records
import Wording

/// A5: an entry made after its patrol day and grace are over; more than ten days after, the station
/// looks at it again.
enum LateEntry: Rule {
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

/// A15: three entries in a row that say the same but for their digits.
enum SameTexts: Rule {
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

/// A16: fewer on patrol than a patrol should have (three, settable).
enum SmallCrew: Rule {
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

/// A27: a handover that nobody has settled for three days (R30).
enum OpenHandover: Rule {
  static let patience = 3

  static func findings(_ survey: Survey) -> [Finding] {
    survey.open.filter { $0.due == nil && survey.day - $0.day >= patience }.map { item in
      // With the year numbers begin anew.
      let isOld = item.page.year != survey.day.year
      let (date, of) = isOld ? ("\(item.day.text) ", " of \(item.day.text)") : ("", "")
      return Finding(
        .openHandover, about: item.about.code, since: item.day,
        place: .page(item.page, item.day),
        Phrase(
          "\(item.about.name) \(date)第\(item.page.number)页的交接事项未办结",
          "\(item.about.name) \(date)第\(item.page.number)頁的交接事項未辦結",
          "\(item.about.name): the handover on page \(item.page.number)\(of) is still open"))
    }
  }
}

/// A12: a team that the roster leaves without any patrol in the next three days (R27).
enum RosterGap: Rule {
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
          "\(team.name) 今后三天没有排班", "\(team.name) 今後三天沒有排班",
          "\(team.name): nothing on the roster for three days"))
    }
  }
}

/// B2: a patrol that is out beyond the time it was due back.
enum UnderwayOverdue: Rule {
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
