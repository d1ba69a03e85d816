import Crypto
import FoundationEssentials

/// A detached Ed25519 signature in OpenSSH's own form (PROTOCOL.sshsig), which
/// `ssh-keygen -Y verify` takes.
///
/// ```
/// blob    "SSHSIG" · 1 · public key · namespace · "" · "sha512" · signature
/// signed  "SSHSIG" · namespace · "" · "sha512" · SHA-512 of the message
/// ```
package struct SSHSignature: Hashable, Sendable {
  package let publicKey: SSHPublicKey
  /// What the signature is for, as it says itself: any text, if others made it.
  package let namespace: String
  private let signature: [UInt8]

  private static let magic = Array("SSHSIG".utf8)
  private static let hash = "sha512"
  private static let begin = "-----BEGIN SSH SIGNATURE-----"
  private static let end = "-----END SSH SIGNATURE-----"

  /// Signs `message`.
  ///
  /// - Parameter sign: makes the signature, in the wire form, of the bytes it is given.
  package init(
    of message: [UInt8], namespace: SignatureNamespace, by publicKey: SSHPublicKey,
    _ sign: ([UInt8]) throws -> [UInt8]
  ) rethrows {
    (self.publicKey, self.namespace) = (publicKey, namespace.rawValue)
    signature = try sign(Self.signedBytes(message, self.namespace))
  }

  /// Signs `message` with a key that is at hand.
  ///
  /// - Throws: what swift-crypto throws when the key can't sign.
  package init(
    of message: [UInt8], namespace: SignatureNamespace, by key: Curve25519.Signing.PrivateKey
  ) throws {
    try self.init(of: message, namespace: namespace, by: SSHPublicKey(key.publicKey)) { bytes in
      SSHWire.string(SSHPublicKey.Kind.plain.rawValue)
        + SSHWire.string(Array(try key.signature(for: bytes)))
    }
  }

  /// Reads an armoured signature; nil for any other text, key type or hash.
  package init?(armoured text: String) {
    var text = text
    let blob = text.withUTF8 { bytes -> [UInt8]? in
      let lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      guard lines.count > 2, lines[0].elementsEqual(Self.begin.utf8),
        lines[lines.count - 1].elementsEqual(Self.end.utf8)
      else { return nil }
      return Base64.bytes(
        of: lines[1..<(lines.count - 1)].joined(), capacity: bytes.count)
    }
    guard let blob else { return nil }
    var reader = SSHWire.Reader(blob)
    guard reader.take(Self.magic.count) == Self.magic, reader.number() == 1,
      let key = reader.string().flatMap(SSHPublicKey.init(blob:)), let namespace = reader.text(),
      reader.string() == [], reader.text() == Self.hash, let signature = reader.string(),
      reader.isAtEnd
    else { return nil }
    (publicKey, self.namespace, self.signature) = (key, namespace, signature)
  }

  /// Whether the signature is the key's own over exactly these bytes, for this namespace; one of a
  /// hardware token, only if somebody touched it.
  package func holds(for message: [UInt8], namespace: SignatureNamespace) -> Bool {
    namespace.rawValue == self.namespace
      && publicKey.holds(signature, for: Self.signedBytes(message, self.namespace))
  }

  /// The text between its two marks, base64 in lines of 70, as OpenSSH writes it.
  package var armoured: String {
    let blob =
      Self.magic + SSHWire.number(1) + SSHWire.string(publicKey.blob)
      + SSHWire.string(namespace) + SSHWire.string("") + SSHWire.string(Self.hash)
      + SSHWire.string(signature)
    let lines = Base64.lines(Base64.padded(blob), of: 70)
    return ([Self.begin] + lines + [Self.end]).joined(separator: "\n") + "\n"
  }

  private static func signedBytes(_ message: [UInt8], _ namespace: String) -> [UInt8] {
    magic + SSHWire.string(namespace) + SSHWire.string("") + SSHWire.string(hash)
      + SSHWire.string(Array(SHA512.hash(data: message)))
  }
}
