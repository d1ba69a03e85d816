import Records

/// What the rules about inspections look at.
package struct InspectionSurvey: Sendable {
  /// A problem whose date to be put right has been set and that no re-check closed.
  package struct OpenProblem: Hashable, Sendable {
    package let page: PageID
    package let day: Day
    package let inspected: Named
    package let by: Day
    package let text: String

    package init(page: PageID, day: Day, inspected: Named, by: Day, text: String) {
      (self.page, self.day, self.inspected) = (page, day, inspected)
      (self.by, self.text) = (by, text)
    }
  }

  package let waiting: [Waiting]
  package let contradictions: [Contradiction]
  package let problems: [OpenProblem]
  private let inspected: [UInt32: Day]
  private let checked: [UInt32: Day]

  /// - Parameters:
  ///   - inspected: the newest day on which a township team inspected, by the hash of the team.
  ///   - checked: the same for the station.
  package init(
    waiting: [Waiting] = [], contradictions: [Contradiction] = [], problems: [OpenProblem] = [],
    inspected: [UInt32: Day] = [:], checked: [UInt32: Day] = [:]
  ) {
    (self.waiting, self.contradictions, self.problems) = (waiting, contradictions, problems)
    (self.inspected, self.checked) = (inspected, checked)
  }

  package func lastInspected(_ team: String) -> Day? { inspected[Narrative.hash(team: team)] }
  package func lastChecked(_ team: String) -> Day? { checked[Narrative.hash(team: team)] }

  /// Whether anybody inspects at all: a book that was never begun is one fact, not one a team.
  package var isKept: Bool { !inspected.isEmpty }
  package var isStationKept: Bool { !checked.isEmpty }
}
