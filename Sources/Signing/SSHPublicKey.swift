import Crypto
import FoundationEssentials
import Records

/// An Ed25519 public key as OpenSSH writes it (RFC 8709), or one that a hardware token keeps
/// (`sk-ssh-ed25519@openssh.com`, PROTOCOL.u2f).
package struct SSHPublicKey: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case plain = "ssh-ed25519"
    case token = "sk-ssh-ed25519@openssh.com"
  }

  package let kind: Kind
  /// The key in the wire form, which also names it.
  package let blob: [UInt8]
  /// 32 bytes: where the key lies on the curve (RFC 8032, 5.1.2).
  let point: [UInt8]
  private let application: [UInt8]

  package init(_ key: Curve25519.Signing.PublicKey) {
    (kind, point, application) = (.plain, Array(key.rawRepresentation), [])
    blob = SSHWire.string(Kind.plain.rawValue) + SSHWire.string(point)
  }

  /// Nil for any other kind of key.
  package init?(blob: [UInt8]) {
    var reader = SSHWire.Reader(blob)
    guard let kind = reader.text().flatMap(Kind.init), let point = reader.string(),
      point.count == 32, !Ed25519Point.isWeak(point)
    else { return nil }
    var application: [UInt8] = []
    if kind == .token {
      guard let name = reader.string() else { return nil }
      application = name
    }
    guard reader.isAtEnd else { return nil }
    (self.kind, self.blob, self.point, self.application) = (kind, blob, point, application)
  }

  /// Reads `ssh-ed25519 AAAA…`, as in `.pub` files and `allowed_signers`.
  package init?(line: String) {
    let words = line.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    guard words.count >= 2, let blob = Data(base64Encoded: words[1]).map(Array.init) else {
      return nil
    }
    self.init(blob: blob)
    guard words[0] == kind.rawValue else { return nil }
  }

  package var line: String { "\(kind.rawValue) \(Data(blob).base64EncodedString())" }

  /// What `ssh-keygen -l` calls the key: `SHA256:` and 43 characters of base64.
  package var fingerprint: String {
    "SHA256:" + Base64.unpadded(Array(SHA256.hash(data: blob)))
  }

  /// Whether somebody means this key by a fingerprint, typed with or without `SHA256:`.
  package func isCalled(_ fingerprint: String) -> Bool {
    self.fingerprint == fingerprint || self.fingerprint == "SHA256:" + fingerprint
  }

  /// Whether a signature in the wire form is this key's over `message`.
  func holds(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    var reader = SSHWire.Reader(signature)
    guard reader.text() == kind.rawValue, let raw = reader.string(), raw.count == 64,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: point)
    else { return false }
    switch kind {
    case .plain: return reader.isAtEnd && key.isValidSignature(raw, for: message)
    case .token:
      // PROTOCOL.u2f: what a token signs is two hashes with its flags and counter between them.
      // Without the first flag nobody was there: whoever reached the machine could have signed.
      guard let state = reader.take(5), reader.isAtEnd, state[0] & 1 == 1 else { return false }
      let signed = Array(SHA256.hash(data: application)) + state + Array(SHA256.hash(data: message))
      return key.isValidSignature(raw, for: signed)
    }
  }
}
