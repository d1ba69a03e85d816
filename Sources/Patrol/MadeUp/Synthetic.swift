import Records

/// A synthetic directory for measuring: as many teams, years and entries as asked, valid and chained.
package struct Synthetic {
  package let station: Station
  package private(set) var units: [Unit]
  package private(set) var teams: [Team] = []
  package private(set) var members: [Member] = []
  private let now: Stamp
  private let years: Int
  private let entries: Int
  private var dice: Dice

  package init(now: Stamp, teams: Int, years: Int, entries: Int, seed: Int) {
    (self.now, self.years, self.entries, dice) = (
      now, max(1, years), max(0, entries), Dice(seed: seed)
    )
    station = Station(
      format: VolumeHeader.format, unit: "S01", name: "合成派出所", city: "合成市", language: "zh-Hans",
      theme: "dark", campaignFrom: nil, campaignTo: nil, rollover: 480, cityFloor: 80,
      townshipFloor: 15, villageFloor: 5, crewFloor: 3, grace: 2, patrolHours: 3,
      onDuty: Named("S01-P1", "值班员"), isDemo: true)
    units = [
      Unit(
        code: "S", name: "合成市", pinyin: "he cheng shi", kind: .city, parent: "", station: "",
        until: nil)
    ]
    let townships = max(1, teams / 20)
    for index in 0..<max(1, teams) { add(index, townships) }
  }

  private mutating func add(_ index: Int, _ townships: Int) {
    let township = "T\(digits(index % townships + 1, 3))"
    let isTownship = index < townships
    let code = isTownship ? township : "\(township)-\(digits(index / townships, 3))"
    units.append(
      Unit(
        code: code, name: isTownship ? "第\(index + 1)镇" : "\(code)村", pinyin: "",
        kind: isTownship ? .township : .village, parent: isTownship ? "S" : township,
        station: "S01",
        until: nil))
    let team = Team(
      code: code, name: "\(code)队", pinyin: "", tier: isTownship ? .township : .village, unit: code,
      establishedBy: "综治中心", managedBy: "S01", officer: nil, floor: nil, focus: ["transformer"],
      route: "村口、机井台区", since: nil, until: nil)
    teams.append(team)
    for number in 1...(isTownship ? 15 : 5) { members.append(member(team, number)) }
  }

  /// Writes every team's book through `open`.
  ///
  /// - Parameter progress: called with the teams done.
  package mutating func write(open: DemoBooks.Open, progress: (Int) -> Void = { _ in }) throws {
    let byTeam = Dictionary(grouping: members, by: \.team)
    for (index, team) in teams.enumerated() {
      let count = entries / teams.count + (index < entries % teams.count ? 1 : 0)
      try book(team, byTeam[team.code] ?? [], count: count, open: open)
      progress(index + 1)
    }
  }

  private mutating func member(_ team: Team, _ number: Int) -> Member {
    let name = String(dice.pick(DemoNames.surnames)) + dice.pick(DemoNames.given)
    return Member(
      code: "\(team.code)-\(digits(number, 3))", name: name, pinyin: "", team: team.code,
      post: number == 1 ? .leader : .member, service: .part, background: nil, phone: nil,
      since: nil,
      until: nil, remark: "")
  }

  /// One team's entries, spread evenly over the years up to now.
  private mutating func book(_ team: Team, _ members: [Member], count: Int, open: DemoBooks.Open)
    throws
  {
    guard count > 0, let leader = members.first else { return }
    let today = now.moment.day
    let span = years * 365
    let book = BookID(team.code, .patrol)
    let first = today - span + 1
    let shift = Int.random(in: 0..<max(1, span / max(count, 1)), using: &dice)
    var volume = open(book, first.year) { book.title(team.named, $0) }
    let present = members.map(\.named)
    for index in 0..<count {
      let day = min(first + (index * span / count + shift), today - 1)
      let from = Moment(day, 1200 + index % 90)
      let story = index % 7 == 0 ? dice.pick(DemoStory.all) : nil
      let entry = PatrolEntry(
        team: team.named, date: day, from: from, to: from + 150, weather: "clear", modes: ["foot"],
        leader: leader.named, officer: nil, present: present, absent: [], route: team.route,
        focus: team.focus, turnout: team.tier.turnout, objects: [],
        found: story.map { $0.found.split(separator: " ").map(String.init) } ?? [],
        observed: story?.observed ?? "", handling: [], handled: story?.handled ?? "",
        isIntelligence: false,
        handover: "", settles: "", late: "", remark: "")
      let written = from + 160
      _ = try volume.add(
        PatrolEntry.kind, PatrolEntry.schema.print(entry), year: day.year,
        recorded: Recorded(Stamp(moment: written, second: 0, offset: now.offset), by: leader.named))
    }
    try volume.finish()
  }
}
