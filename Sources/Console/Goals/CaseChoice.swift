import Patrol
import Records
import Wording

/// Which incidents a figure is made of.
package enum CaseChoice: Hashable, Sendable {
  /// Those that a goal counts on some days, of a unit and what belongs to it.
  case goal(Goal, unit: String?, ClosedRange<Day>)
  /// Those of an hour in which cover is thin, over the days that were counted.
  case spot(CoverSpot, ClosedRange<Day>)
  /// All of some days, of a unit and what belongs to it.
  case days(ClosedRange<Day>, unit: String?)

  var days: ClosedRange<Day> {
    switch self {
    case .goal(_, _, let days), .spot(_, let days), .days(let days, _): days
    }
  }

  /// The goal that counts them.
  var goal: Goal? {
    if case .goal(let goal, _, _) = self { goal } else { nil }
  }

  /// The unit that a new one is of.
  var unit: String? {
    switch self {
    case .goal(_, let unit, _), .days(_, let unit): unit
    case .spot(let spot, _): spot.area
    }
  }

  /// The newest first.
  func facts(in snapshot: Snapshot) -> [IncidentFacts.Fact] {
    func facts(of unit: String?, _ days: ClosedRange<Day>) -> [IncidentFacts.Fact] {
      let facts = snapshot.incidentFacts
      let within = unit.map { snapshot.units(under: $0) }
      return facts.during(days, snapshot.station).filter {
        within?.contains(facts.unit(of: $0)) != false
      }.reversed()
    }
    switch self {
    case .goal(let goal, let unit, let days):
      // What nobody has judged may be one: here it is judged.
      return facts(of: unit, days).filter { $0.counts(for: goal) || $0.isUnjudged(for: goal) }
    case .days(let days, let unit): return facts(of: unit, days)
    case .spot(let spot, let days): return spot.facts(days, snapshot).reversed()
    }
  }

  func title(in snapshot: Snapshot) -> Phrase {
    switch self {
    case .goal(let goal, _, _): goal.label
    case .days(let days, _):
      Phrase { language in
        "\(Incident.schema.title[language]) \(days.lowerBound.monthAndDay) – \(days.upperBound.monthAndDay)"
      }
    case .spot(let spot, _):
      Phrase { language in
        "\(snapshot.unitName(spot.area)) \(spot.when(snapshot.station)[language])"
      }
    }
  }
}
