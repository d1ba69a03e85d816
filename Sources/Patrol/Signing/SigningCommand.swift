import Records

/// Signatures and the keys that they are made with.
package enum SigningCommand: Hashable, Sendable {
  /// Something signed by somebody; no secret where an ssh-agent keeps the key.
  ///
  /// - Parameter seen: the wordings that stood before the signer's eyes, of a close those of all pages of
  ///   its day: nobody signs another. Nil where nobody can have read them, as on the command line.
  case attest(Attesting, by: String, Secret?, seen: [PageID: PageReference]?)
  /// A page of the book of keys and posts.
  case keys(KeysAct, by: HandAtKeyboard, with: HandAtKeyboard?)
  case changeSecret(of: String, from: Secret, to: Secret)

  var needs: Need { .lock }
}

/// Somebody who signs at the keyboard: by code, and what opens their key; nil where an ssh-agent keeps it.
package struct HandAtKeyboard: Hashable, Sendable {
  package let code: String
  package let secret: Secret?
  package init(_ code: String, _ secret: Secret?) { (self.code, self.secret) = (code, secret) }
}

/// What a page of the book of keys and posts does.
package enum KeysAct: Hashable, Sendable {
  /// The first officer begins the book with a key of their own.
  case begin(KeySource)
  case enrol(String, KeySource)
  /// A new key in the place of the old, which the owner or a second officer signs for.
  case replace(String, KeySource, reason: String)
  case revoke(String, reason: String, sameAs: String?)
  case appoint([Posting])
  case dismiss([Posting], reason: String)
  case deputy(team: String, person: String, Day)

  /// Whether a key or a post holds no longer once it is done.
  package var endsSomething: Bool {
    switch self {
    case .replace, .revoke, .dismiss: true
    case .begin, .enrol, .appoint, .deputy: false
    }
  }

  /// The new key that it brings.
  package var source: KeySource? {
    switch self {
    case .begin(let source), .enrol(_, let source), .replace(_, let source, _): source
    case .revoke, .appoint, .dismiss, .deputy: nil
    }
  }
}

extension Command {
  package static func attest(
    _ act: Attesting, by signer: String, _ secret: Secret?, seen: [PageID: PageReference]? = nil
  ) -> Command {
    .signing(.attest(act, by: signer, secret, seen: seen))
  }
  package static func keys(
    _ act: KeysAct, by officer: HandAtKeyboard, with other: HandAtKeyboard? = nil
  ) -> Command {
    .signing(.keys(act, by: officer, with: other))
  }
  package static func changeSecret(
    of person: String, from old: Secret, to new: Secret
  ) -> Command {
    .signing(.changeSecret(of: person, from: old, to: new))
  }
}

/// What somebody signs (R22).
package enum Attesting: Hashable, Sendable {
  /// One side's signature on each page, in one go.
  case sign([Item])
  /// The inspected side does not sign: why, in their own words, and who saw it.
  case refuse(PageID, refused: Named, reason: String, statement: String, witness: Named)
  /// Who saw a refusal of an inspection confirms it.
  case witness(PageID)
  /// The station looks at a refusal; `verdict` is a code of the table `verdict`.
  case review(PageID, verdict: String, reason: String)
  /// Everything of a day up to now is complete (当日封簿).
  case close(Day)
  /// A page that somebody has signed is corrected or struck out.
  case correct(PageID, changes: [String: String], reason: String)
  case void(PageID, reason: String)

  /// The entries that it is about; a close is about all of its day.
  package var pages: [PageID] {
    switch self {
    case .sign(let items): items.map(\.page)
    case .refuse(let page, _, _, _, _), .witness(let page), .review(let page, _, _),
      .correct(let page, _, _), .void(let page, _):
      [page]
    case .close: []
    }
  }

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
