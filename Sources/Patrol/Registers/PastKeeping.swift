import Records
import Wording

/// A26: personal data of people who have left, or past its keeping time, and annexes whose time is over (R28).
enum PastKeeping: RegisterRule {
  static let finds: [RuleID] = [.pastKeeping]

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    let erasing = Erasing(snapshot)
    let (due, annexes) = (erasing.due.map(\.code), erasing.annexes)
    guard let first = (due + annexes).first else { return [] }
    let people = Phrase(
      "\(due.count) 人的个人信息到期应清除", "\(due.count) 人的個人信息到期應清除",
      "personal data of \(due.count) people is due to be erased")
    let sealed = Phrase(
      "\(annexes.count) 件密封附件到期应清除", "\(annexes.count) 件密封附件到期應清除",
      "\(annexes.count) sealed annexes are due to be erased")
    let said =
      annexes.isEmpty
      ? people : due.isEmpty ? sealed : people + Phrase("；", "；", "; ") + sealed
    return [Finding(.pastKeeping, about: first, place: .erase, said)]
  }
}

extension RuleID {
  package static let pastKeeping = RuleID(
    "A26", of: "R28", Phrase("到期清除", "到期清除", "Erase"), act: Phrase("清除", "清除", "Erase"),
    Phrase(
      "离队人员的个人信息、已办结情报的密封附件保管期已满，应当清除。清除后不能恢复。",
      "離隊人員的個人信息、已辦結情報的密封附件保管期已滿，應當清除。清除後不能恢復。",
      "The keeping time of people who left, or of sealed annexes, is over: they are to be erased, for good."
    )
  )
}
