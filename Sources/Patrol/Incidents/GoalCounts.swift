import Records

/// What is counted of the incidents in a part of the city.
struct GoalCounts {
  private let facts: IncidentFacts
  private let station: Station
  private let isWanted: [Bool]

  init(_ snapshot: Snapshot, _ within: Set<String>?) {
    (facts, station) = (snapshot.incidentFacts, snapshot.station)
    isWanted = facts.places(within)
  }

  /// Whether nobody has registered any, of whatever unit.
  var isEmpty: Bool { facts.isEmpty }

  /// Whether the register reaches back to some days.
  func reach(_ days: ClosedRange<Day>) -> Bool { !facts.during(days, station).isEmpty }

  /// The first day of which an incident was registered: before it nobody kept them.
  var begun: Day? { facts.facts.first.map { station.patrolDay($0.from) } }

  /// Cases of some days, and those of which nobody has judged whether they are, by the place of the goal.
  func during(_ days: ClosedRange<Day>) -> (counts: [Int], unjudged: [Int]) {
    var counts = [Int](repeating: 0, count: Goal.allCases.count)
    var unjudged = counts
    for fact in facts.during(days, station) where isWanted[fact.place] {
      fact.add(to: &counts, unjudged: &unjudged)
    }
    return (counts, unjudged)
  }
}

/// What units have declared of the political goals.
struct DeclaredCounts {
  private let snapshot: Snapshot
  private let span: GoalSpan
  private let day: Day
  private let within: Set<String>?
  private let all: [ZeroDeclaration]

  init(_ snapshot: Snapshot, _ span: GoalSpan, on day: Day, _ within: Set<String>?) {
    (self.snapshot, self.span, self.day, self.within) = (snapshot, span, day, within)
    all = snapshot.declarations.filter { within?.contains($0.unit) != false }
  }

  func row(_ goal: Goal, _ thirds: [ClosedRange<Day>]) -> GoalBoard.Row {
    // Townships declare: what lies below one declares nothing of its own.
    guard snapshot.declares(within) else {
      return GoalBoard.Row(
        goal: goal, count: .notApplicable, before: .notApplicable, change: nil, until: nil,
        recent: thirds.map { _ in .notApplicable }, unjudged: 0, state: .declaredAbove)
    }
    let count = figure(goal) { span.now.overlaps($0) }
    return GoalBoard.Row(
      goal: goal, count: count, before: .notApplicable, change: nil, until: nil,
      recent: thirds.map { third in
        third.upperBound >= day ? .notApplicable : figure(goal) { third.overlaps($0) }
      }, unjudged: 0, state: state(goal, count.number ?? 0))
  }

  private func figure(_ goal: Goal, _ isOf: (ClosedRange<Day>) -> Bool) -> Figure {
    let own = all.filter { $0.goal == goal && $0.from <= $0.to && isOf($0.from...$0.to) }
    return own.isEmpty ? .unknown : .count(own.reduce(0) { $0 + $1.count })
  }

  private func state(_ goal: Goal, _ count: Int) -> GoalState {
    if count > 0 { return .happened }
    guard let due = snapshot.declarationsDue(on: day).last else { return .notDue }
    let missing = snapshot.undeclared(goal, for: due, within: within)
    return missing.isEmpty ? .allDeclared : .undeclared(missing)
  }
}
