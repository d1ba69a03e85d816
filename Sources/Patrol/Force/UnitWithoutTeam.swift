import Records
import Wording

/// A28: a unit that should have a patrol team and has none (R4–R6).
enum UnitWithoutTeam: RegisterRule {
  static let finds: [RuleID] = [.unitWithoutTeam]
  static let reads: [RegisterKind] = [.units, .teams]

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    let manned = Set(snapshot.teams.map { Place($0.unit, $0.tier) })
    let hasCityForce = snapshot.teams.contains { $0.tier == .city }
    return snapshot.unitsInForce.compactMap { unit in
      guard let tier = unit.kind.tierOfTeam, !manned.contains(Place(unit.code, tier)),
        tier != .city || !hasCityForce
      else { return nil }
      let kind = tier.label
      return Finding(
        .unitWithoutTeam, about: unit.code,
        place: .newRecord(
          .teams, scope: .unit(unit.code), given: ["Unit": unit.code, "Tier": tier.rawValue]),
        Phrase(
          "\(unit.name) 未组建\(kind[.hans])巡防队", "\(unit.name) 未組建\(kind[.hant])巡防隊",
          "\(unit.name): no \(kind[.en].lowercased()) team was set up"))
    }
  }

  private struct Place: Hashable {
    let unit: String
    let tier: Tier
    init(_ unit: String, _ tier: Tier) { (self.unit, self.tier) = (unit, tier) }
  }
}

extension Snapshot {
  /// Units that have not ended.
  var unitsInForce: [Unit] { units.filter { $0.until.map { today < $0 } ?? true } }
}

extension RuleID {
  package static let unitWithoutTeam = RuleID(
    "A28", of: "R6", Phrase("未建队", "未建隊", "No team"), .toComplete,
    act: Phrase("组建队伍", "組建隊伍", "Set up"),
    Phrase(
      "市、乡镇街道、社区村组都要有自己的巡防队。组建后登记队伍和队员。", "市、鄉鎮街道、社區村組都要有自己的巡防隊。組建後登記隊伍和隊員。",
      "City, townships, communities and villages each have a team of their own. Set it up, then register its people."
    ))
}
