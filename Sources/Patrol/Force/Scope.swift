import Records

/// What a list is of: everything below a unit, one team, the city force.
///
/// A township and its team may have one code.
package enum Scope: Hashable, Sendable {
  case unit(String)
  case team(String)
  case cityForce

  /// The code of what it is of; nil for the city force.
  package var code: String? {
    switch self {
    case .unit(let code), .team(let code): code
    case .cityForce: nil
    }
  }
}

extension Snapshot {
  /// A unit or team with everything below it: units, and the teams of all of them.
  package func codes(under scope: Scope) -> Set<String> {
    switch scope {
    case .team(let code): return [code]
    case .cityForce: return Set(teams.filter { $0.tier == .city }.map(\.code))
    case .unit(let code):
      var codes: Set<String> = [code]
      // Its station's officers belong to it as well.
      if let station = unit(code)?.station, !station.isEmpty { codes.insert(station) }
      codes = withUnits(below: codes)
      for team in teams where codes.contains(team.unit) { codes.insert(team.code) }
      return codes
    }
  }

  /// A unit and all that belong to it.
  package func units(under code: String) -> Set<String> { withUnits(below: [code]) }

  private func withUnits(below codes: Set<String>) -> Set<String> {
    var codes = codes
    var grew = true
    while grew {
      grew = false
      for unit in units where codes.contains(unit.parent) {
        grew = codes.insert(unit.code).inserted || grew
      }
    }
    return codes
  }

  package func teams(in scope: Scope?) -> [Team] {
    guard let scope else { return teams }
    let codes = codes(under: scope)
    return teams.filter { codes.contains($0.code) }
  }

  /// What a unit is called; its code where none of that code is there.
  package func unitName(_ code: String) -> String { unit(code)?.name ?? code }

  package func name(of scope: Scope) -> String? {
    switch scope {
    case .unit(let code): unitName(code)
    case .team(let code): team(code)?.name ?? code
    case .cityForce: nil
    }
  }
}
