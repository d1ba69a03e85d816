import Records
import Wording

/// What is unusual about the day of a page that is being written, whatever its kind.
enum PageWarnings {
  static func of(
    _ draft: Draft, _ kind: PageKind, _ ledger: DayLedger?, _ snapshot: Snapshot, now: Moment
  ) -> [Phrase] {
    guard let day = Day(draft[kind.layout.day]) else { return [] }
    return [late(day, draft, kind, ledger, snapshot, now), campaign(day, snapshot)]
      .compactMap { $0 }
  }

  /// A page is made when what it tells is over.
  static func notOver(_ to: Moment?, _ now: Moment) -> Phrase? {
    guard let to, to > now else { return nil }
    let clock = to.day == now.day ? to.clock : to.text
    return Phrase(
      "\(clock) 还没到（现在 \(now.clock)），现在存不了。", "\(clock) 還沒到（現在 \(now.clock)），現在存不了。",
      "It is not \(clock) yet (now \(now.clock)): it can't be saved.")
  }

  private static func late(
    _ day: Day, _ draft: Draft, _ kind: PageKind, _ ledger: DayLedger?, _ snapshot: Snapshot,
    _ now: Moment
  ) -> Phrase? {
    guard draft[PatrolEntry.late.column.name].isEmpty else { return nil }
    if ledger?.isClosed(for: draft, kind) == true {
      return Phrase("当日已封簿：要写补记原因。", "當日已封簿：要寫補記原因。", "The day is closed: say why it comes now.")
    }
    guard now > snapshot.station.lateAfter(day) else { return nil }
    return Phrase("已过当日：要写补记原因。", "已過當日：要寫補記原因。", "The day is over: say why it comes late.")
  }

  private static func campaign(_ day: Day, _ snapshot: Snapshot) -> Phrase? {
    let policy = snapshot.station.policy
    guard policy.isOutsideCampaign(day), let from = policy.campaignFrom,
      let to = policy.campaignTo
    else { return nil }
    return Phrase(
      "这一天不在专项期内（\(from.text) 至 \(to.text)）。", "這一天不在專項期內（\(from.text) 至 \(to.text)）。",
      "Outside the campaign (\(from.text) to \(to.text)).")
  }
}

extension DayLedger {
  /// Whether somebody closed the book that a page goes into, for the day that it is about.
  package func isClosed(for draft: Draft, _ kind: PageKind) -> Bool {
    guard Day(draft[kind.layout.day]) == day, let owner = Named(draft[kind.layout.owner])?.code
    else { return false }
    return close(of: BookID(owner, kind.book)) != nil
  }
}
