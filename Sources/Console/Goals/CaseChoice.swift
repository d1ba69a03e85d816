import Patrol
import Records
import Wording

/// Which incidents a figure is made of.
package enum CaseChoice: Hashable, Sendable {
  /// Those that a goal counts on some days, of a unit and what belongs to it.
  case goal(Goal, unit: String?, ClosedRange<Day>)
  /// Those of an hour in which cover is thin, over the days that were counted.
  case spot(CoverSpot, ClosedRange<Day>)

  var days: ClosedRange<Day> {
    switch self {
    case .goal(_, _, let days), .spot(_, let days): days
    }
  }

  /// The unit that a new one is of.
  var unit: String? {
    switch self {
    case .goal(_, let unit, _): unit
    case .spot(let spot, _): spot.area
    }
  }

  /// The newest first.
  func facts(in snapshot: Snapshot) -> [IncidentFacts.Fact] {
    switch self {
    case .goal(let goal, let unit, let days):
      let facts = snapshot.incidentFacts
      let within = unit.map { snapshot.units(under: $0) }
      return facts.during(days, snapshot.station).filter {
        $0.counts(for: goal) && within?.contains(facts.unit(of: $0)) != false
      }.reversed()
    case .spot(let spot, let days): return spot.facts(days, snapshot).reversed()
    }
  }

  func title(in snapshot: Snapshot) -> Phrase {
    switch self {
    case .goal(let goal, _, _): goal.label
    case .spot(let spot, _):
      Phrase { language in
        "\(snapshot.unitName(spot.area)) \(spot.when(snapshot.station)[language])"
      }
    }
  }
}
