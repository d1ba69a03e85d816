import Crypto
import FoundationEssentials

/// Why an age file does not open.
package enum AgeError: Error, Hashable {
  /// It is for none of the keys that were tried, or for nobody.
  case notOpened
  /// It is no age file, or bytes of it were changed.
  case changed
}

/// One recipient's part of an age file's head.
struct AgeStanza: Hashable {
  let kind: String
  let arguments: [String]
  let body: [UInt8]

  /// Its last line is not full, so that it is seen to be the last; it may be empty.
  var text: String {
    let digits = Base64.unpadded(body)
    let lines = Base64.lines(digits, of: AgeHead.columns)
    let end = digits.utf8.count % AgeHead.columns == 0 ? [""] : []
    let head = "-> " + ([kind] + arguments).joined(separator: " ")
    return ([head] + lines + end).map { $0 + "\n" }.joined()
  }
}

/// A file that only named keys open, in the format of age (age-encryption.org/v1), armoured: whoever holds a
/// key opens it with `age -d -i KEY` as well.
///
/// ```
/// -----BEGIN AGE ENCRYPTED FILE-----
/// base64 of: age-encryption.org/v1, a stanza a recipient, --- and the head's MAC, 16 bytes of nonce,
/// the text in chunks of 64 KiB, each under ChaCha20-Poly1305
/// -----END AGE ENCRYPTED FILE-----
/// ```
package struct AgeFile: Sendable {
  private static let version = "age-encryption.org/v1\n"
  private let stanzas: [AgeStanza]
  /// The head as its MAC is over it, up to `---`.
  private let head: [UInt8]
  private let mac: [UInt8]
  private let payload: [UInt8]

  /// Seals a text for some keys.
  ///
  /// - Throws: `AgeError.notOpened` without any key.
  package static func seal(_ text: [UInt8], for recipients: [AgeRecipient]) throws -> String {
    guard !recipients.isEmpty else { throw AgeError.notOpened }
    let fileKey = [UInt8].random(16)
    let stanzas = try recipients.map { try $0.wrap(fileKey).text }
    let head = Array((version + stanzas.joined() + "---").utf8)
    let mac = Base64.unpadded(Array(authentication(of: head, fileKey)))
    let nonce = [UInt8].random(16)
    let payload = try AgeStream(fileKey, nonce).seal(text)
    return AgeArmour.text(head + Array(" \(mac)\n".utf8) + nonce + payload)
  }

  /// - Throws: `AgeError.changed` for what is no such file.
  package init(armoured text: some Sequence<UInt8>) throws {
    guard let bytes = AgeArmour.bytes(Array(text)) else { throw AgeError.changed }
    var reader = AgeHead(bytes)
    guard let (stanzas, head, mac) = reader.read(version: Self.version) else {
      throw AgeError.changed
    }
    (self.stanzas, self.head, self.mac) = (stanzas, head, mac)
    payload = reader.rest
  }

  /// Whether the file says that a key opens it.
  package func isFor(_ recipient: AgeRecipient) -> Bool {
    stanzas.contains { $0.kind == AgeRecipient.kind && $0.arguments.first == recipient.tag }
  }

  /// The text.
  ///
  /// - Throws: `AgeError.notOpened` where it is for other keys; `.changed` where it was tampered with.
  package func open(by key: Curve25519.Signing.PrivateKey) throws -> [UInt8] {
    guard let recipient = AgeRecipient(SSHPublicKey(key.publicKey)) else {
      throw AgeError.notOpened
    }
    for stanza in stanzas {
      guard let fileKey = try recipient.unwrap(stanza, by: key) else { continue }
      guard
        HMAC<SHA256>.isValidAuthenticationCode(
          mac, authenticating: head, using: Self.headKey(fileKey)), payload.count >= 16
      else { throw AgeError.changed }
      return try AgeStream(fileKey, Array(payload.prefix(16))).open(Array(payload.dropFirst(16)))
    }
    throw AgeError.notOpened
  }

  private static func authentication(of head: [UInt8], _ fileKey: [UInt8]) -> HMAC<SHA256>.MAC {
    HMAC<SHA256>.authenticationCode(for: head, using: headKey(fileKey))
  }

  private static func headKey(_ fileKey: [UInt8]) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: fileKey), salt: [UInt8](), info: Array("header".utf8),
      outputByteCount: 32)
  }
}
