import Records
import Wording

extension ShiftHandover {
  /// The longest shift, in minutes.
  static let longest = 48 * 60

  /// Refuses a handover that could not be true, or that leaves out anything that is open (B14).
  package func check(_ beside: PageContext) throws {
    let snapshot = beside.snapshot
    guard station.code == snapshot.station.unit else {
      throw HandoverRefusal.otherStation(station.name)
    }
    guard to > from else { throw HandoverRefusal.endsAsItBegan(from: from, to: to) }
    // A page that says what is still to come does not count (J4).
    guard to <= beside.now else {
      throw HandoverRefusal.stillToCome(to: to, now: beside.now)
    }
    guard to - from <= Self.longest else { throw HandoverRefusal.tooLong(from: from, to: to) }
    try checkCounts()
    // A correction changes what was counted and the remark alone.
    guard beside.entered == nil, let handing = beside.handing else { return }
    guard snapshot.station.patrolDay(to) == date else {
      throw HandoverRefusal.otherDay(to: to, day: date)
    }
    try checkOfficers(snapshot)
    // What is struck out is written again, even where others have followed it.
    let isAgain = !remark.isEmpty && handing.before?[Self.from].map { to <= $0 } == true
    if let since = handing.since, from < since, !isAgain {
      throw HandoverRefusal.overlaps(from: from, since: since)
    }
    try checkOut(snapshot)
    try checkOpen(handing)
    guard remark.isEmpty else { return }
    if !handing.unread.isEmpty { throw HandoverRefusal.notAllRead }
    if let since = handing.since, from > since {
      throw HandoverRefusal.gap(since: since, from: from)
    }
    // One that both have signed puts its officer on duty; of another nobody knows whether he took over.
    if let before = handing.before, before.missing == nil, let holder = before[Self.incoming],
      holder.code != outgoing.code
    {
      throw HandoverRefusal.notOnDuty(outgoing.name, holder: holder.name)
    }
    // What is open and who is out is looked at now, and not as it was then.
    if beside.isClosed || beside.now > to + snapshot.station.grace * 60 {
      throw HandoverRefusal.late(to: to)
    }
  }

  /// Two officers of the station who are there; one alone where there is no other.
  private func checkOfficers(_ snapshot: Snapshot) throws {
    try UnknownRecord.check(
      Self.schema.texts(self), [Self.outgoing.column, Self.incoming.column], in: snapshot)
    guard snapshot.isRead([.officers]) else { return }
    let ours = snapshot.officersInForce
    for (column, person) in [(Self.outgoing.column, outgoing), (Self.incoming.column, incoming)] {
      guard ours.contains(where: { $0.named == person }) else {
        throw HandoverRefusal.notOurs(person.name, field: column.name)
      }
    }
    if outgoing.code == incoming.code, ours.count > 1 {
      throw HandoverRefusal.toOneself(outgoing.name)
    }
  }

  private func checkCounts() throws(FieldError) {
    for (column, counted) in [(Self.keys.column, keys), (Self.equipment.column, equipment)]
    where Set(counted.map(\.object)).count < counted.count {
      throw column.error(counted.map(\.text).joined(separator: ", "))
    }
  }

  private func checkOut(_ snapshot: Snapshot) throws(HandoverRefusal) {
    let now = ShiftHandover.out(in: snapshot)
    if let back = out.first(where: { !now.contains($0) }) { throw .isBack(back.team.name) }
    if let left = now.first(where: { !out.contains($0) }) { throw .isOut(left.team.name) }
  }

  private func checkOpen(_ handing: Handing) throws(HandoverRefusal) {
    var left = Dictionary(
      handing.open.map { ($0.matter, $0) }, uniquingKeysWith: { first, _ in first })
    let named = Set(open.map(\.matter))
    if let entry = handing.open.first(where: { !named.contains($0.matter) }) {
      throw .notNamed(entry.matter)
    }
    for item in open {
      guard let entry = left.removeValue(forKey: item.matter) else { throw .notOpen(item.matter) }
      if item.answer == .done, !entry.mayBeDone { throw .notDoneSo(item.matter) }
    }
  }

  /// The teams that are out and for which the station answers.
  package static func out(in snapshot: Snapshot) -> [StillOut] {
    snapshot.underway.filter { snapshot.answers(for: BookID($0.code, .patrol)) }
      .sorted { ($0.from, $0.code) < ($1.from, $1.code) }.map { StillOut($0) }
  }
}
