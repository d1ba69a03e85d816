import Records

/// What is counted of the incidents, the oldest first: made once for as long as their register is not read
/// again, since there may be a hundred thousand and a frame asks for all nine goals.
package struct IncidentFacts: Sendable {
  package struct Fact: Sendable {
    /// The minute in which it began, and how many later it may have happened.
    let minute: Int32
    let minutes: Int32
    /// Which record of the register.
    package let row: Int32
    /// Which of `units`.
    let unit: Int32
    /// A bit for each goal that it counts for, and for each that it may count for once somebody judges it.
    let goals: UInt16
    let unjudged: UInt16

    package var from: Moment { Moment(minutes: Int(minute)) }
    /// Where its unit stands in `units`.
    var place: Int { Int(unit) }
    /// The end of the time in which it happened: the same moment where that is known.
    package var to: Moment { from + Int(minutes) }
    package func counts(for goal: Goal) -> Bool { goals & goal.bit != 0 }

    /// Whether any goal depends on what nobody has judged.
    package var isUnjudged: Bool { unjudged != 0 }
    /// Whether this one does.
    package func isUnjudged(for goal: Goal) -> Bool { unjudged & goal.bit != 0 }

    /// Adds one to the number of each goal that it counts for, or may.
    func add(to counts: inout [Int], unjudged others: inout [Int]) {
      Self.add(goals, to: &counts)
      Self.add(unjudged, to: &others)
    }

    private static func add(_ goals: UInt16, to counts: inout [Int]) {
      var left = goals
      while left != 0 {
        counts[left.trailingZeroBitCount] += 1
        left &= left - 1
      }
    }
  }

  package let facts: [Fact]
  /// The codes of units in which there was any.
  package let units: [String]
  /// Whether there is none that could not be read.
  package let isWhole: Bool

  init(_ table: RegisterTable) {
    var (facts, units, known): ([Fact], [String], [String: Int32]) = ([], [], [:])
    facts.reserveCapacity(table.count)
    for (row, record) in table.records.enumerated() {
      guard let incident = try? Incident.schema.parse(record) else { continue }
      let unit = known[incident.unit] ?? Int32(clamping: units.count)
      if Int(unit) == units.count {
        units.append(incident.unit)
        known[incident.unit] = unit
      }
      let from = incident.from.minutes
      facts.append(
        Fact(
          minute: Int32(clamping: from),
          minutes: Int32(clamping: (incident.to?.minutes ?? from) - from),
          row: Int32(clamping: row), unit: unit,
          goals: Goal.allCases.reduce(0) { $0 | (incident.counts(for: $1) == true ? $1.bit : 0) },
          unjudged: Goal.allCases.reduce(0) { $0 | (incident.counts(for: $1) == nil ? $1.bit : 0) }
        ))
    }
    isWhole = facts.count == table.count
    self.units = units
    self.facts = facts.sorted { ($0.minute, $0.row) < ($1.minute, $1.row) }
  }

  package var isEmpty: Bool { facts.isEmpty }

  package func unit(of fact: Fact) -> String { units[fact.place] }

  /// Which units are meant, by their place in `units`.
  func places(_ codes: Set<String>?) -> [Bool] {
    units.map { codes?.contains($0) ?? true }
  }

  /// Those of some patrol days.
  package func during(_ days: ClosedRange<Day>, _ station: Station) -> ArraySlice<Fact> {
    let begin = Moment(days.lowerBound, station.rollover).minutes
    let end = Moment(days.upperBound + 1, station.rollover).minutes
    let first = facts.firstPlace { Int($0.minute) >= begin }
    return facts[first..<max(first, facts.firstPlace { Int($0.minute) >= end })]
  }
}

extension Goal {
  /// One bit each, in their order.
  fileprivate var bit: UInt16 { 1 << UInt16(place) }
}

extension Snapshot {
  package var incidentFacts: IncidentFacts { table(.incidents).made(IncidentFacts.init) }

  /// Whether the incidents were read whole.
  package var areIncidentsWhole: Bool { isRead([.incidents]) && incidentFacts.isWhole }

  package func incident(_ fact: IncidentFacts.Fact) -> Incident? {
    let records = table(.incidents).records
    return records.indices.contains(Int(fact.row))
      ? try? Incident.schema.parse(records[Int(fact.row)]) : nil
  }
}
