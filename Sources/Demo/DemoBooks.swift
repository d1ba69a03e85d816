import Patrol
import Records

/// 70 days of the books of the demo city, with every kind of page.
package struct DemoBooks {
  /// Opens a book: which, and what each year's volume says of itself.
  package typealias Open = (BookID, @escaping @Sendable (Int) -> VolumeCover) -> any PageSink

  let city: DemoCity
  var dice: Dice
  package private(set) var underway: [Underway] = []
  /// Shifts beside the roster's in which somebody is out.
  package private(set) var extras: [RosterException] = []
  /// When each team came back last.
  private var back: [String: Moment] = [:]

  let open: Open
  /// Whose keys and posts everybody signs with.
  let keys: MadeKeysBook

  package init(_ city: DemoCity, open: @escaping Open, keys: MadeKeysBook) {
    (self.city, self.open, self.keys) = (city, open, keys)
    dice = city.dice
  }

  var now: Moment { city.now.moment }
  var today: Day { city.station.patrolDay(now) }

  /// Writes every volume, then sends two patrols out.
  package mutating func write() throws {
    for team in city.teams {
      try patrols(of: team)
    }
    try writeInspections()
    try makeUnderway()
  }

  func cover(
    _ book: BookID, of name: String, isStation: Bool = false
  ) -> @Sendable (Int) -> VolumeCover {
    { [station = city.station] year in
      station.cover(book.title(Named(book.owner, name), year, isStation: isStation))
    }
  }

  // MARK: Patrols

  private mutating func patrols(of team: Team) throws {
    let book = BookID(team.code, .patrol)
    var last: (page: PageReference, at: Moment)?
    var handedOver: [Int] = []
    var volume = open(book, cover(book, of: team.name))
    for day in stride(from: 69, through: 0, by: -1).map({ today - $0 }) {
      try close(day - 1, book, last, &volume)
      let percent =
        day == today
        ? team.code == "QS-04" ? 100 : 80
        : isEmptyHanded(team, day) ? 100 : team.code == "LG-02" ? 55 : 92
      guard dice.happens(percent), let entry = try entry(team, day) else { continue }
      let isLate = dice.happens(3)
      let written = entry.to + Int.random(in: 4...25, using: &dice) + (isLate ? 14 * 60 : 0)
      guard written <= now else { continue }
      let settled = forgets(team, day) ? [] : handedOver
      let told = try PatrolEntry.schema.make(like: entry) {
        $0.settles = settled.map(String.init).joined(separator: " ")
        if city.station.lateAfter(day) < written { $0.late = "当晚停电，记在草稿，次日补记。" }
      }
      let page = try volume.add(
        PatrolEntry.kind, PatrolEntry.schema.print(told), recorded: recorded(written, entry.leader))
      back[team.code] = entry.to
      handedOver.removeAll(where: settled.contains)
      if !entry.handover.isEmpty { handedOver.append(page.id.number) }
      last = try amend(page, told, written, &volume) ?? (page, written)
    }
    try volume.finish()
  }

  /// Some teams have left what was handed over lately to those who come next.
  private func forgets(_ team: Team, _ day: Day) -> Bool {
    let index = city.teams.firstIndex { $0.code == team.code } ?? 0
    return index % 6 == 2 && today - day < 12
  }

  /// An officer closes the books of Qingshi the morning after, for the last days.
  private func close(
    _ day: Day, _ book: BookID, _ last: (page: PageReference, at: Moment)?,
    _ volume: inout any PageSink
  ) throws {
    let at = max(Moment(day + 1, 9 * 60), (last?.at ?? now) + 1)
    guard book.owner.hasPrefix("QS"), today - day <= 10, let last, at <= now,
      city.station.patrolDay(last.at) == day, let officer = city.officers.first
    else { return }
    let close = Attestation(
      date: day, signs: last.page, signer: officer.named)
    _ = try volume.add(.close, close, recorded: recorded(at, officer.named), keys)
  }

  /// Mostly all of them; now and then one is left out, or nothing said.
  private func points(_ team: Team, _ day: Day) -> PointsPassed? {
    guard let route = city.routes.first(where: { $0.team == team.code }) else { return nil }
    let all = PointsPassed(all: route)
    switch (day.number + team.code.utf8.count) % 11 {
    case 0: return PointsPassed(typed: "=-2", of: route) ?? all
    case 5: return nil
    default: return all
    }
  }

  private mutating func entry(_ team: Team, _ day: Day) throws -> PatrolEntry? {
    let members = city.members[team.code] ?? []
    let crewSize = min(members.count, team.tier == .village ? 5 : team.tier == .township ? 8 : 12)
    guard let (from, to) = times(team, day) else { return nil }
    let crew = members.prefix(crewSize)
    let missing = dice.happens(22) ? crew.dropFirst(2).randomElement(using: &dice) : nil
    let isUrban = team.tier == .city || team.focus.contains("shop")
    let stories = DemoStory.all.filter { $0.isUrban == isUrban }
    let story =
      dice.happens(24) ? stories.randomElement(using: &dice)?.told(from: from, to: to) : nil
    guard let leader = crew.first?.named else { return nil }
    let objects =
      isUrban
      ? []
      : [
        Tally("transformer", Int.random(in: 4...14, using: &dice)),
        Tally("well", Int.random(in: 3...9, using: &dice)),
      ]
    return try PatrolEntry.schema.make {
      $0.team = team.named
      ($0.date, $0.from, $0.to) = (day, from, to)
      $0.weather = ["clear", "clear", "cloudy", "rain", "fog"].randomElement(using: &dice)
      $0.modes = team.tier == .city ? ["file"] : ["foot"]
      $0.leader = leader
      if team.tier == .city { $0.officer = Named("P-001", "王警官") }
      $0.present = crew.filter { $0.code != missing?.code }.map(\.named)
      if let missing {
        $0.absent = [Absence(missing.named, dice.pick(["sick", "leave", "duty"]))]
      }
      $0.route =
        dice.happens(70)
        ? team.route : dice.pick(isUrban ? DemoNames.urbanRoutes : DemoNames.ruralRoutes)
      $0.points = points(team, day)
      $0.focus = team.focus
      $0.turnout = team.tier.turnout + (dice.happens(60) ? ["torch"] : [])
      $0.objects = objects
      if let story { story.tell(&$0) }
    }
  }

  /// As the shift has it, a few minutes more or less; now and then late, or home early.
  private mutating func times(_ team: Team, _ day: Day) -> (from: Moment, to: Moment)? {
    let shift = city.shift(of: team.code, on: day)
    // Written down beforehand: the inspector came at 21:40 and found nobody.
    if isEmptyHanded(team, day) { return (Moment(day, shift.from), Moment(day, shift.to)) }
    let (early, after) = (dice.minutes(11) - 4, dice.minutes(14) - 5)
    let isLate = dice.happens(5), isShort = dice.happens(4)
    let to = Moment(day, shift.to) + (isShort ? -35 : after)
    guard day == today, to + 20 > now else {
      return (Moment(day, shift.from) + (isLate ? 25 : early), to)
    }
    // The running day has only what is over by now.
    return city.extra(of: team.code).map { ($0.from + min(early, 4), $0.to + max(0, after)) }
  }

  /// The night on which 王庄村 was not where its book says.
  private func isEmptyHanded(_ team: Team, _ day: Day) -> Bool {
    team.code == "QS-03" && day == today - 1
  }

  /// Now and then a slip of the pen is struck out, a pre-filled page made void.
  private mutating func amend(
    _ page: PageReference, _ entry: PatrolEntry, _ written: Moment, _ volume: inout any PageSink
  ) throws -> (PageReference, Moment)? {
    let isKnownCase = entry.team.code == "QS-01" && entry.date == today - 1
    guard dice.happens(3) || isKnownCase, written + 40 <= now else { return nil }
    let isVoid = !isKnownCase && dice.happens(25)
    var changes = ["Remark": "人数复核无误。"]
    if let first = entry.objects.first {
      changes = [
        "Objects": ([Tally(first.object, first.count + 1)] + entry.objects.dropFirst()).map(\.text)
          .joined(separator: ", ")
      ]
    }
    let amendment = Amendment(
      isVoid ? .void : .correction, date: entry.date, target: page, reason: isVoid ? "提前填写" : "笔误",
      changes: isVoid ? [:] : changes)
    let added = try volume.add(
      amendment.kind.rawValue, amendment.body(PatrolEntry.schema.columns),
      recorded: recorded(written + 40, entry.leader))
    return (added, written + 40)
  }

  func recorded(_ moment: Moment, _ by: Named) -> Recorded {
    Recorded(
      Stamp(moment: moment, second: abs(moment.minutes * 7) % 60, offset: city.now.offset), by: by)
  }

  // MARK: Under way

  /// Two patrols are out now, one of them beyond its time: of teams that were back before.
  private mutating func makeUnderway() throws {
    let others = city.teams.map(\.code).filter { !$0.hasPrefix("QS") }
    for (codes, out, hours) in [
      (["QS-02", "QS-03"] + others, 72, 3), (["QS", "QS-01", "QS-04"] + others.reversed(), 198, 3),
    ] {
      let from = now + -out
      let due = from + hours * 60
      let code = codes.first { code in back[code].map { $0 <= from } ?? true }
      guard let code, let team = city.teams.first(where: { $0.code == code }) else { continue }
      let members = city.members[code] ?? []
      let patrol = try Underway.schema.make {
        $0.team = team.named
        $0.from = from
        $0.due = due
        $0.leader = members.first?.named
        $0.present = min(8, members.count)
        $0.route = team.route
      }
      underway.append(patrol)
      // Who is out at an hour that is none of the roster's is out by its change.
      if abs(from - Moment(today, city.shift(of: code).from)) > 15 {
        try extras.append(city.extra(90 + extras.count, code, from, due))
      }
    }
  }
}
