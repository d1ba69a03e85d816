import Records
import Wording

/// Why a signature does not hold.
package enum SignatureFault: Hashable, Sendable {
  /// No signature can be read, or the page's own bytes were changed.
  case unreadable
  /// Not the signature of these bytes.
  case otherBytes
  /// The key is nobody's, or somebody else's.
  case foreignKey
  /// The person had no right to the key at that time.
  case notThen
  /// The page that is signed is not there, or is another.
  case otherPage
  /// The same person, or the same key, on both sides (R22).
  case bothSides
  /// The list of keys could not be read: nothing is known of the signature.
  case keysNotRead

  package static let all: [SignatureFault] = [
    .unreadable, .otherBytes, .foreignKey, .notThen, .otherPage, .bothSides,
    .keysNotRead,
  ]

  /// A few words for the page.
  package var text: Phrase {
    switch self {
    case .unreadable: Phrase("签字读不懂", "簽字讀不懂", "the signature can't be read")
    case .otherBytes: Phrase("签字与内容不符", "簽字與內容不符", "signature of other contents")
    case .foreignKey: Phrase("不是本人的密钥", "不是本人的密鑰", "not this person's key")
    case .notThen: Phrase("密钥当时无效", "密鑰當時無效", "the key did not hold then")
    case .otherPage: Phrase("所签的页不符", "所簽的頁不符", "the page signed is another")
    case .keysNotRead:
      Phrase("公钥名单未读入，无法核对", "公鑰名單未讀入，無法核對", "the list of keys was not read")
    case .bothSides: Phrase("双方是同一人", "雙方是同一人", "the same person on both sides")
    }
  }
}

/// A signature that does not hold, with its place: what `verify` says.
package struct SignatureFinding: UserFacingError, Hashable {
  package let file: String
  package let line: Int
  package let page: Int
  package let signer: String
  package let fault: SignatureFault

  package init(file: String, line: Int, page: Int, signer: String, _ fault: SignatureFault) {
    (self.file, self.line, self.page) = (file, line, page)
    (self.signer, self.fault) = (signer, fault)
  }

  package var notice: Notice {
    Notice(
      Phrase {
        let place = "\(file):\(line)"
        return switch $0 {
        case .hans: "\(place) 第\(page)页 \(signer) 的签字不算数：\(fault.text[.hans])。"
        case .hant: "\(place) 第\(page)頁 \(signer) 的簽字不算數：\(fault.text[.hant])。"
        case .en:
          "\(place): the signature of \(signer) on page \(page) does not hold: \(fault.text[.en])."
        }
      },
      safe: Phrase("所签的页另有指纹，不受影响。", "所簽的頁另有指紋，不受影響。", "The page signed has its own digest."),
      next: Phrase(
        "请查 keys/allowed_signers 和备份，必要时重新签字。", "請查 keys/allowed_signers 和備份，必要時重新簽字。",
        "Look at keys/allowed_signers and a backup; have it signed again if need be."))
  }

  package static let examples = SignatureFault.all.map {
    SignatureFinding(
      file: "books/2026/QS.inspection.rec", line: 93, page: 7, signer: "QS-001 周建林", $0)
  }
}
