import Patrol
import Records
import Signing
import Synchronization

/// Whether the signature on a page holds: the key's own, over these bytes, by whom it says, at a
/// time at which the key was theirs.
final class SignatureCheck: Sendable {
  /// Nil where the list of keys was not read.
  private let signers: AllowedSigners?
  private let namespace: SignatureNamespace
  /// By the page's digest: a page is looked at again with every key press that reads its day.
  private let known = Mutex<[Digest: SignatureFault?]>([:])

  /// - Parameter namespace: in which the directory's books are signed.
  init(_ signers: AllowedSigners?, namespace: SignatureNamespace = .book) {
    (self.signers, self.namespace) = (signers, namespace)
  }

  func fault(_ page: Page) -> SignatureFault? {
    // A digest vouches for the page only if it is that of its bytes.
    guard page.isSound else { return .unreadable }
    if let known = known.withLock({ $0[page.digest] }) { return known }
    let fault = look(page)
    known.withLock { $0[page.digest] = .some(fault) }
    return fault
  }

  private func look(_ page: Page) -> SignatureFault? {
    look(page, page.signed.flatMap { SSHSignature(armoured: $0.signature) })
  }

  /// The same, without remembering, for a page that is known to be what its digest says.
  func look(_ page: Page, _ signature: SSHSignature?) -> SignatureFault? {
    guard let signature, let bytes = page.signed?.bytes,
      let person = page.record["Signer"].flatMap({ Named($0) })
    else { return .unreadable }
    guard signature.holds(for: bytes, namespace: namespace) else { return .otherBytes }
    guard let signers else { return .keysNotRead }
    let own = signers.signers(of: person.code).filter {
      $0.publicKey == signature.publicKey && $0.namespaces.contains(namespace)
    }
    guard !own.isEmpty else { return .foreignKey }
    let instant = page.recorded.stamp.instant
    return own.contains { $0.holds(at: instant) } ? nil : .notThen
  }
}
