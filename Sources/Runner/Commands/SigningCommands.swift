import Books
import Patrol
import Records
import Wording

/// Signatures, see `attest`, and keys.
extension Keeper {
  mutating func carryOut(_ command: SigningCommand) throws -> Report {
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
    -> Report
  {
    defer { if case .sealed(let secret) = source { secret.wipe() } }
    let keys = keys
    return try changeKey(of: code) { try keys.issue($0, source, replaces: replaces) }
  }

  private mutating func changeSecret(of code: String, from old: Secret, to new: Secret) throws
    -> Report
  {
    defer {
      old.wipe()
      new.wipe()
    }
    let keys = keys
    return try changeKey(of: code) { try keys.changeSecret($0, from: old, to: new) }
  }

  private mutating func revokeKey(of code: String) throws -> Report {
    let keys = keys
    return try changeKey(of: code) { try keys.revoke($0) }
  }

  private mutating func changeKey(of code: String, _ change: (Named) throws -> Void) throws
    -> Report
  {
    guard let person = try currentLibrary().person(code) else {
      throw RegisterRefusal.notThere(code: code)
    }
    var trouble: Notice?
    do { try change(person) } catch let error as FileStep.Unfinished { trouble = error.notice }
    forgetLibrary()
    return told(.keyChanged(person), trouble: trouble)
  }
}
