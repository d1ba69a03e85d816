import Books
import Patrol
import Records
import Signing
import Wording

/// Signatures, see `attest`, and keys.
extension Office {
  mutating func carryOut(_ command: SigningCommand) throws -> Reply {
    switch command {
    case .attest(let act, let signer, let secret, let seen):
      try unsigned { try $0.attest(act, by: signer, secret, seen) }
    case .keys(let act, let officer, let other): try keep(act, by: officer, with: other)
    case .changeSecret(let person, let old, let new):
      try changeSecret(of: person, from: old, to: new)
    }
  }

  /// Where a signature can't be made, its page is on the disk all the same, and that is what is said.
  private mutating func unsigned(_ attest: (inout Office) throws -> Reply) throws -> Reply {
    do { return try attest(&self) } catch {
      switch error {
      case SigningRefusal.wouldNotCount: throw error
      case is SigningRefusal, is SigningError: break
      default: throw error
      }
      return Reply(
        .failed(
          Loading.notice(error).saying(safe: Phrase.unsigned), field: (error as? any Refusal)?.field
        ))
    }
  }

  private mutating func changeSecret(of code: String, from old: Secret, to new: Secret) throws
    -> Reply
  {
    defer {
      old.wipe()
      new.wipe()
    }
    guard let person = try currentSnapshot().person(code) else {
      throw RegisterRefusal.notThere(code: code)
    }
    try keys.changeSecret(
      person, from: old, to: new, known: try currentSnapshot().codeAndPhone(of: code))
    return told(.done(Done(.secretChanged(person.name))))
  }
}

extension Phrase {
  fileprivate static let unsigned = Phrase(
    "没有签字；记录已存，不受影响。", "沒有簽字；記錄已存，不受影響。", "Nothing was signed; the page stays as it is.")

  fileprivate static func secretChanged(_ name: String) -> Phrase {
    Phrase("\(name) 的签字口令已改。", "\(name) 的簽字口令已改。", "The PIN of \(name) was changed.")
  }
}
