import Records
import Wording

/// What whoever records a patrol should know before it is saved, though it may be so.
package struct PatrolWarnings {
  /// A team is out whose patrol this would end.
  package let outing: Phrase?
  package let others: [Phrase]
  /// What is no reason to look twice.
  package let note: Phrase?

  package var all: [Phrase] { (outing.map { [$0] } ?? []) + others }

  package init(_ draft: Draft, _ ledger: DayLedger?, _ snapshot: Snapshot, now: Moment) {
    let team = Named(draft["Team"])?.code
    let from = Moment(draft["From"]), to = Moment(draft["To"])
    outing = team.flatMap { Self.outing($0, from, to, snapshot) }
    others =
      [
        PageWarnings.notOver(to, now), Self.instant(from, to), Self.overlap(team, from, to, ledger),
        Self.strangers(team, draft, snapshot), Self.unexplained(team, draft, snapshot),
      ].compactMap { $0 } + PageWarnings.of(draft, .patrol, ledger, snapshot, now: now)
    // It may be recorded here; whose team it is has to be seen.
    note = team.flatMap { snapshot.team($0) }.flatMap { snapshot.elsewhere($0) }.map { station in
      Phrase("\(station.name)的队。", "\(station.name)的隊。", "A team of \(station.name).")
    }
  }

  /// Anybody may help another team out, but a patrol of a team without any of its people is unlikely.
  private static func strangers(_ team: String?, _ draft: Draft, _ snapshot: Snapshot) -> Phrase? {
    let present = Named.list(draft[PatrolEntry.present.column])
    guard let team, !present.isEmpty, snapshot.isRead([.members]) else { return nil }
    let own = Set(snapshot.members(of: team).map(\.code))
    guard present.allSatisfy({ !own.contains($0.code) }) else { return nil }
    return Phrase(
      "实到的人都不是这支队的。", "實到的人都不是這支隊的。", "Nobody who came is of this team.")
  }

  /// Of those due some stand neither among those who came nor among those who did not.
  private static func unexplained(
    _ team: String?, _ draft: Draft, _ snapshot: Snapshot
  ) -> Phrase? {
    let present = Named.list(draft[PatrolEntry.present.column])
    guard let team, !present.isEmpty, snapshot.isRead([.members] + RegisterKind.planning),
      let day = Day(draft[PatrolEntry.date.column]), let from = Moment(draft["From"])
    else { return nil }
    let people = snapshot.duty(of: team, on: day, near: from.minuteOfDay)?.people ?? []
    let members = snapshot.members(of: team).filter { $0.isActive(on: day) }.map(\.named)
    let due = people.isEmpty ? members : people
    let said = Set((present + Crew.absences(draft).map(\.person)).map(\.code))
    let left = due.filter { !said.contains($0.code) }.map(\.name)
    guard !left.isEmpty, left.count < due.count else { return nil }
    return Phrase {
      Phrase("应到而未写的：", "應到而未寫的：", "due and not told of: ")[$0]
        + Phrase.first(4, of: left)[$0]
    }
  }

  private static func instant(_ from: Moment?, _ to: Moment?) -> Phrase? {
    guard let from, let to, to <= from else { return nil }
    return Notice.endBeforeStart(from, to).happened
  }

  private static func outing(
    _ team: String, _ from: Moment?, _ to: Moment?, _ snapshot: Snapshot
  ) -> Phrase? {
    guard let out = snapshot.underway(of: team), from != out.from || to == nil else { return nil }
    let clock = out.from.clock
    guard to.map(out.isOver) ?? true else {
      return Phrase(
        "\(clock) 出巡的仍算在巡：这里记的是先前一趟。", "\(clock) 出巡的仍算在巡：這裡記的是先前一趟。",
        "Out since \(clock) stays out: this entry is an earlier patrol.")
    }
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
}
