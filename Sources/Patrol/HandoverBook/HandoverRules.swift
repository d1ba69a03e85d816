import Records
import Wording

extension ShiftHandover {
  /// How long before its time a handover may be written, in minutes: it is filled in while the next
  /// shift comes in.
  static let ahead = 60

  /// Refuses a handover that could not be true, or that leaves out anything that is open (B14).
  package func check(_ beside: PageContext) throws {
    let library = beside.library
    guard station.code == library.station.unit else {
      throw HandoverRefusal.otherStation(station.name)
    }
    guard to > from else { throw HandoverRefusal.endsAsItBegan(from: from, to: to) }
    guard to <= beside.now + Self.ahead else {
      throw HandoverRefusal.stillToCome(to: to, now: beside.now)
    }
    guard library.station.patrolDay(to) == date else {
      throw HandoverRefusal.otherDay(to: to, day: date)
    }
    if outgoing.code == incoming.code, library.officersInForce.count > 1 {
      throw HandoverRefusal.toOneself(outgoing.name)
    }
    guard let handing = beside.handing else { return }
    if let since = handing.since, from < since {
      throw HandoverRefusal.overlaps(from: from, since: since)
    }
    // What was open and who was out is fixed in the page: a correction changes neither.
    guard beside.entered == nil else { return }
    try UnknownRecord.check(
      Self.schema.texts(self), [Self.outgoing.column, Self.incoming.column], in: library)
    try checkOut(library)
    try checkOpen(handing)
    if !handing.unread.isEmpty, remark.isEmpty { throw HandoverRefusal.notAllRead }
  }

  private func checkOut(_ library: Library) throws(HandoverRefusal) {
    let now = ShiftHandover.out(in: library)
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
  package static func out(in library: Library) -> [StillOut] {
    library.underway.filter { library.answers(for: BookID($0.code, .patrol)) }
      .sorted { ($0.from, $0.code) < ($1.from, $1.code) }.map { StillOut($0) }
  }
}

extension Library {
  /// The station's own officers.
  package var officersInForce: [Officer] {
    officers.filter { $0.unit == station.unit && ($0.until.map { today < $0 } ?? true) }
  }
}
