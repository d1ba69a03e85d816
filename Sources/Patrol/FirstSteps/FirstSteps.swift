import Wording

/// What a new station does first, and how far it has come.
///
/// Derived from what the directory holds and kept nowhere: whoever leaves at any step goes on there.
package struct FirstSteps: Hashable, Sendable {
  package enum Step: Int, CaseIterable, Hashable, Sendable {
    case station, floors, units, teams, members, page
  }

  package enum State: Hashable, Sendable { case done, next, later }

  /// Those that are done.
  package let done: Set<Step>

  /// - Parameter snapshot: nil where there is no directory yet.
  package init(_ snapshot: Snapshot?) {
    guard let snapshot else {
      done = []
      return
    }
    let station = snapshot.station
    var done: Set<Step> = [.station]
    if station.floorBasis != nil || !station.policy.isAsOrdered || snapshot.hasSigned {
      done.insert(.floors)
    }
    if snapshot.unitsInForce.contains(where: { $0.kind.tierOfTeam != nil }) { done.insert(.units) }
    if !snapshot.teams.isEmpty { done.insert(.teams) }
    if snapshot.memberCount > 0 { done.insert(.members) }
    if snapshot.hasSigned { done.insert(.page) }
    self.done = done
  }

  /// The first that is not done; nil once all are.
  package var next: Step? { Step.allCases.first { !done.contains($0) } }

  package func state(_ step: Step) -> State {
    done.contains(step) ? .done : step == next ? .next : .later
  }

  /// `第一步 3/6`: how many are done.
  package var line: Phrase {
    let count = "\(done.count)/\(Step.allCases.count)"
    return Phrase("第一步 \(count)", "第一步 \(count)", "First steps \(count)")
  }
}

extension FirstSteps.Step {
  package var title: Phrase {
    switch self {
    case .station: Phrase("本所和首位民警", "本所和首位民警", "Station, first officer")
    case .floors: Phrase("县级编制标准", "縣級編制標準", "The county's floors")
    case .units: Phrase("单位", "單位", "Units")
    case .teams: Phrase("队伍", "隊伍", "Teams")
    case .members: Phrase("队员", "隊員", "Members")
    case .page: Phrase("第一页并签字", "第一頁並簽字", "First page, signed")
    }
  }
}

extension Snapshot {
  package var firstSteps: FirstSteps { FirstSteps(self) }
}

extension Policy {
  /// What the order asks for (R4–R6), where nobody has said otherwise.
  package static let ordered = (city: 80, township: 15, village: 5)

  /// Whether the floors are those of the order.
  var isAsOrdered: Bool { (cityFloor, townshipFloor, villageFloor) == Self.ordered }
}
