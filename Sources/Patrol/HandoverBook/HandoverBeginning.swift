import Records

/// What is known of a shift before anybody hands it over: whose it is, when it began, who is out.
///
/// Never what became of anything that is open, nor what is on hand: both are looked at.
package struct HandoverBeginning: Sendable {
  private let library: Library
  private let now: Moment

  package init(_ library: Library, now: Moment) { (self.library, self.now) = (library, now) }

  /// No shift is shorter, in minutes, where nobody wrote down when it began.
  private static let shortest = 4 * 60

  /// - Parameter since: where the handover before ended; without any, the shift began with the patrol
  ///   day.
  package func texts(since: Moment?) -> [String: String] {
    var texts = PageKind.handover.layout.texts(
      PageBeginning(library, day: library.station.patrolDay(now), now: now))
    let begun = Moment(library.station.patrolDay(now + -Self.shortest), library.station.rollover)
    texts[ShiftHandover.from] = (since ?? begun).text
    return texts
  }

  /// The texts with all that follows from them and from what stands now: the day, and who is out.
  package func complete(_ texts: [String: String]) -> [String: String] {
    var texts = texts
    if let to = texts[ShiftHandover.to].flatMap({ Moment($0) }) {
      texts[ShiftHandover.date] = library.station.patrolDay(to).text
    }
    texts[ShiftHandover.out] = ShiftHandover.out(in: library).map(\.text).joined(separator: "\n")
    return texts
  }
}
