import Records

/// Where an entry stands, by the pages that count.
package enum EntryState: String, Hashable, Sendable, CaseIterable {
  case void
  /// Everybody has signed.
  case both
  /// Everybody has signed, somebody of them on paper only.
  case paper
  case waitsInspector = "waits-inspector"
  case waitsInspected = "waits-inspected"
  case waitsOutgoing = "waits-outgoing"
  case waitsIncoming = "waits-incoming"
  /// Refused; its witness has not confirmed it, or nobody has reviewed it.
  case waitsWitness = "waits-witness"
  case waitsReview = "waits-review"
  /// Refused, and that was upheld.
  case refused
  /// It was signed before it was corrected.
  case waitsAgain = "waits-again"
  /// Nobody has to sign it, and nobody has.
  case none

  /// Whether it is somebody's turn.
  package var isWaiting: Bool { rawValue.hasPrefix("waits-") }

  static func waits(for side: SignatureRole) -> EntryState {
    switch side {
    case .inspector: .waitsInspector
    case .inspected: .waitsInspected
    case .outgoing: .waitsOutgoing
    case .incoming: .waitsIncoming
    case .recorder, .closer, .reviewer, .witness: .none
    }
  }

  /// That of an entry about which nothing was written.
  package static func untouched(_ kind: PageKind) -> EntryState {
    kind.layout.signers.first.map { waits(for: $0.role) } ?? .none
  }
}
