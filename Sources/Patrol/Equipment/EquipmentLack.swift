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
    let issued = snapshot.issued()
    return snapshot.teams.compactMap { team in
      let strength = snapshot.strength(of: team.code)
      let short = team.tier.turnout.compactMap(EquipmentItem.init).compactMap { item in
        let lacking = strength - (issued[team.code]?[item] ?? 0)
        return lacking > 0 ? (item, lacking) : nil
      }
      guard !short.isEmpty else { return nil }
      @Sendable func list(_ language: Language) -> String {
        short.map { "\($0.0.label[language]) \($0.1)" }
          .joined(separator: language.separator)
      }
      return Finding(
        .equipmentLack, about: team.code, place: .registers(.equipment, team.code),
        Phrase(
          "\(team.name) 少\(list(.hans))", "\(team.name) 少\(list(.hant))",
          "\(team.name): lacks \(list(.en))"))
    }
  }
}

extension RuleID {
  package static let equipmentLack = RuleID("A17", of: "R18", Phrase("装备不足", "裝備不足", "Equipment"))
}
