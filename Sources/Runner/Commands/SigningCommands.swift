import Books
import Patrol
import Records
import Wording

/// Signatures, see `attest`, and keys.
extension Office {
  mutating func carryOut(_ command: SigningCommand) throws -> Reply {
    switch command {
    case .attest(let act, let signer, let secret): try attest(act, by: signer, secret)
    case .newKey(let person, let source, let replaces):
      try newKey(of: person, source, replaces: replaces)
    case .changeSecret(let person, let old, let new):
      try changeSecret(of: person, from: old, to: new)
    case .revokeKey(let person): try revokeKey(of: person)
    }
  }

  private mutating func newKey(of code: String, _ source: KeySource, replaces: Bool) throws
    -> Reply
  {
    defer { if case .sealed(let secret) = source { secret.wipe() } }
    let (keys, known) = (keys, try currentSnapshot().codeAndPhone(of: code))
    return try changeKey(of: code, saying: { .keyIssued($0, replaces: replaces) }) {
      try keys.issue($0, source, replaces: replaces, by: $1, known: known)
    }
  }

  private mutating func changeSecret(of code: String, from old: Secret, to new: Secret) throws
    -> Reply
  {
    defer {
      old.wipe()
      new.wipe()
    }
    let (keys, known) = (keys, try currentSnapshot().codeAndPhone(of: code))
    return try changeKey(of: code, saying: Phrase.secretChanged) { person, _ in
      try keys.changeSecret(person, from: old, to: new, known: known)
    }
  }

  private mutating func revokeKey(of code: String) throws -> Reply {
    let keys = keys
    return try changeKey(of: code, saying: Phrase.keyRevoked) { try keys.revoke($0, by: $1) }
  }

  private mutating func changeKey(
    of code: String, saying said: (String) -> Phrase,
    _ change: (_ person: Named, _ keeper: String) throws -> Void
  ) throws -> Reply {
    let snapshot = try currentSnapshot()
    guard let person = snapshot.person(code) else {
      throw RegisterRefusal.notThere(code: code)
    }
    var trouble: Notice?
    do { try change(person, snapshot.station.unit) } catch let error as FileStep.Unfinished {
      trouble = error.notice
    }
    forgetSnapshot()
    return told(.done(Done(said(person.name))), trouble: trouble)
  }
}

extension Phrase {
  fileprivate static func keyIssued(_ name: String, replaces: Bool) -> Phrase {
    replaces
      ? Phrase("\(name) 已换用新密钥。", "\(name) 已換用新密鑰。", "\(name) has a new key.")
      : Phrase("\(name) 的签字密钥已发。", "\(name) 的簽字密鑰已發。", "A key was issued to \(name).")
  }
  fileprivate static func secretChanged(_ name: String) -> Phrase {
    Phrase("\(name) 的签字口令已改。", "\(name) 的簽字口令已改。", "The PIN of \(name) was changed.")
  }
  fileprivate static func keyRevoked(_ name: String) -> Phrase {
    Phrase("\(name) 的签字密钥已吊销。", "\(name) 的簽字密鑰已吊銷。", "The key of \(name) was revoked.")
  }
}
