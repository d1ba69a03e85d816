import Patrol
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

  /// - Throws: a `FieldError` where something made up is not what its field takes.
  package init(now: Stamp, teams: Int, years: Int, entries: Int, seed: Int) throws {
    (self.now, self.years, self.entries, dice) = (
      now, max(1, years), max(0, entries), Dice(seed: seed)
    )
    station = try .made("S01", "合成派出所", "合成市", onDuty: Named("S01-P1", "值班员"), seed: seed)
    let city = try Unit.schema.make {
      $0.code = "S"
      $0.name = "合成市"
      $0.pinyin = "he cheng shi"
      $0.kind = .city
    }
    units = [city]
    let townships = max(1, teams / 20)
    for index in 0..<max(1, teams) { try add(index, townships) }
  }

  private mutating func add(_ index: Int, _ townships: Int) throws {
    let township = "T\(digits(index % townships + 1, 3))"
    let isTownship = index < townships
    let code = isTownship ? township : "\(township)-\(digits(index / townships, 3))"
    let unit = try Unit.schema.make {
      $0.code = code
      $0.name = isTownship ? "第\(index + 1)镇" : "\(code)村"
      $0.kind = isTownship ? .township : .village
      $0.parent = isTownship ? "S" : township
      $0.station = "S01"
    }
    let team = try Team.schema.make {
      $0.code = code
      $0.name = "\(code)队"
      $0.tier = isTownship ? .township : .village
      $0.unit = code
      $0.establishedBy = "综治中心"
      $0.managedBy = "S01"
      $0.focus = ["transformer"]
      $0.route = "村口、机井台区"
    }
    units.append(unit)
    teams.append(team)
    for number in 1...(isTownship ? 15 : 5) { members.append(try member(team, number)) }
  }

  /// The leaders, who sign, with their units.
  package var signers: [(person: Named, unit: String)] {
    members.filter { $0.post == .leader }.map { ($0.named, $0.team) }
  }

  /// Writes every team's book through `open`.
  ///
  /// - Parameters:
  ///   - signatures: so many, two under each inspection of a village team.
  ///   - progress: called with the teams done.
  package mutating func write(
    signatures: Int, open: DemoBooks.Open, keys: MadeKeysBook,
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
        keys: keys)
    }
    for (index, team) in teams.enumerated() {
      let count = entries / teams.count + (index < entries % teams.count ? 1 : 0)
      try book(team, byTeam[team.code] ?? [], count: count, open: open)
      progress(index + 1)
    }
  }

  private mutating func member(_ team: Team, _ number: Int) throws -> Member {
    let name = String(dice.pick(DemoNames.surnames)) + dice.pick(DemoNames.given)
    return try Member.schema.make {
      $0.code = "\(team.code)-\(digits(number, 3))"
      $0.name = name
      $0.team = team.code
      $0.post = number == 1 ? .leader : .member
      $0.service = .part
    }
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
    var volume = open(book) { [station] in station.cover(book.title(team.named, $0)) }
    let usual = Filling<PatrolEntry> {
      $0.team = team.named
      $0.weather = "clear"
      $0.modes = ["foot"]
      $0.leader = leader.named
      $0.present = members.map(\.named)
      $0.route = team.route
      $0.focus = team.focus
      $0.turnout = team.tier.turnout
    }
    for index in 0..<count {
      let day = min(first + (index * span / count + shift), today - 1)
      let from = Moment(day, 1200 + index % 90)
      let story = index % 7 == 0 ? dice.pick(DemoStory.all) : nil
      var entry = usual
      (entry.date, entry.from, entry.to) = (day, from, from + 150)
      if let story {
        entry.found = story.found.split(separator: " ").map(String.init)
        entry.observed = story.observed
        entry.handled = story.handled
      }
      let written = from + 160
      _ = try volume.add(
        PatrolEntry.kind, PatrolEntry.schema.print(entry),
        recorded: Recorded(Stamp(moment: written, second: 0, offset: now.offset), by: leader.named))
    }
    try volume.finish()
  }

  /// A township's inspections of one village, spread over the years, each signed by both sides.
  private func inspections(
    of village: Named, _ leader: Named, by team: Named, _ inspector: Named, count: Int,
    open: DemoBooks.Open, keys: MadeKeysBook
  ) throws {
    guard count > 0 else { return }
    let span = years * 365
    let first = now.moment.day - span + 1
    let book = BookID(team.code, .inspection)
    var volume = open(book) { [station] in station.cover(book.title(team, $0)) }
    for index in 0..<count {
      let from = Moment(min(first + index * span / count, now.moment.day - 1), 1260 + index % 60)
      let inspection = try Inspection.schema.make {
        $0.inspected = village
        ($0.date, $0.from, $0.to) = (from.day, from, from + 25)
        ($0.present, $0.expected) = (5, 5)
        $0.points = "11111111"
        $0.answering = leader
        $0.modes = ["onsite"]
        ($0.inspector, $0.inspecting) = (inspector, team)
      }
      func recorded(_ after: Int, _ by: Named) -> Recorded {
        Recorded(Stamp(moment: from + after, second: 0, offset: now.offset), by: by)
      }
      let page = try volume.add(
        Inspection.kind, Inspection.schema.print(inspection), recorded: recorded(27, inspector))
      for (role, signer) in [(SignatureRole.inspector, inspector), (.inspected, leader)] {
        let signature = Attestation(date: from.day, signs: page, role: role, signer: signer)
        _ = try volume.add(.signature, signature, recorded: recorded(28, signer), keys)
      }
    }
    try volume.finish()
  }
}
