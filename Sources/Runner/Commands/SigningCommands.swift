import Books
import Patrol
import Records
import Wording

/// Signatures, see `attest`, and keys.
extension Office {
  mutating func carryOut(_ command: SigningCommand) throws -> Reply {
    switch command {
    case .attest(let act, let signer, let secret, let seen):
      try attest(act, by: signer, secret, seen)
    case .keys(let act, let officer, let other): try keep(act, by: officer, with: other)
    case .changeSecret(let person, let old, let new):
      try changeSecret(of: person, from: old, to: new)
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
  fileprivate static func secretChanged(_ name: String) -> Phrase {
    Phrase("\(name) 的签字口令已改。", "\(name) 的簽字口令已改。", "The PIN of \(name) was changed.")
  }
}
