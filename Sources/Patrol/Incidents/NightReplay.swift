import Records

/// A night as books and registers tell it: which teams were out from when to when, what was inspected, what
/// happened and what was reported meanwhile.
package struct NightReplay: Sendable {
  /// One turn of a team.
  package struct Outing: Hashable, Sendable {
    package let from: Moment
    /// When it was back; for one that is still out, up to when that is known.
    package let to: Moment
    package let present: Int
    package let due: Int
    /// Nil for a patrol that is still out.
    package let page: PageID?

    /// Who comes back at a minute is in then.
    package func holds(_ moment: Moment) -> Bool { from <= moment && moment < to }
  }

  /// A team that was out, or that somebody looked for.
  package struct Row: Sendable {
    package let team: Team
    /// In the order they went out.
    package let outings: [Outing]
  }

  package let day: Day
  package let from: Moment
  /// The first minute behind it.
  package let to: Moment
  /// In the order of the register.
  package let rows: [Row]
  /// The first first.
  package let events: [NightEvent]
  /// Whether books and registers were read whole.
  package let isWhole: Bool

  /// The twelve hours of a patrol day that are its night.
  package static func span(of day: Day, _ station: Station) -> (from: Moment, to: Moment) {
    let begin = Moment(day, station.rollover)
    // Six in the evening and twelve hours on, as far as the patrol day reaches.
    let hour = station.rollover / 60
    let wanted =
      hour < 6 ? begin + 12 * 60 : hour < 18 ? Moment(day, 18 * 60) : Moment(day, hour * 60)
    return (wanted, wanted + 12 * 60)
  }

  /// - Parameters:
  ///   - told: pages that tell something as intelligence.
  ///   - now: up to when a patrol that is still out is known to be.
  ///   - unit: only what belongs to it; everything without one.
  package init(
    _ snapshot: Snapshot, _ ledger: DayLedger, _ told: [ToldPage], now: Moment,
    unit: String? = nil
  ) {
    let within = unit.map { snapshot.units(under: $0) }
    let (from, to) = Self.span(of: ledger.day, snapshot.station)
    (day, self.from, self.to) = (ledger.day, from, to)
    isWhole =
      ledger.unreadBooks.isEmpty && ledger.damaged.isEmpty && snapshot.areIncidentsWhole
      && snapshot.isRead([.intelligence])
    func isWanted(_ place: String) -> Bool { within?.contains(place) != false }
    var outings: [String: [Outing]] = [:]
    for page in ledger.patrols where page.stands {
      guard let outing = Outing(page), outing.from < to, outing.to > from else { continue }
      outings[page.page.id.book.owner, default: []].append(outing)
    }
    for out in snapshot.underway {
      let until = max(out.from, now)
      guard snapshot.station.patrolDay(out.from) == ledger.day, out.from < to, until > from
      else { continue }
      outings[out.team.code, default: []].append(
        Outing(from: out.from, to: until, present: out.present, due: out.present, page: nil))
    }
    let events =
      (NightEvent.inspections(ledger, snapshot) + NightEvent.incidents(ledger.day, snapshot)
      + NightEvent.leads(told, snapshot))
      .filter { from <= $0.at && $0.at < to && isWanted($0.unit) }
    self.events = events.sorted()
    let visited = Set(events.compactMap(\.team))
    rows = snapshot.teams.compactMap { team in
      let own = outings[team.code] ?? []
      guard isWanted(team.unit), !own.isEmpty || visited.contains(team.code) else { return nil }
      return Row(team: team, outings: own.sorted { ($0.from, $0.to) < ($1.from, $1.to) })
    }
  }

  /// The teams that were out at a minute.
  package func teams(at moment: Moment) -> [Team] {
    rows.filter { $0.outings.contains { $0.holds(moment) } }.map(\.team)
  }

  /// The teams that were out while something happened, of which perhaps nobody saw when.
  package func teams(during event: NightEvent) -> [Team] {
    guard let until = event.until, until > event.at else { return teams(at: event.at) }
    return rows.filter { row in
      row.outings.contains { $0.from < until && $0.to > event.at }
    }.map(\.team)
  }

  /// Teams that were out at some time of the night.
  package var teamsOut: Int { rows.count { !$0.outings.isEmpty } }

  /// How many were out at each full hour.
  package var hourly: [(at: Moment, teams: Int)] {
    stride(from: 0, to: to - from, by: 60).map { (from + $0, teams(at: from + $0).count) }
  }

  /// When somebody of a place was out that was not at a minute: who was the last to come back before it, else
  /// the first to go out after it.
  package func nearest(to moment: Moment, in unit: String, _ snapshot: Snapshot)
    -> (team: Team, at: Moment, isBack: Bool)?
  {
    let own = rows.filter { snapshot.patrols($0.team, in: unit) }
    let turns = own.flatMap { row in row.outings.map { (row.team, $0) } }
    if let last = turns.filter({ $0.1.to <= moment }).max(by: { $0.1.to < $1.1.to }) {
      return (last.0, last.1.to, true)
    }
    let next = turns.filter { $0.1.from > moment }.min { $0.1.from < $1.1.from }
    return next.map { ($0.0, $0.1.from, false) }
  }
}

extension NightReplay.Outing {
  fileprivate init?(_ page: LedgerPage) {
    guard let from = page[PatrolEntry.from], let to = page[PatrolEntry.to], to > from else {
      return nil
    }
    let present = (page[PatrolEntry.present] ?? []).count
    self.init(
      from: from, to: to, present: present,
      due: present + (page[PatrolEntry.absent] ?? []).count, page: page.page.id)
  }
}
