import Records
import Synchronization
import Wording

/// Everything that has been read of station and registers, as one value, and questions to it.
///
/// Members are many: they are cut into records once and made into values only where looked at.
package struct Snapshot: Sendable {
  package let station: Station
  package let codes: CodeBook
  /// Which kinds of record there are.
  package let kinds: Kinds
  package let units: [Unit]
  package let teams: [Team]
  package let officers: [Officer]
  package let roster: [RosterLine]
  package private(set) var underway: [Underway]
  package let routes: [Route]
  package let exceptions: [RosterException]
  /// Whose key counts, and who may sign as what.
  package let keysBooks: KeysBooks
  /// Why the books of keys were not read, if they were not.
  package let unreadKeys: NotRead?
  /// When another station signed the heads last, as far as a note of it is kept.
  package let cosigned: Day?
  /// Whether a page of any other book was signed yet; in a new directory none was.
  package let hasSigned: Bool
  private let agentKeys: Set<String>
  /// Files of the registers that were not read, or not whole: named on screens and by commands.
  package let unread: [NotRead]
  /// The patrol day on which `strength` was counted.
  package let today: Day
  private let tables: [RegisterKind: RegisterTable]
  private let members: MemberTable
  private let teamIndex: [String: Int]
  private let unitIndex: [String: Int]
  let rosterByTeam: [String: [RosterLine]]
  let exceptionsByTeam: [String: [RosterException]]
  private(set) var tree: ForceTree
  /// What `TeamFloor` finds.
  let floorFindings = Once<[Finding]>()
  /// How many of each item every team has out.
  let knownIssued = Once<[String: [EquipmentItem: Int]]>()
  /// What was put off, accepted or settled.
  let knownDeferrals = Once<Deferrals>()
  /// Which reading of the registers this is: another number each time they are read.
  package let reading = Snapshot.readings.wrappingAdd(1, ordering: .relaxed).newValue
  private static let readings = Atomic(0)

  package init(
    station: Station, codes: CodeBook, kinds: Kinds = .ours, units: [Unit] = [], teams: [Team] = [],
    officers: [Officer] = [], roster: [RosterLine] = [], routes: [Route] = [],
    exceptions: [RosterException] = [], underway: [Underway] = [],
    keysBooks: KeysBooks = .none, unreadKeys: NotRead? = nil, cosigned: Day? = nil,
    hasSigned: Bool = true, agentKeys: Set<String> = [], members: MemberTable? = nil,
    tables: [RegisterKind: RegisterTable] = [:], today: Day, unread: [NotRead] = []
  ) {
    (self.station, self.codes, self.units) = (station, codes, units)
    self.kinds = kinds
    (self.officers, self.roster, self.underway) = (officers, roster, underway)
    (self.routes, self.exceptions) = (routes, exceptions)
    self.tables = tables
    (self.keysBooks, self.unreadKeys, self.agentKeys) = (keysBooks, unreadKeys, agentKeys)
    (self.cosigned, self.hasSigned) = (cosigned, hasSigned)
    (self.unread, self.today) = (unread, today)
    self.teams = teams.filter { $0.until.map { today < $0 } ?? true }
    self.members = members ?? MemberTable([], on: today)
    teamIndex = Dictionary(
      self.teams.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    unitIndex = Dictionary(
      units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    rosterByTeam = Dictionary(grouping: roster, by: \.team)
    exceptionsByTeam = Dictionary(grouping: exceptions, by: \.team)
    tree = ForceTree(
      units: units.filter { $0.until.map { today < $0 } ?? true }, teams: self.teams)
    tree = tree.beginning(firstSteps.next != nil)
  }

  package func team(_ code: String) -> Team? { teamIndex[code].map { teams[$0] } }
  package func unit(_ code: String) -> Unit? { unitIndex[code].map { units[$0] } }

  /// The teams of some codes, none of which stands twice, in the order of the register.
  package func teams(of codes: some Collection<String>) -> [Team] {
    guard isEveryTeamOne else {
      let codes = Set(codes)
      return teams.filter { codes.contains($0.code) }
    }
    return codes.compactMap { teamIndex[$0] }.sorted().map { teams[$0] }
  }

  /// How many they are.
  package func teamCount(of codes: some Collection<String>) -> Int {
    isEveryTeamOne ? codes.count { teamIndex[$0] != nil } : teams(of: codes).count
  }

  /// Where a code stands twice in the register, it is that of two teams.
  private var isEveryTeamOne: Bool { teamIndex.count == teams.count }

  /// The team's active members: leader, deputies, then the others in the order of the file.
  package func members(of team: String) -> [Member] { members.active(team) }
  package func member(_ code: String) -> Member? { members.member(code) }
  package var memberCount: Int { members.activeCount }
  package var allMembers: [Member] { members.all }

  /// Every record of a register, of any keeper.
  package func table(_ kind: RegisterKind) -> RegisterTable {
    tables[kind] ?? RegisterTable(kind)
  }

  package func strength(of team: String) -> Int { members.strength[team] ?? 0 }
  package func floor(of team: Team) -> Int { team.floor ?? station.floor(team.tier) }
  package func leader(of team: String) -> Member? { members(of: team).first { $0.post == .leader } }

  package func underway(of team: String) -> Underway? { underway.first { $0.team.code == team } }

  /// Patrols that are over are out no longer.
  package mutating func end(_ patrols: [Underway]) { underway.removeAll(where: patrols.contains) }
}

extension Snapshot {
  /// Whether a code is that of a police station, which keeps a book of checks of its own (R8).
  package func isStation(_ code: String) -> Bool {
    code == station.unit || unit(code)?.kind == .station
  }

  /// A team or station by its code, as pages name it.
  package func side(_ code: String) -> Named? {
    if let team = team(code) { return team.named }
    if code == station.unit { return Named(code, station.name) }
    return unit(code).map { Named($0.code, $0.name) } ?? post(code)?.named
  }

  /// The township that a team stands under: its own unit, or that of its community or village.
  package func township(of team: Team) -> String {
    switch team.tier {
    case .city: ""
    case .township: team.unit
    case .village: unit(team.unit)?.parent ?? ""
    }
  }

  /// The police station that answers for a unit: its own, else that of its township; nil where nobody
  /// said.
  package func answering(for unit: String) -> Named? {
    [unit, area(of: unit) ?? ""].lazy.compactMap { self.unit($0)?.station }
      .first { !$0.isEmpty }.flatMap(side)
  }

  /// The station that answers for a team, where that is another than this one.
  package func elsewhere(_ team: Team) -> Named? {
    answering(for: team.unit).flatMap { $0.code == station.unit ? nil : $0 }
  }

  /// The full-time team of the township that a village team stands under.
  package func townshipTeam(over team: Team) -> Team? {
    guard team.tier == .village else { return nil }
    let township = township(of: team)
    return teams.first { $0.tier == .township && $0.unit == township }
  }

  /// Who signs in the leader's place that day, if somebody was named.
  package func deputy(of team: String, on day: Day) -> Named? {
    keysBooks.state.deputy(of: team, on: day)
  }

  /// Anybody who may sign: officers and members by their code, who is in charge of a watch post by that of
  /// the post.
  package func person(_ code: String) -> Named? {
    officers.first { $0.code == code }?.named ?? member(code)?.named ?? post(code)?.answering
  }

  /// The station's own book of keys and posts.
  package var keysBook: BookID { BookID(station.unit, KeysPage.book) }

  /// Everybody's keys, oldest first.
  package var keys: [KeysState.Key] { keysBooks.state.keys }

  /// Officers of the station who can sign in the book of keys and posts.
  package var officersWhoSign: [Named] {
    let state = keysBooks.state
    return officers.map(\.named).filter { who in
      key(of: who.code) != nil
        && state.posts(of: who.code).contains {
          $0.who == who && $0.book == keysBook && $0.right == .post(.officer) && $0.until == nil
        }
    }
  }

  /// What others know of somebody who signs and would try first as their PIN.
  package func codeAndPhone(of code: String) -> [String] {
    let phone =
      officers.first { $0.code == code }?.phone ?? member(code)?.phone ?? post(code)?.phone
    return [code] + (phone.map { [$0] } ?? [])
  }

  /// Whether an ssh-agent keeps somebody's key, and no PIN opens it.
  package func isAgent(_ person: String) -> Bool { agentKeys.contains(person) }

  /// The key with which somebody signs now.
  package func key(of person: String) -> KeysState.Key? {
    keysBooks.state.keys(of: person).last { $0.until == nil }
  }
}

extension Snapshot {
  /// The unit whose person somebody is: the team of a member, the station of an officer.
  package func unitToSign(for code: String) -> String {
    officers.first { $0.code == code }?.unit ?? member(code)?.team ?? post(code)?.code
      ?? station.unit
  }

  /// Leaders and the station's officers, by the registers, who have a key and not yet the post.
  package var unappointed: [Posting] {
    let state = keysBooks.state
    let officers = officers.filter { $0.unit == station.unit && $0.isActive(on: today) }.map {
      Posting(.officer, at: $0.unit, $0.named)
    }
    let leaders = teams.flatMap { team in
      members(of: team.code).filter { $0.post == .leader }.map {
        Posting(.leader, at: team.code, $0.named)
      }
    }
    let heads = posts.compactMap { post in
      post.answering.map { Posting(.leader, at: post.code, $0) }
    }
    return (officers + leaders + heads).filter { post in
      key(of: post.person.code) != nil
        && !state.posts(of: post.person.code).contains {
          $0.who == post.person && $0.unit == post.unit && $0.right == .post(post.post)
            && $0.until == nil
        }
    }
  }
}
