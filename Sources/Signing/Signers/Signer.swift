extension AllowedSigners {
  /// One key of one person.
  package struct Signer: Hashable, Sendable {
    package let person: String
    package let publicKey: SSHPublicKey
    /// What it may sign here; what else a line allows is others' business.
    package let namespaces: [SignatureNamespace]
    /// Seconds since 1970 from which on, and up to which, its signatures count.
    package let from: Int?
    package let until: Int?
    /// The person's name, for people who read the file.
    package let comment: String

    /// - Parameter until: at least a second behind `from`: ssh-keygen passes over a line whose key ends
    ///   when it begins.
    package init(
      _ person: String, _ publicKey: SSHPublicKey,
      namespaces: [SignatureNamespace] = SignatureNamespace.all(isDemo: false), from: Int?,
      until: Int? = nil, comment: String
    ) {
      (self.person, self.publicKey, self.namespaces) = (person, publicKey, namespaces)
      (self.from, self.comment) = (from, comment)
      self.until = until.map { max($0, (from ?? .min) + 1) }
    }

    /// Both ends count.
    package func holds(at instant: Int) -> Bool { span.contains(instant) }

    /// When its signatures count.
    var span: ClosedRange<Int> { (from ?? .min)...(until ?? .max) }

    /// The same key for one person, perhaps ended.
    func `as`(_ person: String, until: Int? = nil) -> Signer {
      Signer(
        person, publicKey, namespaces: namespaces, from: from, until: until ?? self.until,
        comment: comment)
    }

    /// Those whom a line of the list names: none for an authority, another kind of key, a time that
    /// never comes, or a namespace that is nobody's here.
    static func of(_ line: SignerLine) -> [Signer] {
      let options = line.options
      let namespaces = SignatureNamespace.allCases.filter(options.allows)
      guard let key = line.publicKey, !options.isAuthority, !options.isNever, !namespaces.isEmpty
      else { return [] }
      return line.principals.named.map {
        Signer(
          $0, key, namespaces: namespaces, from: options.from, until: options.until,
          comment: line.comment)
      }
    }

    /// As a line of the list.
    var line: String {
      let names = namespaces.map(\.rawValue).joined(separator: ",")
      var options = "namespaces=\"\(names)\""
      if let from { options += ",valid-after=\"\(SignerTime.stamp(from))\"" }
      if let until { options += ",valid-before=\"\(SignerTime.stamp(until))\"" }
      return "\(person) \(options) \(publicKey.line) \(comment)"
    }
  }
}

extension SignerOptions {
  func allows(_ namespace: SignatureNamespace) -> Bool {
    namespaces.map { $0.matches(namespace.rawValue) } ?? true
  }
}

extension PatternList {
  /// Whom it names: people by their codes, and patterns as they are written.
  var named: [String] {
    patterns.filter { pattern in
      guard !pattern.isNegated else { return false }
      return pattern.hasWildcard ? !isTakenAway(pattern) : matches(pattern.bytes)
    }.map(\.text)
  }
}
