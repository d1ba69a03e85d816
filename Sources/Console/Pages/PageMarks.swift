import Patrol
import Terminal
import Wording

/// What became of a page, in a word each; a page may have several, of which none hides another.
enum PageMarks {
  /// Not sound, void, corrected, denied by the other book (A14), late (A5), outside the campaign: the gravest first.
  ///
  /// - Parameter late: why it is late, as the page says.
  static func of(_ page: LedgerPage, late: String, _ world: World) -> [Span] {
    guard page.isSound else { return [Span("!!", .urgent)] }
    let isLate = !late.isEmpty || world.ledger?.isAfterClose(page.page) == true
    let isDenied = world.ledger?.contradictions(of: page.page.id).isEmpty == false
    let marks: [(Bool, Phrase, Role)] = [
      (page.isVoid, .voided, .warning), (page.isCorrected && !page.isVoid, .corr, .warning),
      (isDenied, .differs, .urgent), (isLate, .late, .warning),
      (
        page.day.map { world.snapshot.station.policy.isOutsideCampaign($0) } ?? false, .offCampaign,
        .dim
      ),
    ]
    return marks.filter { $0.0 }.map { Span($0.1[world.language], $0.2) }
  }

  static func line(_ marks: [Span]) -> Line {
    Line(marks.enumerated().flatMap { $0 > 0 ? [Span(" "), $1] : [$1] })
  }
}

extension Phrase {
  fileprivate static let offCampaign = Phrase("专项外", "專項外", "off campaign")
  fileprivate static let corr = Phrase("更正", "更正", "corr")
  fileprivate static let differs = Phrase("不符", "不符", "diff")
}
