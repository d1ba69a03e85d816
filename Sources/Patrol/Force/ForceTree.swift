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
  /// Every line of the tree from the top, with all of them unfolded.
  let lines: [Line]
  private let byUnit: [String: [Team]]
  private let below: [String: [String]]

  /// A line of the tree, by where it stands in the lists above: a frame shows thirty of a thousand, and
  /// makes no more of the others.
  enum Line: Sendable {
    case firstSteps
    case all
    case cityForce, city(Int)
    case township(Int), village(township: Int, Int)
    case other(Int)
  }

  init(units: [Unit], teams: [Team]) {
    let byUnit = Dictionary(grouping: teams, by: \.unit)
    let below = Dictionary(grouping: units, by: \.parent).mapValues { $0.map(\.code) }
    (self.byUnit, self.below) = (byUnit, below)
    city = teams.filter { $0.tier == .city }
    townships = units.filter { $0.kind.isTownship }.map { unit in
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
    lines =
      [.all] + (city.isEmpty ? [] : [.cityForce]) + city.indices.map { .city($0) }
      + townships.enumerated().flatMap { at, township in
        [.township(at)] + township.villages.indices.map { .village(township: at, $0) }
      } + others.indices.map { .other($0) }
  }

  func node(_ line: Line) -> ForceRow.Node {
    switch line {
    case .firstSteps: .firstSteps
    case .all: .all
    case .cityForce: .cityForce
    case .city(let at): .team(city[at].code)
    case .township(let at): .unit(townships[at].unit.code)
    case .village(let township, let at): .team(townships[township].villages[at].code)
    case .other(let at): .team(others[at].code)
    }
  }

  /// The same with a line above it that leads to what a new station does first.
  func beginning(_ isBeginning: Bool) -> ForceTree {
    isBeginning ? ForceTree(self, lines: [.firstSteps] + lines) : self
  }

  private init(_ tree: ForceTree, lines: [Line]) {
    (city, townships, others) = (tree.city, tree.townships, tree.others)
    (byUnit, below, self.lines) = (tree.byUnit, tree.below, lines)
  }

  /// The lines to show when some nodes are folded.
  func lines(closed: Set<ForceRow.Node>) -> [Line] {
    guard !closed.isEmpty else { return lines }
    let isCityClosed = closed.contains(.cityForce)
    let isClosed = townships.map { closed.contains(.unit($0.unit.code)) }
    return lines.filter { line in
      switch line {
      case .city: !isCityClosed
      case .village(let township, _): !isClosed[township]
      case .firstSteps, .all, .cityForce, .township, .other: true
      }
    }
  }

  /// All teams of a unit and of the communities and villages right under it.
  func teams(under unit: String) -> [Team] {
    (byUnit[unit] ?? []) + Self.villages(below[unit] ?? [], byUnit)
  }

  private static func villages(_ units: [String], _ byUnit: [String: [Team]]) -> [Team] {
    units.flatMap { byUnit[$0] ?? [] }.filter { $0.tier == .village }
  }
}
