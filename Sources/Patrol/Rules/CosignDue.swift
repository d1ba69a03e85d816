import Records
import Wording

/// No other station has signed this one's heads for ten days, a ten-day report's time (B19): what its owner
/// writes anew meanwhile nobody could find.
///
/// Practice is nobody's evidence: a directory that is made up is asked for nothing.
enum CosignDue: Rule {
  static let finds: [RuleID] = [.cosignDue]

  private static let days = 10, urgent = 20

  static func findings(_ survey: Survey) -> [Finding] {
    let (snapshot, today) = (survey.snapshot, survey.snapshot.today)
    guard !snapshot.station.isDemo, let begun = snapshot.keysBooks.begun(snapshot.keysBook) else {
      return []
    }
    let last = snapshot.cosigned
    let days = today - (last ?? begun)
    guard days > Self.days else { return [] }
    return [
      Finding(
        .cosignDue, about: snapshot.station.unit, since: last ?? begun, place: .elsewhere,
        isUrgent: days > Self.urgent,
        last == nil
          ? Phrase(
            "头单从未由外站会签，已\(days)天", "頭單從未由外站會簽，已\(days)天",
            "No other station has cosigned the heads, for \(days) days")
          : Phrase(
            "头单该请外站会签了，上次在\(days)天前", "頭單該請外站會簽了，上次在\(days)天前",
            "Another station is to cosign the heads: the last time was \(days) days ago"))
    ]
  }
}

extension RuleID {
  package static let cosignDue = RuleID(
    "M9", of: "B19", Phrase("外站会签", "外站會簽", "Cosign"),
    act: Phrase("请会签", "請會簽", "Have it cosigned"),
    Phrase(
      "本站头单满十天未由外站会签。把头单交给外站会签，带回存好。", "本站頭單滿十天未由外站會簽。把頭單交給外站會簽，帶回存好。",
      "No other station has cosigned this one's heads for ten days. Take them there and bring the note back."
    ))
}
