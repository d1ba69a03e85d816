import Records
import Wording

/// A26: personal data of people who have left, or past its keeping time (R28).
enum PastKeeping: RegisterRule {
  static let finds: [RuleID] = [.pastKeeping]

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    let due = Erasing(snapshot).due
    guard let first = due.first else { return [] }
    let count = due.count
    return [
      Finding(
        .pastKeeping, about: first.code, place: .erase,
        Phrase(
          "\(count) 人的个人信息到期应清除", "\(count) 人的個人信息到期應清除",
          "personal data of \(count) people is due to be erased"))
    ]
  }
}

extension RuleID {
  package static let pastKeeping = RuleID(
    "A26", of: "R28", Phrase("到期清除", "到期清除", "Erase"), act: Phrase("清除", "清除", "Erase"),
    Phrase(
      "离队人员的个人信息保管期已满，应当清除。清除后不能恢复。", "離隊人員的個人信息保管期已滿，應當清除。清除後不能恢復。",
      "The keeping time of people who left is over: their personal data is to be erased, for good.")
  )
}
