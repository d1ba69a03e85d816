import Crypto
import Foundation
import TestSupport
import Testing

@testable import Signing

@Suite("A key on a hardware token counts when somebody has touched it")
struct TokenTests {
  private let secret = Curve25519.Signing.PrivateKey()
  private let message = Array("Number: 1\n".utf8)
  private static let kind = SSHPublicKey.Kind.token.rawValue

  private func key(for application: String = "ssh:") throws -> SSHPublicKey {
    try #require(
      SSHPublicKey(
        blob: SSHWire.string(Self.kind)
          + SSHWire.string(Array(secret.publicKey.rawRepresentation))
          + SSHWire.string(application)))
  }

  /// What the token in a reader would do (PROTOCOL.u2f): it signs the hashes of its application and of
  /// the bytes, with its flags and its counter between them.
  private func signature(flags: UInt8, said: UInt8? = nil, counter: UInt8 = 9) throws
    -> SSHSignature
  {
    try SSHSignature(of: message, namespace: .book, by: try key()) { bytes in
      let state = [flags, 0, 0, 0, counter]
      let signed =
        Array(SHA256.hash(data: Array("ssh:".utf8))) + state + Array(SHA256.hash(data: bytes))
      return SSHWire.string(Self.kind)
        + SSHWire.string(Array(try secret.signature(for: signed)))
        + [said ?? flags] + state.dropFirst()
    }
  }

  /// Whether ssh-keygen says Good to a signature of this key.
  private func isGood(_ signature: SSHSignature) throws -> Bool {
    let scratch = try Scratch()
    try scratch.write("QS-001 \(try key().line)\n", to: "allowed")
    try scratch.write(signature.armoured, to: "sig")
    return try Tool("ssh-keygen").run(
      [
        "-Y", "verify", "-f", scratch.path + "/allowed", "-I", "QS-001", "-n", "xunfang-book",
        "-s", scratch.path + "/sig",
      ],
      input: String(decoding: message, as: UTF8.self)
    ).status == 0
  }

  @Test("Touched, with its PIN asked for or not: it holds here and for ssh-keygen")
  func touched() throws {
    #expect(SSHPublicKey(line: try key().line) == (try key()))
    for flags: UInt8 in [0x01, 0x05] {
      let signature = try signature(flags: flags)
      #expect(signature.holds(for: message, namespace: .book))
      #expect(!signature.holds(for: message + [10], namespace: .book))
      #expect(!signature.holds(for: message, namespace: .key))
      #expect(SSHSignature(armoured: signature.armoured) == signature)
      #expect(try isGood(signature))
    }
  }

  @Test("Not touched, it does not hold here, although ssh-keygen would take it")
  func untouched() throws {
    for flags: UInt8 in [0x00, 0x04, 0xFE] {
      let signature = try signature(flags: flags)
      #expect(!signature.holds(for: message, namespace: .book), "\(flags)")
      #expect(try isGood(signature), "so that the flag alone is what we refuse")
    }
  }

  @Test("Nobody can say afterwards that it was touched")
  func claimed() throws {
    let signature = try signature(flags: 0, said: 1)
    #expect(!signature.holds(for: message, namespace: .book))
    #expect(try !isGood(signature))
  }
}
