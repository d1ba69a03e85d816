import Patrol
import Records

/// When the teams of the demo city are to be out: what the roster says, and what patrols keep to.
extension DemoCity {
  /// From when to when, in minutes of the day.
  typealias Shift = (from: Int, to: Int)

  /// Those whose stories need their hours: out by now, one of them beyond its time; written down beforehand;
  /// by day.
  private static let known: [String: Shift] = [
    "QS": (1150, 1330), "QS-02": (1275, 1425), "QS-03": (1230, 1380),
    "QS-04": (960, 1080),
  ]
  private static let usual: [Shift] = [
    (1200, 1320), (1200, 1320), (1170, 1290), (1200, 1320), (1185, 1305), (1230, 1350),
    (1200, 1320),
  ]

  func shift(of team: String) -> Shift {
    Self.known[team] ?? Self.usual[index(team) % Self.usual.count]
  }

  /// The shift of a day, other hours of that day counted.
  func shift(of team: String, on day: Day) -> Shift {
    team == "QS-01" && day == now.moment.day - 6 ? Self.changed : shift(of: team)
  }

  static let changed: Shift = (1260, 1380)

  /// A patrol by day, of teams whose shift is still to come: so that a running day has something at any
  /// hour.
  func extra(of team: String) -> (from: Moment, to: Moment)? {
    let today = station.patrolDay(now.moment)
    let index = index(team)
    // Those who may be out now are not out twice.
    let isFree = Self.known[team] == nil && team != "QS-01"
    guard isFree, Moment(today, shift(of: team).to) + 28 > now.moment, index % 3 != 2 else {
      return nil
    }
    let earliest = max(Moment(today, station.rollover), now.moment + -8 * 60)
    let room = (now.moment + -135) - earliest
    guard room > 0 else { return nil }
    // On the five minutes, as a roster has it.
    let from = Moment(minutes: (earliest.minutes + index * 37 % room + 4) / 5 * 5)
    return (from, from + (60 + index * 35 % 30 / 5 * 5))
  }

  private func index(_ team: String) -> Int { teams.firstIndex { $0.code == team } ?? 0 }
}
