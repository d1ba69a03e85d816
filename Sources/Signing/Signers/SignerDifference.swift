/// How a list of signers differs from what it should be.
package enum SignerDifference: Hashable, Sendable {
  /// A line gives somebody more than they should have: another key, or their own in another
  /// namespace or for another time.
  ///
  /// `line` counts from 1; `person` is a pattern where the line names people by one.
  case more(line: Int, text: String, person: String)
  /// Somebody's key does not hold as it should: in every namespace, all the time.
  case missing(AllowedSigners.Signer)
}

extension AllowedSigners {
  /// Compares the list with what it should give.
  ///
  /// Order, quotation marks, comments, several lines instead of one and lines for other programs'
  /// namespaces are no difference. Certification authorities and keys of other kinds are: ssh-keygen
  /// would take what they sign.
  ///
  /// - Parameters:
  ///   - expected: every key there ever was, with its namespaces and its time.
  ///   - isDemo: which namespaces the directory signs in; those of the other kind count nowhere in it.
  /// - Returns: first the lines in their order, then what is missing in the order of `expected`.
  package func differences(to expected: [Signer], isDemo: Bool = false) -> [SignerDifference] {
    let namespaces = SignatureNamespace.all(isDemo: isDemo)
    let due = Dictionary(grouping: expected, by: \.publicKey)
    let lines = read.filter { !$0.line.options.isNever }
    let more = lines.flatMap { number, text, line in
      line.principals.named.filter { name in
        namespaces.contains { namespace in
          line.options.allows(namespace) && !line.isDue(name, namespace, due)
        }
      }.map { SignerDifference.more(line: number, text: text, person: $0) }
    }
    let given = Dictionary(grouping: lines.map(\.line).filter(\.isOurs), by: \.publicKey)
    let missing = expected.filter { signer in
      !(given[signer.publicKey] ?? []).give(signer, of: namespaces)
    }
    return more + missing.map { .missing($0) }
  }
}

extension AllowedSigners {
  /// Lines by which people may sign for other programs too, each with whom it names first.
  ///
  /// They accuse no page; a list that is derived has none of them.
  package var forOthers: [(line: Int, person: String)] {
    read.filter { _, _, line in
      guard !line.options.isNever else { return false }
      let patterns = line.options.namespaces?.patterns.filter { !$0.isNegated } ?? []
      return patterns.isEmpty || patterns.contains { !$0.text.hasPrefix("xunfang-") }
    }.map { ($0.number, $0.line.principals.named.first ?? "") }
  }
}

extension SignerLine {
  fileprivate var isOurs: Bool { publicKey != nil && !options.isAuthority }

  fileprivate var span: ClosedRange<Int> { (options.from ?? .min)...(options.until ?? .max) }

  /// Whether somebody should have what the line gives them.
  fileprivate func isDue(
    _ person: String, _ namespace: SignatureNamespace,
    _ due: [SSHPublicKey: [AllowedSigners.Signer]]
  ) -> Bool {
    guard isOurs, let publicKey else { return false }
    let spans = (due[publicKey] ?? []).filter {
      $0.person == person && $0.namespaces.contains(namespace)
    }.map(\.span)
    return span.isCovered(by: spans)
  }
}

extension [SignerLine] {
  /// Whether lines of one key together give a person all that they should have.
  fileprivate func give(_ signer: AllowedSigners.Signer, of namespaces: [SignatureNamespace])
    -> Bool
  {
    let lines = filter { $0.principals.matches(signer.person) }
    return signer.namespaces.filter(namespaces.contains).allSatisfy { namespace in
      signer.span.isCovered(by: lines.filter { $0.options.allows(namespace) }.map(\.span))
    }
  }
}

extension ClosedRange<Int> {
  /// Whether every second of it lies in one of the others.
  fileprivate func isCovered(by spans: [ClosedRange<Int>]) -> Bool {
    var next = lowerBound
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard span.lowerBound <= next else { return false }
      if span.upperBound >= upperBound { return true }
      next = Swift.max(next, span.upperBound + 1)
    }
    return false
  }
}
