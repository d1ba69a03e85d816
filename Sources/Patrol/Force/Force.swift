import Records
import Wording

/// One line of the force tree: a unit or team with its strength against its floor.
package struct ForceRow: Hashable, Sendable {
  package enum Node: Hashable, Sendable {
    /// What a new station has still to do first.
    case firstSteps
    case all
    case cityForce
    case unit(String)
    case team(String)
  }

  package let node: Node
  package let name: String
  package let depth: Int
  package let strength: Int
  package let floor: Int
  /// The tier the floor is of; nil where there is none to compare with.
  package let tier: Tier?
  package let state: DayState?
  /// Nil for a line without lines below it.
  package let isOpen: Bool?

  /// Whether all of those who count were read.
  package let isCounted: Bool

  package var shortfall: Int { tier == nil || !isCounted ? 0 : max(0, floor - strength) }
}

/// Whether a team has kept its book on a day.
package enum DayState: Hashable, Sendable {
  case recorded, underway, missing
  /// The book, or a part of it, was not read.
  case unknown
}

/// The three-tier force as a tree (R4–R6), and which teams a line of it covers.
package struct Force: Sendable {
  private let snapshot: Snapshot
  private let ledger: DayLedger?
  private let isCounted: Bool

  package init(_ snapshot: Snapshot, _ ledger: DayLedger?) {
    (self.snapshot, self.ledger) = (snapshot, ledger)
    isCounted = snapshot.isRead([.members])
  }

  /// The lines to show when `closed` nodes are folded.
  package func rows(closed: Set<ForceRow.Node>) -> ForceRows {
    ForceRows(self, snapshot.tree.lines(closed: closed), closed)
  }

  func node(_ line: ForceTree.Line) -> ForceRow.Node { snapshot.tree.node(line) }

  func row(_ line: ForceTree.Line, closed: Set<ForceRow.Node>) -> ForceRow {
    let tree = snapshot.tree
    switch line {
    case .firstSteps:
      return ForceRow(
        node: .firstSteps, name: snapshot.firstSteps.line[snapshot.station.spoken], depth: 0,
        strength: 0, floor: 0, tier: nil, state: nil, isOpen: nil, isCounted: true)
    case .all: return total()
    case .cityForce: return cityRow(tree.city, isOpen: !closed.contains(.cityForce))
    case .city(let at): return row(tree.city[at], depth: 2)
    case .township(let at):
      let township = tree.townships[at]
      let isOpen = !closed.contains(.unit(township.unit.code))
      return townshipRow(township, isOpen: township.villages.isEmpty ? nil : isOpen)
    case .village(let township, let at):
      return row(tree.townships[township].villages[at], depth: 2)
    case .other(let at): return row(tree.others[at], depth: 1)
    }
  }

  /// The teams that a line of the tree rules over.
  package func teams(of node: ForceRow.Node) -> [Team] {
    switch node {
    case .all, .firstSteps: snapshot.teams
    case .cityForce: snapshot.tree.city
    case .team(let code): snapshot.team(code).map { [$0] } ?? []
    case .unit(let code): snapshot.tree.teams(under: code)
    }
  }

  package func state(of team: String) -> DayState {
    if snapshot.underway(of: team) != nil { return .underway }
    if ledger?.hasEntry(team) == true { return .recorded }
    return ledger?.unreadBooks.contains(BookID(team, .patrol)) == true ? .unknown : .missing
  }

  private func row(_ team: Team, depth: Int) -> ForceRow {
    ForceRow(
      node: .team(team.code), name: team.name, depth: depth,
      strength: snapshot.strength(of: team.code), floor: snapshot.floor(of: team), tier: team.tier,
      state: state(of: team.code), isOpen: nil, isCounted: isCounted)
  }

  private func total() -> ForceRow {
    ForceRow(
      node: .all, name: snapshot.station.everything(snapshot.station.spoken), depth: 0,
      strength: snapshot.memberCount, floor: 0,
      tier: nil, state: nil, isOpen: nil, isCounted: isCounted)
  }

  private func cityRow(_ teams: [Team], isOpen: Bool) -> ForceRow {
    ForceRow(
      node: .cityForce,
      name: Phrase.cityForce[snapshot.station.spoken],
      depth: 1, strength: teams.reduce(0) { $0 + snapshot.strength(of: $1.code) },
      floor: snapshot.station.cityFloor, tier: .city,
      state: combined(teams), isOpen: isOpen, isCounted: isCounted)
  }

  private func townshipRow(_ township: ForceTree.Township, isOpen: Bool?) -> ForceRow {
    let (unit, own) = (township.unit, township.own)
    return ForceRow(
      node: .unit(unit.code), name: unit.name, depth: 1,
      strength: own.reduce(0) { $0 + snapshot.strength(of: $1.code) },
      floor: own.first.map(snapshot.floor) ?? snapshot.station.townshipFloor, tier: .township,
      state: combined(own), isOpen: isOpen, isCounted: isCounted)
  }

  private func combined(_ teams: [Team]) -> DayState? {
    let states = teams.map { state(of: $0.code) }
    if states.contains(.underway) { return .underway }
    if states.isEmpty || states.contains(.missing) { return .missing }
    return states.contains(.unknown) ? .unknown : .recorded
  }
}

extension Phrase {
  package static let cityForce = Phrase("市级专职巡防队", "市級專職巡防隊", "City patrol force")
}
