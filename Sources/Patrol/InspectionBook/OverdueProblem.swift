import Records
import Wording

/// A10: what should have been put right by now, and no re-check closed (R30).
enum OverdueProblem: Rule {
  static let finds: [RuleID] = [.overdueProblem]

  static func findings(_ survey: Survey) -> [Finding] {
    survey.open.compactMap { problem in
      guard let by = problem.due, by < survey.day else { return nil }
      let days = survey.day - by
      let (name, number, words) = (problem.about.name, problem.page.number, problem.inBrief)
      let isOld = problem.page.year != survey.day.year
      let (date, of) = isOld ? ("\(problem.day.text) ", " of \(problem.day.text)") : ("", "")
      return Finding(
        .overdueProblem, about: problem.about.code, since: by,
        place: .recheck(problem),
        Phrase(
          "\(name) “\(words)”整改超期 \(days) 天未复查（\(date)第\(number)页）",
          "\(name) 「\(words)」整改超期 \(days) 天未複查（\(date)第\(number)頁）",
          "\(name): “\(words)”, fix overdue by \(days) \(days == 1 ? "day" : "days") (page \(number)\(of))"
        ))
    }
  }
}

extension RuleID {
  package static let overdueProblem = RuleID(
    "A10", of: "R30", Phrase("整改超期", "整改超期", "Fix overdue"), act: Phrase("复查", "複查", "Re-check"),
    Phrase(
      "限期整改的问题到期未复查。到队复查，已改的在复查记录里销号。", "限期整改的問題到期未複查。到隊複查，已改的在複查記錄裡銷號。",
      "A problem's date has passed without a re-check. Go and look; what is put right is settled by the new page."
    ))
}
