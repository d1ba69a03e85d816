import Records
import Wording

/// What somebody had signed was struck out in these days: both sides have to hear of it (B4, R22).
package enum StruckOut: Rule {
  package static let finds: [RuleID] = [.struckOut]

  /// Days after that of the entry for which it is said: a ten-day report's time.
  package static let days = 10

  package static func findings(_ survey: Survey) -> [Finding] {
    survey.inspections.struckOut.compactMap { page in
      guard let void = page.void, let day = page.day,
        let owner = page.kind.flatMap({ page.named($0.layout.owner) })
      else { return nil }
      let other = page[Inspection.inspected]
      let sides = [owner.name] + (other.map { [$0.name] } ?? [])
      let (number, by) = (page.page.id.number, void.page.recorded.by.name)
      let reason = void.amendment.reason
      return Finding(
        .struckOut, about: other?.code ?? owner.code, since: day,
        place: .page(page.page.id, day),
        Phrase { language in
          let names = sides.joined(separator: language.separator)
          return switch language {
          case .hans: "\(names) 第\(number)页签字后被 \(by) 作废：\(reason)"
          case .hant: "\(names) 第\(number)頁簽字後被 \(by) 作廢：\(reason)"
          case .en: "\(names): page \(number) was signed, and struck out by \(by): \(reason)"
          }
        })
    }
  }
}

extension RuleID {
  package static let struckOut = RuleID(
    "J14", of: "R22", Phrase("签后作废", "簽後作廢", "Struck out"), act: .actSeePage,
    Phrase(
      "双方签过的一页被作废。告知双方后，用“认可现状”注明。", "雙方簽過的一頁被作廢。告知雙方後，用「認可現狀」註明。",
      "A page that was signed was struck out. Tell both sides, then accept it with a word."))
}
