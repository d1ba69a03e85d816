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
        since: waiting.day, place: .page(waiting.page, waiting.day),
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
  package static let unsignedInspection = RuleID("A6", of: "R22", Phrase("待签字", "待簽字", "Unsigned"))
  package static let refusalUnreviewed = RuleID(
    "A7", of: "R22", Phrase("拒签待复核", "拒簽待複核", "Refused"))
}

extension Phrase {
  /// A page of a kind that is not known.
  fileprivate static let page = Phrase("记录", "記錄", "page")
}
