import Records
import Wording

/// A14: the two books say different things of the same time.
enum BooksDisagree: Rule {
  static let finds: [RuleID] = [.booksDisagree]

  static func findings(_ survey: Survey) -> [Finding] {
    (survey.inspections.contradictions + survey.twice).map { found in
      let day = survey.snapshot.station.patrolDay(found.at)
      return Finding(
        .booksDisagree, about: found.claim.team.code, since: day, place: .page(found.page, day),
        isUrgent: true, found.text)
    }
  }
}

extension RuleID {
  package static let booksDisagree = RuleID(
    "A14", of: "R22", Phrase("两簿不符", "兩簿不符", "Books differ"))
}
