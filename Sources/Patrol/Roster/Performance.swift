import Records
import Wording

/// What became of a shift (B1): done, late, short, points left out, or nothing at all.
package struct Performance: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case done
    /// Not over yet.
    case toCome
    case underway
    case notDone
    /// Called off, and why.
    case calledOff(String)
    /// Nobody can tell: the book could not be read.
    case notRead
    /// Minutes after the beginning.
    case late(Int)
    /// Minutes fewer than planned.
    case short(Int)
    /// How many check points were left out, of how many.
    case missed(Int, of: Int)
    /// A route with check points, and the page says nothing of them.
    case pointsUnsaid
  }

  package let duty: Duty
  /// The entry about it.
  package let page: PageID?
  /// From when to when they were out.
  package let span: ClosedRange<Int>?
  package let states: [State]

  package init(duty: Duty, page: PageID?, span: ClosedRange<Int>?, states: [State]) {
    (self.duty, self.page, self.span, self.states) = (duty, page, span, states)
  }

  /// Whether it was done as planned.
  package var isFull: Bool { states == [.done] }
  package var isMissing: Bool { states == [.notDone] }
  package var isCalledOff: Bool { duty.calledOff != nil }
  package var isOpen: Bool { states == [.toCome] || states == [.underway] }
}

/// Plan against fact: each shift with the entry that fits it best (R27).
package struct PlanAgainstFact: Sendable {
  private let snapshot: Snapshot
  private let now: Moment

  package init(_ snapshot: Snapshot, now: Moment) { (self.snapshot, self.now) = (snapshot, now) }

  /// - Parameters:
  ///   - entries: the team's entries of the day, those struck out as well.
  ///   - isRead: whether there are no others that could not be read.
  package func performances(
    of team: String, on day: Day, entries: [LedgerPage], isRead: Bool = true
  ) -> [Performance] {
    var left = entries.filter { !$0.isVoid }
    return snapshot.everyDuty(of: team, on: day).map { duty in
      // What was called off takes no entry from a shift that was not.
      if let why = duty.calledOff {
        return Performance(duty: duty, page: nil, span: nil, states: [.calledOff(why)])
      }
      let best = left.indices.max { fit(left[$0], duty) < fit(left[$1], duty) }
      guard let best, fit(left[best], duty) > 0 else {
        return isRead
          ? missing(duty) : Performance(duty: duty, page: nil, span: nil, states: [.notRead])
      }
      return performance(duty, left.remove(at: best))
    }
  }

  /// Minutes that entry and shift share; one that shares none is another patrol.
  private func fit(_ page: LedgerPage, _ duty: Duty) -> Int {
    guard let from = page[PatrolEntry.from], let to = page[PatrolEntry.to] else {
      return Int.min
    }
    return min(to.minutes, duty.to.minutes) - max(from.minutes, duty.from.minutes)
  }

  private func missing(_ duty: Duty) -> Performance {
    let out = snapshot.underway(of: duty.team).map {
      snapshot.station.patrolDay($0.from) == duty.day
    }
    let state: Performance.State =
      out == true
      ? .underway : now < duty.to + snapshot.station.minutesOfTolerance ? .toCome : .notDone
    return Performance(duty: duty, page: nil, span: nil, states: [state])
  }

  private func performance(_ duty: Duty, _ page: LedgerPage) -> Performance {
    guard let from = page[PatrolEntry.from], let to = page[PatrolEntry.to] else {
      return missing(duty)
    }
    let tolerance = snapshot.station.minutesOfTolerance
    var states: [Performance.State] = []
    if from - duty.from > tolerance { states.append(.late(from - duty.from)) }
    let lacking = duty.minutes - (to - from)
    if lacking > tolerance { states.append(.short(lacking)) }
    if let route = duty.course.flatMap({ code in snapshot.routes.first { $0.code == code } }),
      !route.points.isEmpty
    {
      if let points = page[PatrolEntry.points] {
        if !points.missed.isEmpty { states.append(.missed(points.missed.count, of: points.count)) }
      } else {
        states.append(.pointsUnsaid)
      }
    }
    return Performance(
      duty: duty, page: page.page.id, span: from.minutes...max(from.minutes, to.minutes),
      states: states.isEmpty ? [.done] : states)
  }
}
