import Records
import Wording

/// What somebody is appointed to, and by that may sign (R22).
package enum SigningPost: String, Choice {
  case leader, deputy, inspector, officer, office, supervision
  package static let table = "signingpost"

  package var label: Phrase {
    switch self {
    case .leader: Phrase("队长", "隊長", "Leader")
    case .deputy: Phrase("副队长", "副隊長", "Deputy leader")
    case .inspector: Phrase("检查员", "檢查員", "Inspector")
    case .officer: Phrase("民警", "民警", "Officer")
    case .office: Phrase("巡防办", "巡防辦", "Patrol office")
    case .supervision: Phrase("督导", "督導", "Supervision")
    }
  }

  /// Posts that need two hands where two officers are in force (R23).
  package var needsTwo: Bool { [.officer, .office, .supervision].contains(self) }
}

/// Somebody's post at a unit, as a line of the book of keys and posts: `leader QS-01 QS-01-001 高有福`.
package struct Posting: Hashable, Sendable {
  package let post: SigningPost
  package let unit: String
  package let person: Named

  package init(_ post: SigningPost, at unit: String, _ person: Named) {
    (self.post, self.unit, self.person) = (post, unit, person)
  }

  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let post = SigningPost(rawValue: String(parts[0])),
      FieldText.isKey(String(parts[1])), let person = Named(String(parts[2])),
      person.text == parts[2]
    else { return nil }
    self.init(post, at: String(parts[1]), person)
  }

  package var text: String { "\(post.rawValue) \(unit) \(person.text)" }
}

extension FieldType where Value == [Posting] {
  /// A line a post.
  package static let postings = FieldType(
    entry: .prose, expected: Phrase("每行一职", "每行一職", "a post a line"), shape: .posts,
    parse: { text in
      if text.isEmpty { return [] }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let posts = lines.compactMap { Posting($0) }
      return posts.count == lines.count ? posts : nil
    },
    print: { $0.map(\.text).joined(separator: "\n") })
}
