import Records

/// One shift that a team has to do on one day, as roster and roster changes say together (R27).
package struct Duty: Hashable, Sendable {
  package let team: String
  package let day: Day
  package let from: Moment
  package let to: Moment
  package let route: String
  /// The code of the route whose check points are to be passed.
  package let course: String?
  /// Who is on it; nobody in particular is the whole team.
  package let people: [Named]
  /// The line of the roster it comes from; nil for an extra shift.
  package let line: String?
  /// The roster change it comes from or was changed by.
  package let exception: String?
  /// Why it was called off, where it was: what somebody said, which may be nothing.
  package let calledOff: String?

  package var minutes: Int { to - from }
}

extension Snapshot {
  /// The shifts that a team has to do on a patrol day, by their beginning.
  package func duties(of team: String, on day: Day) -> [Duty] {
    everyDuty(of: team, on: day).filter { $0.calledOff == nil }
  }

  /// Those that were called off as well: a shift does not vanish from what was planned.
  package func everyDuty(of team: String, on day: Day) -> [Duty] {
    let changes = (exceptionsByTeam[team] ?? []).filter { $0.date == day }
    let regular = (rosterByTeam[team] ?? []).filter {
      $0.weekdays.contains("\(day.weekday)") && $0.isInForce(on: day)
    }
    let planned = regular.map { duty($0, day, changes) }
    let extra = changes.filter { $0.kind == .extra }.compactMap { duty($0) }
    return (planned + extra).sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  private func duty(_ line: RosterLine, _ day: Day, _ changes: [RosterException]) -> Duty {
    let about = changes.filter { $0.line == nil || $0.line == line.code }
    let off = about.last { $0.kind == .off }
    let times = about.last { $0.kind == .times }
    let (from, to) = moments(day, times?.from ?? line.from, times?.to ?? line.to)
    var people = line.members
    for swap in about where swap.kind == .swap {
      guard let out = swap.out, let stands = swap.stands else { continue }
      if people.isEmpty { people = members(of: line.team).map(\.named) }
      people = people.map { $0.code == out.code ? stands : $0 }
    }
    let changed = off ?? about.last
    let route = [times?.route, line.route].compactMap { $0 }.first { !$0.isEmpty } ?? ""
    return Duty(
      team: line.team, day: day, from: from, to: to, route: route, course: line.course,
      people: people, line: line.code, exception: changed?.code,
      calledOff: off?.remark)
  }

  private func duty(_ extra: RosterException) -> Duty? {
    guard let from = extra.from, let to = extra.to else { return nil }
    let (begins, ends) = moments(extra.date, from, to)
    return Duty(
      team: extra.team, day: extra.date, from: begins, to: ends, route: extra.route, course: nil,
      people: [extra.stands].compactMap { $0 }, line: nil, exception: extra.code,
      calledOff: nil)
  }

  /// A time before the patrol day begins is one of the night that follows.
  private func moments(_ day: Day, _ from: Int, _ to: Int) -> (Moment, Moment) {
    let begins = Moment(from >= station.rollover ? day : day + 1, from)
    let ends = Moment(begins.day, to)
    return (begins, ends > begins ? ends : ends + 1440)
  }

  /// The shift of a day that begins nearest to a minute.
  package func duty(of team: String, on day: Day, near minute: Int) -> Duty? {
    duties(of: team, on: day).min {
      abs($0.from.minuteOfDay - minute) < abs($1.from.minuteOfDay - minute)
    }
  }

  /// The route a patrol of a team follows: that of the shift, else the team's only one.
  package func route(team: String, on day: Day, near minute: Int) -> Route? {
    let own = routes.filter {
      $0.team == team && !$0.points.isEmpty && ($0.until.map { day < $0 } ?? true)
    }
    guard let course = duty(of: team, on: day, near: minute)?.course else {
      return own.count == 1 ? own.first : nil
    }
    return routes.first { $0.code == course && !$0.points.isEmpty }
  }
}
