import Records

/// 70 days of both books of the demo city, with every kind of page.
package struct DemoBooks {
  /// Opens a volume: book, first year, title of each year's volume.
  package typealias Open = (BookID, Int, @escaping @Sendable (Int) -> String) -> any PageSink

  private let city: DemoCity
  private var dice: Dice
  package private(set) var underway: [Underway] = []

  private let open: Open

  package init(_ city: DemoCity, open: @escaping Open) {
    (self.city, self.open) = (city, open)
    dice = city.dice
  }

  private var now: Moment { city.now.moment }
  private var today: Day { city.station.patrolDay(now) }

  /// Writes every volume, then sends two patrols out.
  package mutating func write() throws {
    for team in city.teams {
      try patrols(of: team)
      if team.tier == .township { try inspections(by: team) }
    }
    makeUnderway()
  }

  private func title(_ name: String, _ book: BookID) -> @Sendable (Int) -> String {
    { year in book.title(Named(book.owner, name), year) }
  }

  // MARK: Patrols

  private mutating func patrols(of team: Team) throws {
    let book = BookID(team.code, .patrol)
    var volume = open(book, (today - 69).year, title(team.name, book))
    for day in stride(from: 69, through: 0, by: -1).map({ today - $0 }) {
      let percent = day == today ? 80 : team.code == "LG-02" ? 55 : 92
      guard dice.happens(percent), let entry = entry(team, day) else { continue }
      let isLate = dice.happens(3)
      let written = entry.to + Int.random(in: 4...25, using: &dice) + (isLate ? 14 * 60 : 0)
      guard written <= now else { continue }
      let lateEntry = city.station.lateAfter(day) < written ? late(entry) : entry
      let page = try volume.add(
        PatrolEntry.kind, PatrolEntry.schema.print(lateEntry),
        year: city.station.patrolDay(written).year,
        recorded: recorded(written, entry.leader))
      try amend(page, lateEntry, written, &volume)
    }
    try volume.finish()
  }

  private mutating func entry(_ team: Team, _ day: Day) -> PatrolEntry? {
    let members = city.members[team.code] ?? []
    let crewSize = min(members.count, team.tier == .village ? 5 : team.tier == .township ? 8 : 12)
    let start =
      [19 * 60 + 30, 20 * 60, 20 * 60 + 30, 21 * 60, 21 * 60 + 30, 22 * 60].randomElement(
        using: &dice) ?? 1200
    var from = Moment(day, start + Int.random(in: -4...6, using: &dice))
    var to = from + 60 * Int.random(in: 2...3, using: &dice) + Int.random(in: 0...45, using: &dice)
    if day == today, to + 30 > now {
      // The running day has only what is over by now.
      let earliest = max(Moment(day, city.station.rollover), now + -8 * 60), latest = now + -130
      guard earliest < latest else { return nil }
      from = Moment(minutes: Int.random(in: earliest.minutes...latest.minutes, using: &dice))
      to = from + Int.random(in: 60...95, using: &dice)
    }
    let crew = members.prefix(crewSize)
    let missing = dice.happens(22) ? crew.dropFirst(2).randomElement(using: &dice) : nil
    let isUrban = team.tier == .city || team.focus.contains("shop")
    let stories = DemoStory.all.filter { $0.isUrban == isUrban }
    let story =
      dice.happens(24) ? stories.randomElement(using: &dice)?.told(from: from, to: to) : nil
    guard let leader = crew.first else { return nil }
    let objects =
      isUrban
      ? []
      : [
        Tally("transformer", Int.random(in: 4...14, using: &dice)),
        Tally("well", Int.random(in: 3...9, using: &dice)),
      ]
    return PatrolEntry(
      team: team.named, date: day, from: from, to: to,
      weather: ["clear", "clear", "cloudy", "rain", "fog"].randomElement(using: &dice),
      modes: team.tier == .city ? ["file"] : ["foot"], leader: leader.named,
      officer: team.tier == .city ? Named("P-001", "王警官") : nil,
      present: crew.filter { $0.code != missing?.code }.map(\.named),
      absent: missing.map { [Absence($0.named, dice.pick(["sick", "leave", "duty"]))] } ?? [],
      route: dice.happens(70)
        ? team.route : dice.pick(isUrban ? DemoNames.urbanRoutes : DemoNames.ruralRoutes),
      focus: team.focus, turnout: team.tier.turnout + (dice.happens(60) ? ["torch"] : []),
      objects: objects,
      found: story.map { $0.found.split(separator: " ").map(String.init) } ?? [],
      observed: story?.observed ?? "",
      handling: story.map { $0.handling.split(separator: " ").map(String.init) } ?? [],
      handled: story?.handled ?? "", isIntelligence: story?.found == "suspicious",
      handover: story?.handover ?? "", settles: "", late: "", remark: "")
  }

  private func late(_ entry: PatrolEntry) -> PatrolEntry {
    var texts = PatrolEntry.schema.texts(entry)
    texts["Late"] = "当晚停电，记在草稿，次日补记。"
    return (try? PatrolEntry.schema.parse(texts)) ?? entry
  }

  /// Now and then a slip of the pen is struck out, a pre-filled page made void.
  private mutating func amend(
    _ page: PageReference, _ entry: PatrolEntry, _ written: Moment, _ volume: inout any PageSink
  ) throws {
    let isKnownCase = entry.team.code == "QS-03" && entry.date == today - 1
    guard dice.happens(3) || isKnownCase, written + 40 <= now else { return }
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
    _ = try volume.add(
      amendment.kind.rawValue, amendment.body(PatrolEntry.schema.columns),
      year: city.station.patrolDay(written + 40).year,
      recorded: recorded(written + 40, entry.leader))
  }

  private func recorded(_ moment: Moment, _ by: Named) -> Recorded {
    Recorded(
      Stamp(moment: moment, second: abs(moment.minutes * 7) % 60, offset: city.now.offset), by: by)
  }

  // MARK: Inspections

  private mutating func inspections(by team: Team) throws {
    let book = BookID(team.code, .inspection)
    let inspected = city.teams.filter { $0.tier == .village && $0.unit.hasPrefix(team.code + "-") }
    guard let inspector = city.members[team.code]?.first, !inspected.isEmpty else { return }
    var volume = open(book, (today - 69).year, title(team.name, book))
    for day in stride(from: 69, through: 0, by: -1).map({ today - $0 }) {
      var done: [Inspection] = []
      for village in inspected where dice.happens(day == today ? 70 : 18) {
        let from = Moment(day, 20 * 60 + 30 + Int.random(in: 0...150, using: &dice))
        done.append(inspection(village, from, inspector.named, team.named))
      }
      for inspection in done.sorted(by: { $0.to < $1.to }) where inspection.to + 5 <= now {
        let written = inspection.to + 5
        _ = try volume.add(
          Inspection.kind, Inspection.schema.print(inspection),
          year: city.station.patrolDay(written).year,
          recorded: recorded(written, inspector.named))
      }
    }
    try volume.finish()
  }

  private mutating func inspection(_ village: Team, _ from: Moment, _ inspector: Named, _ by: Named)
    -> Inspection
  {
    let members = city.members[village.code] ?? []
    let isEmpty = village.code == "QS-03" && dice.happens(40)
    let isShort = !isEmpty && dice.happens(25)
    let present = isEmpty ? 0 : members.count - (isShort ? 1 : 0)
    let hasNoArmband = !isEmpty && dice.happens(20)
    let points = isEmpty ? "22332232" : "1\(isShort ? 2 : 1)\(hasNoArmband ? 2 : 1)11111"
    let problems = isEmpty ? ["C", "G"] : (isShort ? ["B"] : []) + (hasNoArmband ? ["D"] : [])
    let day = city.station.patrolDay(from)
    return Inspection(
      date: day, from: from, to: from + Int.random(in: 10...35, using: &dice), inspector: inspector,
      inspecting: by, inspected: village.named, answering: members.first?.named, present: present,
      expected: members.count, points: points, problems: problems,
      found: isEmpty ? "值班室锁门，电话联系后到3人；簿上已写当晚巡逻。" : hasNoArmband ? "2人未戴袖标，当场纠正。" : "",
      required: isShort ? "缺员3日内补足。" : "", by: isShort ? day + 3 : nil, statement: "")
  }

  // MARK: Under way

  /// Two patrols are out now, one of them beyond its time.
  private mutating func makeUnderway() {
    for (code, out, hours) in [("QS-02", 72, 3), ("QS", 198, 3)] {
      guard let team = city.teams.first(where: { $0.code == code }) else { continue }
      let members = city.members[code] ?? []
      let from = now + -out
      underway.append(
        Underway(
          team: team.named, from: from, due: from + hours * 60, leader: members.first?.named,
          present: min(8, members.count), route: team.route))
    }
  }
}
