import Crypto
import Foundation

/// A detached Ed25519 signature in OpenSSH's own form (PROTOCOL.sshsig), which
/// `ssh-keygen -Y verify` takes.
///
/// ```
/// blob    "SSHSIG" · 1 · public key · namespace · "" · "sha512" · signature
/// signed  "SSHSIG" · namespace · "" · "sha512" · SHA-512 of the message
/// ```
package struct SSHSignature: Hashable, Sendable {
  /// The signer's Ed25519 public key, 32 bytes.
  package let publicKey: [UInt8]
  /// What the signature is for; one of another namespace never holds.
  package let namespace: String
  private let signature: [UInt8]

  private static let magic = Array("SSHSIG".utf8)
  private static let keyType = "ssh-ed25519"
  private static let hash = "sha512"
  private static let begin = "-----BEGIN SSH SIGNATURE-----"
  private static let end = "-----END SSH SIGNATURE-----"

  /// Signs `message`.
  ///
  /// - Throws: what swift-crypto throws when the key can't sign.
  package init(
    of message: [UInt8], namespace: String, by key: Curve25519.Signing.PrivateKey
  ) throws {
    self.namespace = namespace
    publicKey = Array(key.publicKey.rawRepresentation)
    signature = Array(try key.signature(for: Self.signedBytes(message, namespace)))
  }

  /// Reads an armoured signature; nil for any other text, key type or hash.
  package init?(armoured text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    guard lines.first == Self.begin, lines.last == Self.end,
      let blob = Data(base64Encoded: lines.dropFirst().dropLast().joined()).map(Array.init)
    else { return nil }
    var reader = SSHWire.Reader(blob)
    guard reader.take(Self.magic.count) == Self.magic, reader.number() == 1,
      let key = reader.string().flatMap({ Self.unwrap($0, 32) }), let namespace = reader.text(),
      reader.string() != nil, reader.text() == Self.hash,
      let signature = reader.string().flatMap({ Self.unwrap($0, 64) }), reader.isAtEnd
    else { return nil }
    (publicKey, self.namespace, self.signature) = (key, namespace, signature)
  }

  /// Whether the signature is the key's own over exactly these bytes, for this namespace.
  package func holds(for message: [UInt8], namespace: String) -> Bool {
    guard namespace == self.namespace,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
    else { return false }
    return key.isValidSignature(signature, for: Self.signedBytes(message, namespace))
  }

  /// The text between its two marks, base64 in lines of 70, as OpenSSH writes it.
  package var armoured: String {
    let blob =
      Self.magic + SSHWire.number(1) + SSHWire.string(Self.wrap(publicKey))
      + SSHWire.string(namespace) + SSHWire.string("") + SSHWire.string(Self.hash)
      + SSHWire.string(Self.wrap(signature))
    var base64 = Substring(Data(blob).base64EncodedString())
    var lines = [Self.begin]
    while !base64.isEmpty {
      lines.append(String(base64.prefix(70)))
      base64 = base64.dropFirst(70)
    }
    return (lines + [Self.end]).joined(separator: "\n") + "\n"
  }

  /// The signer's line as it stands in `allowed_signers`, without the name before it.
  package var publicKeyLine: String {
    "\(Self.keyType) \(Data(Self.wrap(publicKey)).base64EncodedString())"
  }

  private static func signedBytes(_ message: [UInt8], _ namespace: String) -> [UInt8] {
    magic + SSHWire.string(namespace) + SSHWire.string("") + SSHWire.string(hash)
      + SSHWire.string(Array(SHA512.hash(data: message)))
  }

  private static func wrap(_ bytes: [UInt8]) -> [UInt8] {
    SSHWire.string(keyType) + SSHWire.string(bytes)
  }

  private static func unwrap(_ bytes: [UInt8], _ count: Int) -> [UInt8]? {
    var reader = SSHWire.Reader(bytes)
    guard reader.text() == keyType, let inner = reader.string(), inner.count == count,
      reader.isAtEnd
    else { return nil }
    return inner
  }
}
