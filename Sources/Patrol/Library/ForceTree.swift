/// Which teams stand under which unit, looked up once when the registers are read: the tree is
/// asked for on every key.
struct ForceTree: Sendable {
  struct Township: Sendable {
    let unit: Unit
    /// The township's own teams.
    let own: [Team]
    /// The teams of its communities and villages.
    let villages: [Team]
  }

  let city: [Team]
  let townships: [Township]
  /// Teams of units that are no township and stand under none: a station's own, or one whose unit is
  /// not registered.
  let others: [Team]
  private let byUnit: [String: [Team]]
  private let below: [String: [String]]

  init(units: [Unit], teams: [Team]) {
    let byUnit = Dictionary(grouping: teams, by: \.unit)
    let below = Dictionary(grouping: units, by: \.parent).mapValues { $0.map(\.code) }
    (self.byUnit, self.below) = (byUnit, below)
    city = teams.filter { $0.tier == .city }
    townships = units.filter { $0.kind == .township || $0.kind == .subdistrict }.map { unit in
      let own = byUnit[unit.code] ?? []
      return Township(
        unit: unit, own: own.filter { $0.tier == .township },
        villages: own.filter { $0.tier == .village } + Self.villages(below[unit.code] ?? [], byUnit)
      )
    }
    var placed = Set(city.map(\.code))
    for township in townships {
      for team in township.own { placed.insert(team.code) }
      for team in township.villages { placed.insert(team.code) }
    }
    others = teams.filter { !placed.contains($0.code) }
  }

  /// All teams of a unit and of the communities and villages right under it.
  func teams(under unit: String) -> [Team] {
    (byUnit[unit] ?? []) + Self.villages(below[unit] ?? [], byUnit)
  }

  private static func villages(_ units: [String], _ byUnit: [String: [Team]]) -> [Team] {
    units.flatMap { byUnit[$0] ?? [] }.filter { $0.tier == .village }
  }
}
