import Records

/// What is known of a shift before anybody hands it over: whose it is, when it began, who is out.
///
/// Never what became of anything that is open, nor what is on hand: both are looked at.
package struct HandoverBeginning: Sendable {
  private let snapshot: Snapshot
  private let now: Moment

  package init(_ snapshot: Snapshot, now: Moment) { (self.snapshot, self.now) = (snapshot, now) }

  /// No shift is shorter, in minutes, where nobody wrote down when it began.
  private static let shortest = 4 * 60

  /// - Parameter since: where the handover before ended; without any, the shift began with the patrol
  ///   day.
  package func texts(since: Moment?) -> [String: String] {
    var texts = PageKind.handover.layout.texts(
      PageBeginning(snapshot, day: snapshot.station.patrolDay(now), now: now))
    let begun = Moment(snapshot.station.patrolDay(now + -Self.shortest), snapshot.station.rollover)
    texts[ShiftHandover.from] = (since ?? begun).text
    return texts
  }

  /// A clock's time that comes within so many minutes is that of today, and too early, not yesterday's.
  private static let soon = 60

  /// When a shift ends of which the clock alone was said: the newest such time, or that which comes soon.
  package static func near(_ to: Moment, _ now: Moment) -> Moment {
    to + max(0, now + soon - to) / 1440 * 1440
  }

  /// When a shift began of which the clock alone was said: before it ended.
  package static func before(_ to: Moment, _ from: Moment) -> Moment {
    from >= to && from < to + 1440 ? from + -1440 : from
  }

  /// The texts with all that follows from them and from what stands now: the day, and who is out.
  package func complete(_ texts: [String: String]) -> [String: String] {
    var texts = texts
    if let to = texts[ShiftHandover.to].flatMap({ Moment($0) }) {
      texts[ShiftHandover.date] = snapshot.station.patrolDay(to).text
      if let from = texts[ShiftHandover.from].flatMap({ Moment($0) }) {
        texts[ShiftHandover.from] = Self.before(to, from).text
      }
    }
    texts[ShiftHandover.out] = ShiftHandover.out(in: snapshot).map(\.text).joined(separator: "\n")
    return texts
  }
}
