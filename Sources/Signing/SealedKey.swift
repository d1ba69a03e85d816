import Crypto
import CryptoExtras
import FoundationEssentials

/// A person's private key under a PIN or passphrase: scrypt makes a key of it, and that seals the
/// private key by ChaCha20-Poly1305 together with whose it is.
///
/// How long a PIN holds against somebody who copied the file stands in docs/security.md.
package struct SealedKey: Hashable, Sendable {
  /// How hard each try is: scrypt with N = 2^exponent, r = 8, p = 1.
  package struct Cost: Hashable, Sendable {
    package let exponent: Int
    package init?(exponent: Int) {
      guard exponent == Self.least.exponent || Self.real.contains(exponent) else { return nil }
      self.exponent = exponent
    }
    private init(known exponent: Int) { self.exponent = exponent }

    /// 128 MB and a third of a second.
    package static let usual = Cost(known: 17)
    /// For made-up people and tests only.
    package static let least = Cost(known: 10)
    /// 0.3 to 3 seconds and 128 MB to 1 GB a try.
    private static let real = 17...20

    /// Whether keys of a directory may be sealed so: where people are made up, tests and who learns
    /// need not wait.
    ///
    /// - Parameter isDemo: whether it is a demo or training directory.
    package func isAllowed(isDemo: Bool) -> Bool { isDemo || Self.real.contains(exponent) }
  }

  package let person: String
  package let publicKey: SSHPublicKey
  package let cost: Cost
  package let salt: [UInt8]
  /// Nonce, sealed key and tag.
  package let box: [UInt8]

  package init(
    person: String, publicKey: SSHPublicKey, cost: Cost, salt: [UInt8], box: [UInt8]
  ) {
    (self.person, self.publicKey, self.cost) = (person, publicKey, cost)
    (self.salt, self.box) = (salt, box)
  }

  /// Seals `key` for a person.
  ///
  /// - Parameter secret: the bytes of PIN or passphrase, which are not copied.
  package init(
    _ key: Curve25519.Signing.PrivateKey, of person: String, under secret: UnsafeRawBufferPointer,
    cost: Cost = .usual
  ) throws {
    let salt = [UInt8].random(16)
    try self.init(key, of: person, under: Seal(secret, salt: salt, cost: cost))
  }

  /// The same with a seal that was made before: many keys of made-up people under one PIN.
  package init(_ key: Curve25519.Signing.PrivateKey, of person: String, under seal: Seal) throws {
    let publicKey = SSHPublicKey(key.publicKey)
    let sealed = try ChaChaPoly.seal(
      key.rawRepresentation, using: seal.key, authenticating: Self.owner(person, publicKey))
    self.init(
      person: person, publicKey: publicKey, cost: seal.cost, salt: seal.salt,
      box: Array(sealed.combined))
  }

  /// The private key, or nil for a wrong secret and for a file that was changed.
  package func open(_ secret: UnsafeRawBufferPointer) -> Curve25519.Signing.PrivateKey? {
    guard let seal = try? Seal(secret, salt: salt, cost: cost),
      let sealed = try? ChaChaPoly.SealedBox(combined: box),
      var raw = try? ChaChaPoly.open(
        sealed, using: seal.key, authenticating: Self.owner(person, publicKey))
    else { return nil }
    defer { raw.resetBytes(in: 0..<raw.count) }
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: raw),
      SSHPublicKey(key.publicKey) == publicKey
    else { return nil }
    return key
  }

  /// What the secret becomes by scrypt.
  package struct Seal: Sendable {
    let key: SymmetricKey
    let salt: [UInt8]
    let cost: Cost

    package init(_ secret: UnsafeRawBufferPointer, salt: [UInt8], cost: Cost) throws {
      (self.salt, self.cost) = (salt, cost)
      key = try KDF.Scrypt.deriveKey(
        from: secret, salt: salt, outputByteCount: 32, rounds: 1 << cost.exponent, blockSize: 8,
        parallelism: 1)
    }
  }

  /// A sealed key can't be passed off as another person's.
  private static func owner(_ person: String, _ key: SSHPublicKey) -> [UInt8] {
    Array("xunfang key\n\(person)\n\(key.line)\n".utf8)
  }
}
