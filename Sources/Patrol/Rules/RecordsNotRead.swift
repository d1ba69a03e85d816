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
  package static let notRead = RuleID(
    "B7", of: "B7", Phrase("未读入", "未讀入", "Not read"), act: Phrase("看说明", "看說明", "What to do"),
    leave: .never(
      Phrase(
        "未读入的要先修好，否则数不全。", "未讀入的要先修好，否則數不全。",
        "What was not read has to be mended: nothing else can be counted on.")),
    Phrase(
      "这里有内容没有读入，看似没有的可能只是没读到。先按说明修好。", "這裡有內容沒有讀入，看似沒有的可能只是沒讀到。先按說明修好。",
      "Something was not read, so what looks absent may be there. Mend it first."))
}
