import ArgumentParser
import Patrol
import Records

extension Snapshot {
  /// The unit or team that options name.
  ///
  /// - Throws: for one that does not exist: an empty answer would say that it has nothing.
  func scope(unit: String?, team: String?) throws(RegisterRefusal) -> Scope? {
    if let team {
      guard self.team(team) != nil else { throw .notThere(code: team) }
      return .team(team)
    }
    guard let unit else { return nil }
    // A unit before a team of the same code; the station itself need not be in its register.
    if self.unit(unit) != nil || unit == station.unit { return .unit(unit) }
    guard self.team(unit) != nil else { throw .notThere(code: unit) }
    return .team(unit)
  }

  /// The code of a unit that is there; nil for all there are, and for a team.
  func unitCode(_ unit: String?) throws(RegisterRefusal) -> String? {
    if case .unit(let code)? = try scope(unit: unit, team: nil) { code } else { nil }
  }

  /// The teams of a unit or team; nil for all there are.
  func owners(of unit: String?) throws(RegisterRefusal) -> Set<String>? {
    guard let unit, let scope = try scope(unit: unit, team: nil) else { return nil }
    let node: ForceRow.Node = scope == .team(unit) ? .team(unit) : .unit(unit)
    return Set(Force(self, nil).teams(of: node).map(\.code))
  }

  /// Refuses a code that no register has, of one register or of any.
  func needs(_ code: String, in kinds: [RegisterKind]? = nil)
    throws(RegisterRefusal)
  {
    guard (kinds ?? self.kinds.registers).contains(where: { table($0).index(of: code) != nil })
    else {
      throw .notThere(code: code)
    }
  }
}
