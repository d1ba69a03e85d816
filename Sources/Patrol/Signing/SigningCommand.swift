import Records

/// Signatures and the keys that they are made with.
package enum SigningCommand: Hashable, Sendable {
  /// Something signed by somebody; no secret where an ssh-agent keeps the key.
  case attest(Attesting, by: String, Secret?)
  case newKey(of: String, KeySource, replaces: Bool)
  case changeSecret(of: String, from: Secret, to: Secret)
  case revokeKey(of: String)

  var needs: Need { .lock }
}

extension Command {
  package static func attest(_ act: Attesting, by signer: String, _ secret: Secret?) -> Command {
    .signing(.attest(act, by: signer, secret))
  }
  package static func newKey(
    of person: String, _ source: KeySource, replaces: Bool
  ) -> Command {
    .signing(.newKey(of: person, source, replaces: replaces))
  }
  package static func changeSecret(
    of person: String, from old: Secret, to new: Secret
  ) -> Command {
    .signing(.changeSecret(of: person, from: old, to: new))
  }
  package static func revokeKey(of person: String) -> Command { .signing(.revokeKey(of: person)) }
}

/// What somebody signs (R22).
package enum Attesting: Hashable, Sendable {
  /// One side's signature on each page, in one go.
  case sign([Item])
  /// The inspected side does not sign: why, in their own words, and who saw it.
  case refuse(PageID, refused: Named, reason: String, statement: String, witness: Named)
  /// The station looks at a refusal; `verdict` is a code of the table `verdict`.
  case review(PageID, verdict: String, reason: String)
  /// Everything of a day up to now is complete (当日封簿).
  case close(Day)

  package struct Item: Hashable, Sendable {
    package let page: PageID
    package let role: SignatureRole
    package init(_ page: PageID, _ role: SignatureRole) { (self.page, self.role) = (page, role) }
  }
}

/// Where a new key comes from.
package enum KeySource: Hashable, Sendable {
  /// Made now and sealed under this.
  case sealed(Secret)
  /// One that an ssh-agent keeps: that with this fingerprint, or the only one that is nobody's yet.
  case agent(fingerprint: String?)
}
