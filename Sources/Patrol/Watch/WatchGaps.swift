import Records
import Wording

/// A23: a watch post without its caretaker, or with fewer people than it should have (R15, R16).
enum WatchGaps: RegisterRule {
  static let finds: [RuleID] = [.watchGap]
  static let reads: [RegisterKind] = [.watch]

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    snapshot.table(.watch).records.compactMap { record in
      guard let post = try? WatchPost.schema.parse(record),
        post.until.map({ snapshot.today < $0 }) ?? true
      else { return nil }
      if post.kind.needsCaretaker, post.actual == 0 || post.caretakers.isEmpty {
        return finding(
          post,
          Phrase(
            "\(post.name)（\(post.kind.label[.hans])）未落实看护人员",
            "\(post.name)（\(post.kind.label[.hant])）未落實看護人員",
            "\(post.name) (\(post.kind.label[.en])): no caretaker"))
      }
      guard post.actual < post.required else { return nil }
      return finding(
        post,
        Phrase(
          "\(post.name) 应配 \(post.required) 人，实配 \(post.actual) 人",
          "\(post.name) 應配 \(post.required) 人，實配 \(post.actual) 人",
          "\(post.name): \(post.actual) of \(post.required) required"))
    }
  }

  private static func finding(_ post: WatchPost, _ text: Phrase) -> Finding {
    Finding(.watchGap, about: post.unit, place: .record(.watch, post.code), text)
  }
}

extension RuleID {
  package static let watchGap = RuleID(
    "A23", of: "R15", Phrase("守望缺人", "守望缺人", "Watch post"), .toComplete, act: .actComplete,
    Phrase(
      "守望点没有看护人员，或少于应配人数。配齐后补填。", "守望點沒有看護人員，或少於應配人數。配齊後補填。",
      "A watch post has no caretaker, or fewer than it should. Find somebody, then fill in."))
}
