import Records
import Wording

/// A10: what should have been put right by now, and no re-check closed (R30).
enum OverdueProblem: Rule {
  static let finds: [RuleID] = [.overdueProblem]

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
          "\(problem.about.name): page \(problem.page.number)\(of), fix overdue by \(days) \(days == 1 ? "day" : "days")"
        ))
    }
  }
}

extension RuleID {
  package static let overdueProblem = RuleID("A10", of: "R30", Phrase("整改超期", "整改超期", "Overdue"))
}
