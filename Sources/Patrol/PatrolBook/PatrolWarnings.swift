import Records
import Wording

/// What whoever records a patrol should know before it is saved, though it may be so.
package struct PatrolWarnings {
  /// A team is out whose patrol this would end.
  package let outing: Phrase?
  package let others: [Phrase]

  package var all: [Phrase] { (outing.map { [$0] } ?? []) + others }

  package init(_ draft: Draft, _ ledger: DayLedger?, _ snapshot: Snapshot, now: Moment) {
    let team = Named(draft["Team"])?.code
    let from = Moment(draft["From"]), to = Moment(draft["To"])
    outing = team.flatMap { Self.outing($0, from, to, snapshot) }
    others = [
      Self.overlap(team, from, to, ledger), Self.late(draft, team, ledger, snapshot, now),
      Self.campaign(draft, snapshot),
    ].compactMap { $0 }
  }

  private static func outing(
    _ team: String, _ from: Moment?, _ to: Moment?, _ snapshot: Snapshot
  ) -> Phrase? {
    guard let out = snapshot.underway(of: team), from != out.from || to == nil,
      to.map(out.isOver) ?? true
    else { return nil }
    let clock = out.from.clock
    return Phrase(
      "\(clock) 出巡未归：存后算这一趟归队。", "\(clock) 出巡未歸：存後算這一趟歸隊。",
      "Out since \(clock): this entry ends that patrol.")
  }

  private static func overlap(
    _ team: String?, _ from: Moment?, _ to: Moment?, _ ledger: DayLedger?
  ) -> Phrase? {
    guard let team, let from, let to else { return nil }
    let other = (ledger?.patrols ?? []).first { page in
      guard page.page.id.book.owner == team, !page.isVoid, let begun = page[PatrolEntry.from],
        let ended = page[PatrolEntry.to]
      else { return false }
      return begun < to && from < ended
    }
    guard let other, let begun = other[PatrolEntry.from], let ended = other[PatrolEntry.to] else {
      return nil
    }
    let number = other.page.id.number
    return Phrase(
      "与 №\(number) \(begun.clock)-\(ended.clock) 时间重叠。",
      "與 №\(number) \(begun.clock)-\(ended.clock) 時間重疊。",
      "Overlaps №\(number), \(begun.clock)-\(ended.clock).")
  }

  private static func late(
    _ draft: Draft, _ team: String?, _ ledger: DayLedger?, _ snapshot: Snapshot, _ now: Moment
  ) -> Phrase? {
    guard let day = Day(draft["Date"]), draft["Late"].isEmpty else { return nil }
    let isClosed = team.flatMap { ledger?.close(of: BookID($0, .patrol)) } != nil
    if isClosed, ledger?.day == day {
      return Phrase("当日已封簿：要写补记原因。", "當日已封簿：要寫補記原因。", "The day is closed: say why it comes now.")
    }
    guard now > snapshot.station.lateAfter(day) else { return nil }
    return Phrase("已过当日：要写补记原因。", "已過當日：要寫補記原因。", "The day is over: say why it comes late.")
  }

  private static func campaign(_ draft: Draft, _ snapshot: Snapshot) -> Phrase? {
    let station = snapshot.station
    guard let day = Day(draft["Date"]), let from = station.policy.campaignFrom,
      let to = station.policy.campaignTo, !(from <= day && day <= to)
    else { return nil }
    return Phrase(
      "这一天不在专项期内（\(from.text) 至 \(to.text)）。", "這一天不在專項期內（\(from.text) 至 \(to.text)）。",
      "Outside the campaign (\(from.text) to \(to.text)).")
  }
}
