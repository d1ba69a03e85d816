import Records
import Wording

/// A6 and A7: a page that waits for the other side's signature, a refusal for its review.
enum UnsignedInspection: Rule {
  static let finds: [RuleID] = [.unsignedInspection, .refusalUnreviewed]

  static let patience = 3
  static let reviewPatience = 5

  static func findings(_ survey: Survey) -> [Finding] {
    survey.inspections.waiting.compactMap { waiting in
      let days = survey.day - waiting.day
      let isReview = waiting.role == .reviewer
      guard days >= (isReview ? reviewPatience : patience) else { return nil }
      let date = waiting.date
      let what = survey.snapshot.kinds.page(in: waiting.page.book.kind)?.layout.called ?? .page
      return Finding(
        isReview ? .refusalUnreviewed : .unsignedInspection, about: waiting.about.code,
        since: waiting.day,
        place: isReview ? .review(waiting.page, waiting.day) : .sign(waiting.page, waiting.day),
        isReview
          ? Phrase(
            "\(waiting.about.name) \(date) 拒签，\(days) 天未复核",
            "\(waiting.about.name) \(date) 拒簽，\(days) 天未複核",
            "\(waiting.about.name): refusal of \(date) not reviewed for \(days) days")
          : waiting.unsigned(for: days, what))
    }
  }
}

extension Waiting {
  fileprivate var date: String { "\(day.month)-\(day.day)" }

  /// That nobody has signed; which side is to, where nobody leads it.
  package func unsigned(for days: Int, _ what: Phrase) -> Phrase {
    let side = role.label
    let who = person.map { " \($0.name) " } ?? ""
    return Phrase(
      "\(about.name) \(date) 的\(what[.hans])待\(side[.hans])\(who)签字，已 \(days) 天",
      "\(about.name) \(date) 的\(what[.hant])待\(side[.hant])\(who)簽字，已 \(days) 天",
      "\(about.name): \(what[.en]) of \(date) unsigned "
        + (person.map { "by \($0.name) for \(days) days" } ?? "for \(days) days (\(side[.en]))"))
  }
}

extension RuleID {
  package static let unsignedInspection = RuleID(
    "A6", of: "R22", Phrase("逾期未签", "逾期未簽", "Unsigned late"), act: Phrase("签字", "簽字", "Sign"),
    leave: .never(
      Phrase(
        "缺签字的页要由本人签字或记拒签。", "缺簽字的頁要由本人簽字或記拒簽。",
        "A page that lacks a signature has to be signed, or its refusal recorded.")),
    Phrase(
      "记录满三天还缺一方签字。请本人签字；不肯签的记拒签和理由。", "記錄滿三天還缺一方簽字。請本人簽字；不肯簽的記拒簽和理由。",
      "The page has lacked a signature for three days. Have it signed, or record the refusal and why."
    ))
  package static let refusalUnreviewed = RuleID(
    "A7", of: "R22", Phrase("拒签待复核", "拒簽待複核", "Refused"), act: Phrase("复核", "複核", "Review"),
    leave: .never(
      Phrase(
        "缺签字的页要由本人签字或记拒签。", "缺簽字的頁要由本人簽字或記拒簽。",
        "A page that lacks a signature has to be signed, or its refusal recorded.")),
    Phrase(
      "被检方拒签满五天，派出所还未复核。听双方说明，写明复核结论。", "被檢方拒簽滿五天，派出所還未複核。聽雙方說明，寫明複核結論。",
      "A refusal has waited five days for the station's review. Hear both sides and write down what you find."
    ))
}

extension Phrase {
  /// A page of a kind that is not known.
  fileprivate static let page = Phrase("记录", "記錄", "page")
}
