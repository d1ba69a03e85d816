import Records
import Wording

/// Records that can't be read as what they are, so that every other rule passes them over.
enum RecordsNotRead: RegisterRule {
  static let finds: [RuleID] = [.notRead]

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    snapshot.unreadRecords.map { Finding($0.notice) }
  }
}

extension RuleID {
  package static let notRead = RuleID("B7", of: "B7", Phrase("未读入", "未讀入", "Not read"))
}
