import Records
import Wording

/// Why a signature does not hold.
package enum SignatureFault: Hashable, Sendable {
  /// No signature can be read, or the page's own bytes were changed.
  case unreadable
  /// What the judge says of it.
  case rule(JudgeRule)
  /// The page that is signed is not there, or is another.
  case otherPage
  /// The same person, or the same key, on both sides (R22).
  case bothSides
  /// The book of keys could not be read: nothing is known of the signature.
  case keysNotRead

  package static let all: [SignatureFault] =
    [.unreadable, .otherPage, .bothSides, .keysNotRead]
    + [.seal, .key, .keysPage, .entitled, .reach].map { .rule($0) }

  /// A few words for the page.
  package var text: Phrase {
    switch self {
    case .unreadable: Phrase("签字读不懂", "簽字讀不懂", "the signature can't be read")
    case .rule(let rule): rule.reason
    case .otherPage: Phrase("所签的页不符", "所簽的頁不符", "the page signed is another")
    case .keysNotRead:
      Phrase("密钥簿未读入，无法核对", "密鑰簿未讀入，無法核對", "the book of keys was not read")
    case .bothSides: Phrase("双方是同一人", "雙方是同一人", "the same person on both sides")
    }
  }
}
