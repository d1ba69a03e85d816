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
      .init(
        format: VolumeHeader.format, unit: "S01", name: "合成派出所", city: "合成市", isDemo: true),
      Policy(
        unit: "S01", campaignFrom: nil, campaignTo: nil, rollover: 480, cityFloor: 80,
        townshipFloor: 15, villageFloor: 5, crewFloor: 3, grace: 2, patrolHours: 3,
        identityNumbers: false, keepsLeft: nil, keepsAccess: nil, tolerance: nil,
        sanitationDeclared: nil, taxiDeclared: nil),
      DeskLikes(
        unit: "S01", language: "zh-Hans", theme: DeskLikes.automaticTheme,
        onDuty: Named("S01-P1", "值班员")))
    units = [
      Unit(
        code: "S", name: "合成市", pinyin: "he cheng shi", kind: .city, parent: "", station: "",
        until: nil, sameAs: nil)
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
        until: nil, sameAs: nil))
    let team = Team(
      code: code, name: "\(code)队", pinyin: "", tier: isTownship ? .township : .village, unit: code,
      establishedBy: "综治中心", managedBy: "S01", officer: nil, floor: nil, focus: ["transformer"],
      route: "村口、机井台区", since: nil, until: nil)
    teams.append(team)
    for number in 1...(isTownship ? 15 : 5) { members.append(member(team, number)) }
  }

  /// The leaders, who sign.
  package var signers: [Named] { members.filter { $0.post == .leader }.map(\.named) }

  /// Writes every team's book through `open`.
  ///
  /// - Parameters:
  ///   - signatures: so many, two under each inspection of a village team.
  ///   - progress: called with the teams done.
  package mutating func write(
    signatures: Int, open: DemoBooks.Open, sign: DemoBooks.Sign,
    progress: (Int) -> Void = { _ in }
  ) throws {
    let byTeam = Dictionary(grouping: members, by: \.team)
    let townships = teams.filter { $0.tier == .township }
    for (index, team) in townships.enumerated() {
      let all = signatures / 2
      let count = all / townships.count + (index < all % townships.count ? 1 : 0)
      let village = teams.first { $0.tier == .village && $0.code.hasPrefix(team.code + "-") }
      guard let village, let leader = byTeam[team.code]?.first,
        let other = byTeam[village.code]?.first
      else { continue }
      try inspections(
        of: village.named, other.named, by: team.named, leader.named, count: count, open: open,
        sign: sign)
    }
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
      identity: nil, since: nil, until: nil, sameAs: nil, remark: "")
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
        points: nil, focus: team.focus, turnout: team.tier.turnout, objects: [],
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

  /// A township's inspections of one village, spread over the years, each signed by both sides.
  private func inspections(
    of village: Named, _ leader: Named, by team: Named, _ inspector: Named, count: Int,
    open: DemoBooks.Open, sign: DemoBooks.Sign
  ) throws {
    guard count > 0 else { return }
    let span = years * 365
    let first = now.moment.day - span + 1
    let book = BookID(team.code, .inspection)
    var volume = open(book, first.year) { book.title(team, $0) }
    for index in 0..<count {
      let from = Moment(min(first + index * span / count, now.moment.day - 1), 1260 + index % 60)
      let inspection = Inspection(
        inspected: village, date: from.day, from: from, to: from + 25, present: 5, expected: 5,
        absent: [], points: "11111111", problems: [], found: "", decision: nil, by: nil,
        required: "", settles: "", statement: "", answering: leader, modes: ["onsite"],
        inspector: inspector, inspecting: team, late: "", remark: "")
      func add(
        _ kind: String, _ body: [(name: String, value: String)], _ after: Int, _ by: Named,
        _ sign: Page.Sign?
      ) throws -> PageReference {
        try volume.add(
          kind, body, year: from.day.year,
          recorded: Recorded(Stamp(moment: from + after, second: 0, offset: now.offset), by: by),
          sign: sign)
      }
      let page = try add(
        Inspection.kind, Inspection.schema.print(inspection), 27, inspector, nil)
      for (role, signer) in [(SignatureRole.inspector, inspector), (.inspected, leader)] {
        let signature = Attestation(date: from.day, signs: page, role: role, signer: signer)
        _ = try add(
          Attestation.Kind.signature.rawValue, Attestation.schema.print(signature), 28, signer,
          sign(signer.code))
      }
    }
    try volume.finish()
  }
}
