/// How many of the people that the teams of a township or of the city are to have are there (R4–R6).
package struct AreaStrength: Hashable, Sendable {
  /// The code of the township; nil for the city's own force.
  package let area: String?
  /// Who is more than a team's floor stands in for nobody of another.
  package let filled: Int
  package let due: Int
}

extension Snapshot {
  /// The city's force, then every township with its villages, in the order of the register.
  ///
  /// - Parameter unit: only what belongs to it.
  package func strengthByArea(unit: String? = nil) -> [AreaStrength] {
    let within = unit.map { units(under: $0) }
    let wanted = teams.filter { within?.contains($0.unit) != false }
    let city = wanted.filter { $0.tier == .city }
    var (order, sums): ([String], [String: (filled: Int, due: Int)]) = ([], [:])
    for team in wanted where team.tier != .city {
      let area = area(of: team.code) ?? team.unit
      if sums[area] == nil { order.append(area) }
      let (sum, due) = (sums[area] ?? (0, 0), floor(of: team))
      sums[area] = (sum.filled + min(strength(of: team.code), due), sum.due + due)
    }
    // The city's establishment is one number for all of its teams.
    let all = city.reduce(0) { $0 + strength(of: $1.code) }
    let due = station.cityFloor
    let force = city.isEmpty ? [] : [AreaStrength(area: nil, filled: min(all, due), due: due)]
    return force
      + order.compactMap { area in
        sums[area].map { AreaStrength(area: area, filled: $0.filled, due: $0.due) }
      }
  }
}
