import Patrol
import Records

/// What the demo city's cases are held against: last year's figures, as somebody else counted them, and the
/// zero declarations of the townships, two of which are missing.
extension DemoCity {
  package func baselines() throws -> [Baseline] {
    let figures: [(Goal, Int)] = [
      (.homicide, 1), (.preventable, 62), (.gravecrime, 2), (.accident, 0),
    ]
    return try figures.enumerated().map { index, figure in
      try Baseline.schema.make {
        $0.code = "QSP-B-\(digits(index + 1, 4))"
        $0.goal = figure.0
        $0.unit = "JC"
        // Before morning it is still the night before.
        let last = min(today, station.patrolDay(now.moment))
        ($0.from, $0.to) = (GoalSpan.yearBefore(today - 23), GoalSpan.yearBefore(last))
        $0.count = figure.1
        $0.source = "刑侦大队报表"
        $0.dated = today - 2
      }
    }
  }

  /// Two hours that a bulletin calls frequent.
  package func hotHours() throws -> [HotHours] {
    let known = [("DG", "人民路沿街", "5 6", 0), ("SQ", "机井台区", "1 2 3 4 5 6 7", 2)]
    return try known.enumerated().map { index, one in
      try HotHours.schema.make {
        $0.code = "QSP-H-\(digits(index + 1, 4))"
        $0.unit = one.0
        $0.section = one.1
        $0.weekdays = one.2.split(separator: " ").map(String.init)
        ($0.from, $0.to) = (one.3 * 60, (one.3 + 3) * 60)
        ($0.since, $0.until) = (today - 10, today + 20)
        $0.basis = "刑侦大队警情通报"
      }
    }
  }

  package func declarations() throws -> [ZeroDeclaration] {
    let first = today - 23
    let last = TenDays.before(today)
    var periods = [last]
    while let earliest = periods.first, earliest.lowerBound > first {
      periods.insert(TenDays.before(earliest.lowerBound), at: 0)
    }
    let due = periods.flatMap { period in
      DemoNames.townships.flatMap { township in
        [Goal.security, .mass].map { (period, township, $0) }
      }
    }.filter { period, township, goal in
      period != last || goal != .security || !["LG", "BY"].contains(township.code)
    }
    return try due.enumerated().map { index, one in
      let (period, township, goal) = one
      return try ZeroDeclaration.schema.make {
        $0.code = "QSP-Z-\(digits(index + 1, 4))"
        $0.goal = goal
        $0.unit = township.code
        ($0.from, $0.to) = (period.lowerBound, period.upperBound)
        $0.count = 0
        $0.declaredBy = "\(township.name)综治中心"
        $0.declared = min(today, period.upperBound + 1)
      }
    }
  }
}
