import Records
import Wording

/// A17: fewer pieces out than a team has members, of what its tier is to carry (R18, R19).
enum EquipmentLack: RegisterRule {
  static let finds: [RuleID] = [.equipmentLack]
  static let reads: [RegisterKind] = [.equipment]

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    guard snapshot.table(.equipment).count > 0 else {
      return [.notBegun(.equipmentLack, .equipment)]
    }
    let rows = Dictionary(
      EquipmentTotals(snapshot).rows.filter(\.isTeam).map { ($0.scope?.code ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    return snapshot.teams.compactMap { team in
      guard let row = rows[team.code], let first = row.short.first else { return nil }
      return Finding(
        .equipmentLack, about: team.code, extent: row.short.reduce(0) { $0 + $1.count },
        place: .newRecord(
          .equipment, scope: .team(team.code),
          given: ["Item": first.item.rawValue, "Quantity": "\(first.count)"]),
        Phrase(
          "\(team.name) 少\(row.words(.hans) ?? "")", "\(team.name) 少\(row.words(.hant) ?? "")",
          "\(team.name): lacks \(row.words(.en) ?? "")"))
    }
  }
}

extension RuleID {
  package static let equipmentLack = RuleID(
    "A17", of: "R18", Phrase("装备不足", "裝備不足", "Equipment"), .toComplete,
    act: Phrase("发放", "發放", "Issue"),
    Phrase(
      "发到该队的少于在册人数。补发后登记发放；制服、橡胶棒、袖标按层级，手电各队都要。", "發到該隊的少於在冊人數。補發後登記發放；制服、橡膠棒、袖標按層級，手電各隊都要。",
      "The team has fewer pieces than members. Issue what is missing: uniform, baton, armband by tier, torches for all."
    ))
}
