import Records
import Wording

/// A14: the two books say different things of the same time.
enum BooksDisagree: Rule {
  static let finds: [RuleID] = [.booksDisagree]

  static func findings(_ survey: Survey) -> [Finding] {
    (survey.inspections.contradictions + survey.twice).map { found in
      let day = survey.snapshot.station.patrolDay(found.at)
      return Finding(
        .booksDisagree, about: found.claim.team.code,
        item: found.item, since: day, place: .pages([found.claim.page, found.page], day),
        isUrgent: true, found.text)
    }
  }
}

extension RuleID {
  package static let booksDisagree = RuleID(
    "A14", of: "R22", Phrase("两簿不符", "兩簿不符", "Books differ"),
    act: Phrase("两页并看", "兩頁並看", "Both pages"),
    leave: .never(
      Phrase(
        "两页不能都属实，须更正其中一页。", "兩頁不能都屬實，須更正其中一頁。", "Both pages can't be true: one has to be corrected."
      )),
    Phrase(
      "两页记录互相矛盾，其中必有一页不实。向双方核实后更正其中一页。", "兩頁記錄互相矛盾，其中必有一頁不實。向雙方核實後更正其中一頁。",
      "Two pages contradict each other, so one is not true. Ask both sides, then correct that one.")
  )
}
