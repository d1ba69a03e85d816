import Records
import Wording

/// A18: numbered equipment still with somebody who has left; something lost without a word of how.
enum EquipmentOut: RegisterRule {
  static let finds: [RuleID] = [.equipmentOut]

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    snapshot.equipment.compactMap { equipment in
      if equipment.state == .lost, equipment.remark.isEmpty, snapshot.today - equipment.issued >= 1
      {
        return lost(equipment)
      }
      guard equipment.isOut, let person = equipment.person,
        let member = snapshot.member(person.code), let until = member.until, until <= snapshot.today
      else { return nil }
      return held(equipment, person, until)
    }
  }

  private static func lost(_ equipment: Equipment) -> Finding {
    let item = equipment.item.label
    return Finding(
      .equipmentOut, about: equipment.team, since: equipment.issued,
      place: .record(.equipment, equipment.code), act: .actComplete,
      Phrase(
        "\(item[.hans]) \(equipment.serial) 遗失，未写明经过",
        "\(item[.hant]) \(equipment.serial) 遺失，未寫明經過",
        "\(item[.en]) \(equipment.serial) was lost; how is not written down"))
  }

  private static func held(_ equipment: Equipment, _ person: Named, _ until: Day) -> Finding {
    let item = equipment.item.label
    return Finding(
      .equipmentOut, about: equipment.team, since: until,
      place: .ending(.equipment, equipment.code),
      Phrase(
        "\(person.name) 已离队，\(item[.hans]) \(equipment.serial) 未归还",
        "\(person.name) 已離隊，\(item[.hant]) \(equipment.serial) 未歸還",
        "\(person.name) has left and still holds \(item[.en]) \(equipment.serial)"))
  }
}

extension RuleID {
  package static let equipmentOut = RuleID(
    "A18", of: "R18", Phrase("装备未还", "裝備未還", "Equipment out"),
    act: Phrase("记归还", "記歸還", "Returned"),
    Phrase(
      "有编号的装备在离队人员手里，或遗失未写经过。收回登记归还；遗失的写明经过。", "有編號的裝備在離隊人員手裡，或遺失未寫經過。收回登記歸還；遺失的寫明經過。",
      "A numbered piece is with somebody who left, or was lost without a word. Get it back, or write down how it was lost."
    ))
}
