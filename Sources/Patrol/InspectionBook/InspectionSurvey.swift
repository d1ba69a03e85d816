import Records

/// What the rules about inspections look at.
package struct InspectionSurvey: Sendable {
  package let waiting: [Waiting]
  package let contradictions: [Contradiction]
  /// Entries of the last days that somebody had signed before they were struck out.
  package let struckOut: [LedgerPage]
  /// Whether every year was looked into: else a team without a last inspection may have one.
  package let isWhole: Bool
  private let inspected: [UInt32: Day]
  private let checked: [UInt32: Day]

  /// - Parameters:
  ///   - inspected: the newest day on which a township team inspected, by the hash of the team.
  ///   - checked: the same for the station.
  package init(
    waiting: [Waiting] = [], contradictions: [Contradiction] = [], inspected: [UInt32: Day] = [:],
    checked: [UInt32: Day] = [:], struckOut: [LedgerPage] = [],
    isWhole: Bool = true
  ) {
    (self.waiting, self.contradictions, self.isWhole) = (waiting, contradictions, isWhole)
    self.struckOut = struckOut
    (self.inspected, self.checked) = (inspected, checked)
  }

  package func lastInspected(_ team: String) -> Day? { inspected[Narrative.hash(team: team)] }
  package func lastChecked(_ team: String) -> Day? { checked[Narrative.hash(team: team)] }

  /// Whether anybody inspects at all: a book that was never begun is one fact, not one a team.
  package var isKept: Bool { !inspected.isEmpty }
  package var isStationKept: Bool { !checked.isEmpty }
}
