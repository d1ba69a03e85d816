import Records
import Wording

/// Everything that has been read of station and registers, as one value, and questions to it.
///
/// Members are many: they are cut into records once and made into values only where looked at.
package struct Library: Sendable {
  package var station: Station
  package var codes: CodeBook
  package var units: [Unit]
  package var teams: [Team]
  package var officers: [Officer]
  package var roster: [RosterLine]
  package var underway: [Underway]
  /// What could not be read, to be said on the screen.
  package var troubles: [Notice]
  /// The patrol day on which `strength` was counted.
  package let today: Day
  private let members: MemberTable
  private let teamIndex: [String: Int]

  package init(
    station: Station, codes: CodeBook, units: [Unit] = [], teams: [Team] = [],
    officers: [Officer] = [], roster: [RosterLine] = [], underway: [Underway] = [],
    members: [RecRecord] = [], today: Day, troubles: [Notice] = []
  ) {
    (self.station, self.codes, self.units) = (station, codes, units)
    (self.officers, self.roster, self.underway) = (officers, roster, underway)
    (self.troubles, self.today) = (troubles, today)
    self.teams = teams.filter { $0.until.map { today < $0 } ?? true }
    self.members = MemberTable(members, on: today)
    teamIndex = Dictionary(
      self.teams.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func team(_ code: String) -> Team? { teamIndex[code].map { teams[$0] } }
  package func unit(_ code: String) -> Unit? { units.first { $0.code == code } }

  /// The team's active members: leader, deputies, then the others in the order of the file.
  package func members(of team: String) -> [Member] { members.active(team) }
  package func member(_ code: String) -> Member? { members.member(code) }
  package var memberCount: Int { members.activeCount }
  package var allMembers: [Member] { members.all }

  package func strength(of team: String) -> Int { members.strength[team] ?? 0 }
  package func floor(of team: Team) -> Int { team.floor ?? station.floor(team.tier) }
  package func leader(of team: String) -> Member? { members(of: team).first { $0.post == .leader } }

  /// The roster's line for a team on a day, the one that begins nearest to `minute` first.
  package func rosterLine(team: String, on day: Day, near minute: Int) -> RosterLine? {
    roster.filter { $0.team == team && $0.weekdays.contains("\(day.weekday)") }
      .min { abs($0.from - minute) < abs($1.from - minute) }
  }

  package func underway(of team: String) -> Underway? { underway.first { $0.team.code == team } }
}

/// The members register: records grouped by team, values made when asked for.
private struct MemberTable: Sendable {
  private let records: [RecRecord]
  private let byTeam: [String: [Int]]
  let strength: [String: Int]
  let activeCount: Int

  init(_ records: [RecRecord], on day: Day) {
    self.records = records
    var byTeam: [String: [Int]] = [:]
    var count = 0
    let (team, since, until) = (Array("Team".utf8), Array("Since".utf8), Array("Until".utf8))
    for (index, record) in records.enumerated() {
      var hint = 0
      guard let field = record.field(team, hint: &hint) else { continue }
      if let left = record.field(until, hint: &hint).flatMap({ Day(record.value(of: $0)) }),
        left <= day
      { continue }
      if let joined = record.field(since, hint: &hint).flatMap({ Day(record.value(of: $0)) }),
        joined > day
      { continue }
      byTeam[record.value(of: field), default: []].append(index)
      count += 1
    }
    (self.byTeam, activeCount) = (byTeam, count)
    strength = byTeam.mapValues(\.count)
  }

  func active(_ team: String) -> [Member] {
    let all = (byTeam[team] ?? []).compactMap { try? Member.schema.parse(records[$0]) }
    let rank: (Member) -> Int = { Post.allCases.firstIndex(of: $0.post) ?? 0 }
    return all.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map(\.element)
  }

  func member(_ code: String) -> Member? {
    records.first { $0["Code"] == code }.flatMap { try? Member.schema.parse($0) }
  }

  var all: [Member] { records.compactMap { try? Member.schema.parse($0) } }
}
