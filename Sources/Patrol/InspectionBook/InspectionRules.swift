import Records
import Wording

/// A14: the two books say different things of the same time.
enum BooksDisagree: Rule {
  static func findings(_ survey: Survey) -> [Finding] {
    (survey.inspections.contradictions + survey.twice).map { found in
      let day = survey.snapshot.station.patrolDay(found.at)
      return Finding(
        .booksDisagree, about: found.claim.team.code, since: day, place: .page(found.page, day),
        isUrgent: true, found.text)
    }
  }
}

/// A6 and A7: a page that waits for the other side's signature, a refusal for its review.
enum UnsignedInspection: Rule {
  static let patience = 3
  static let reviewPatience = 5

  static func findings(_ survey: Survey) -> [Finding] {
    survey.inspections.waiting.compactMap { waiting in
      let days = survey.day - waiting.day
      let isReview = waiting.role == .reviewer
      guard days >= (isReview ? reviewPatience : patience) else { return nil }
      let date = "\(waiting.day.month)-\(waiting.day.day)"
      let who = waiting.person?.name ?? ""
      let what = survey.snapshot.kinds.page(in: waiting.page.book.kind)?.layout.called ?? .page
      return Finding(
        isReview ? .refusalUnreviewed : .unsignedInspection, about: waiting.about.code,
        since: waiting.day, place: .page(waiting.page, waiting.day),
        isReview
          ? Phrase(
            "\(waiting.about.name) \(date) 拒签，\(days) 天未复核",
            "\(waiting.about.name) \(date) 拒簽，\(days) 天未複核",
            "\(waiting.about.name): refusal of \(date) not reviewed for \(days) days")
          : Phrase(
            "\(waiting.about.name) \(date) 的\(what[.hans])待\(waiting.role.label[.hans]) \(who) 签字，已 \(days) 天",
            "\(waiting.about.name) \(date) 的\(what[.hant])待\(waiting.role.label[.hant]) \(who) 簽字，已 \(days) 天",
            "\(waiting.about.name): \(what[.en]) of \(date) unsigned by \(who) for \(days) days"))
    }
  }
}

/// A10: what should have been put right by now, and no re-check closed (R30).
enum OverdueProblem: Rule {
  static func findings(_ survey: Survey) -> [Finding] {
    survey.open.compactMap { problem in
      guard let by = problem.due, by < survey.day else { return nil }
      let days = survey.day - by
      let isOld = problem.page.year != survey.day.year
      let (date, of) = isOld ? ("\(problem.day.text) ", " of \(problem.day.text)") : ("", "")
      return Finding(
        .overdueProblem, about: problem.about.code, since: by,
        place: .inspect(problem.about.code),
        Phrase(
          "\(problem.about.name) \(date)第\(problem.page.number)页整改超期 \(days) 天未复查",
          "\(problem.about.name) \(date)第\(problem.page.number)頁整改超期 \(days) 天未複查",
          "\(problem.about.name): page \(problem.page.number)\(of) to be put right \(days) days ago"
        ))
    }
  }
}

/// A8 and A9: a village team that nobody inspected for ten days, a team that the station did not
/// check for thirty (R22, R8).
enum NotInspected: Rule {
  static let patience = 10
  static let stationPatience = 30

  static func findings(_ survey: Survey) -> [Finding] {
    // Any inspection book may say that a team was inspected.
    guard !survey.unreadBooks.contains(where: { $0.kind == .inspection }) else { return [] }
    return survey.snapshot.teams.flatMap { team -> [Finding] in
      var found: [Finding] = []
      if team.tier == .village, survey.inspections.isKept {
        let last = survey.inspections.lastInspected(team.code)
        if isOver(last, patience, survey) { found.append(finding(.notInspected, team, last)) }
      }
      if team.tier != .city, survey.inspections.isStationKept, isOurs(team, survey.snapshot) {
        let last = survey.inspections.lastChecked(team.code)
        if isOver(last, stationPatience, survey) { found.append(finding(.notChecked, team, last)) }
      }
      return found
    }
  }

  /// Whether the team is one that this station answers for.
  private static func isOurs(_ team: Team, _ snapshot: Snapshot) -> Bool {
    let township = snapshot.unit(snapshot.township(of: team))
    return township?.station == snapshot.station.unit
  }

  private static func isOver(_ last: Day?, _ patience: Int, _ survey: Survey) -> Bool {
    last.map { survey.day - $0 > patience } ?? survey.inspections.isWhole
  }

  private static func finding(_ rule: RuleID, _ team: Team, _ last: Day?) -> Finding {
    let since = last.map { "\($0.month)-\($0.day)" }
    let byStation = rule == .notChecked
    return Finding(
      rule, about: team.code, since: last, place: .inspect(team.code),
      Phrase(
        "\(team.name) \(since.map { "\($0) 后" } ?? "")未受\(byStation ? "派出所" : "")检查",
        "\(team.name) \(since.map { "\($0) 後" } ?? "")未受\(byStation ? "派出所" : "")檢查",
        "\(team.name): not \(byStation ? "checked by the station" : "inspected")"
          + (since.map { " since \($0)" } ?? "")))
  }
}

extension Phrase {
  /// A page of a kind that is not known.
  fileprivate static let page = Phrase("记录", "記錄", "page")
}
