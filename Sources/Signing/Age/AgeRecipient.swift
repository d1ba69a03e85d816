import Crypto
import FoundationEssentials

/// Who can open an age file: the holder of an Ed25519 key of OpenSSH, by the recipient type `ssh-ed25519`
/// of age (filippo.io/age, package agessh).
///
/// The Ed25519 key is turned into the X25519 key of the same secret; a share made for this file alone and
/// that key give the secret under which the file's own key is wrapped.
package struct AgeRecipient: Hashable, Sendable {
  static let kind = "ssh-ed25519"
  private static let label = Array("age-encryption.org/v1/ssh-ed25519".utf8)

  package let key: SSHPublicKey

  /// Nil for a key that a hardware token keeps: it signs and opens nothing.
  package init?(_ key: SSHPublicKey) {
    guard key.kind == .plain else { return nil }
    self.key = key
  }

  /// By what a stanza says that it is for this key: four bytes of its digest.
  package var tag: String { Base64.unpadded(Array(SHA256.hash(data: key.blob).prefix(4))) }

  /// The X25519 public key: u = (1 + y) / (1 − y) (RFC 7748, 4.1).
  private var montgomery: [UInt8]? {
    guard let y = CurveNumber(bytes: key.point) else { return nil }
    return ((.one + y) * (.one + -y).inverse).bytes
  }

  /// Wraps a file's key for this recipient.
  func wrap(_ fileKey: [UInt8]) throws -> AgeStanza {
    guard let own = montgomery else { throw AgeError.notOpened }
    let ephemeral = Curve25519.KeyAgreement.PrivateKey()
    let share = Array(ephemeral.publicKey.rawRepresentation)
    let secret = try shared(ephemeral, with: own)
    let body = try ChaChaPoly.seal(
      fileKey, using: Self.wrapping(secret, share, own), nonce: Self.nonce())
    return AgeStanza(
      kind: Self.kind, arguments: [tag, Base64.unpadded(share)],
      body: Array(body.ciphertext + body.tag))
  }

  /// The file's key, where the stanza is for this recipient and `signing` is its private key.
  ///
  /// - Throws: where it is for it, and was changed.
  func unwrap(
    _ stanza: AgeStanza, by signing: Curve25519.Signing.PrivateKey
  ) throws -> [UInt8]? {
    guard stanza.kind == Self.kind, stanza.arguments.count == 2, stanza.arguments[0] == tag else {
      return nil
    }
    guard let share = Base64.bytes(unpadded: stanza.arguments[1]), share.count == 32,
      stanza.body.count == 32, let own = montgomery
    else { throw AgeError.changed }
    // RFC 8032, 5.1.5: the first half of the seed's digest is the secret number.
    let scalar = Array(SHA512.hash(data: signing.rawRepresentation).prefix(32))
    let secret: [UInt8]
    do { secret = try shared(.init(rawRepresentation: scalar), with: share) } catch {
      throw AgeError.changed
    }
    let box = try ChaChaPoly.SealedBox(
      nonce: Self.nonce(), ciphertext: stanza.body.prefix(16), tag: stanza.body.suffix(16))
    guard let key = try? ChaChaPoly.open(box, using: Self.wrapping(secret, share, own)) else {
      throw AgeError.changed
    }
    return Array(key)
  }

  /// What both sides know, tied to this very OpenSSH key by a factor of it.
  private func shared(
    _ own: Curve25519.KeyAgreement.PrivateKey, with other: [UInt8]
  ) throws -> [UInt8] {
    let factor = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: [UInt8]()), salt: key.blob, info: Self.label,
      outputByteCount: 32)
    let first = try own.sharedSecretFromKeyAgreement(with: .init(rawRepresentation: other))
    let tweak = try factor.withUnsafeBytes {
      try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: Array($0))
    }
    let both = try tweak.sharedSecretFromKeyAgreement(
      with: .init(rawRepresentation: first.withUnsafeBytes { Array($0) }))
    return both.withUnsafeBytes { Array($0) }
  }

  private static func wrapping(
    _ secret: [UInt8], _ share: [UInt8], _ own: [UInt8]
  ) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: secret), salt: share + own, info: label,
      outputByteCount: 32)
  }

  /// All noughts: each wrapping key is used once.
  private static func nonce() throws -> ChaChaPoly.Nonce {
    try ChaChaPoly.Nonce(data: [UInt8](repeating: 0, count: 12))
  }
}
