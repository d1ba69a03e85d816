import Crypto
import Foundation
import TestSupport
import Testing

@testable import Signing

@Suite("A file sealed for some keys opens with each of them, by age as by us, and with no other")
struct AgeFileTests {
  /// A key pair of OpenSSH in files, and what it is.
  private struct Pair {
    let path: String
    let key: Curve25519.Signing.PrivateKey
    let recipient: AgeRecipient

    init(_ name: String, in scratch: Scratch) throws {
      path = scratch.path + "/" + name
      _ = try Tool("ssh-keygen").run(["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", path])
      // openssh-key-v1 keeps the 64 bytes of seed and public key as one string.
      let lines = try scratch.text(name).split(separator: "\n").dropFirst().dropLast()
      let bytes = Array(try #require(Data(base64Encoded: lines.joined())))
      let start = try #require(
        (0..<bytes.count - 68).last { Array(bytes[$0..<$0 + 4]) == [0, 0, 0, 64] })
      key = try .init(rawRepresentation: bytes[start + 4..<start + 36])
      let line = try scratch.text(name + ".pub")
      recipient = try #require(SSHPublicKey(line: line).flatMap(AgeRecipient.init))
      try #require(SSHPublicKey(key.publicKey) == recipient.key)
    }
  }

  /// Nothing, a word, a whole chunk, and either side of one.
  private static let lengths = [0, 1, 500, 65_535, 65_536, 65_537, 200_000]

  private static func text(_ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) }
  }

  @Test("What we seal age opens, with either of two keys", arguments: lengths)
  func ours(_ length: Int) throws {
    let scratch = try Scratch()
    let pairs = [try Pair("a", in: scratch), try Pair("b", in: scratch)]
    let sealed = try AgeFile.seal(Self.text(length), for: pairs.map(\.recipient))
    try scratch.write(sealed, to: "sealed.age")
    for pair in pairs {
      let opened = scratch.path + "/opened"
      let result = try Tool("age").run(
        ["-d", "-i", pair.path, "-o", opened, scratch.path + "/sealed.age"])
      #expect(result.status == 0, "\(result.err)")
      // Of nothing age makes no file.
      let bytes = length == 0 ? [] : try Array(Data(contentsOf: URL(fileURLWithPath: opened)))
      #expect(bytes == Self.text(length))
      #expect(try AgeFile(armoured: sealed.utf8).open(by: pair.key) == Self.text(length))
    }
  }

  @Test("What age seals we open, where it is for other kinds of keys as well", arguments: lengths)
  func theirs(_ length: Int) throws {
    let scratch = try Scratch()
    let pair = try Pair("a", in: scratch)
    let plain = scratch.path + "/plain"
    try Data(Self.text(length)).write(to: URL(fileURLWithPath: plain))
    let other = try Tool("age-keygen").run(["-o", scratch.path + "/other"])
    let name = try #require(other.err.firstMatch(of: /age1[a-z0-9]+/)).output
    let result = try Tool("age").run([
      "-a", "-r", String(name), "-R", pair.path + ".pub", "-o", scratch.path + "/sealed.age", plain,
    ])
    #expect(result.status == 0, "\(result.err)")
    let file = try AgeFile(armoured: scratch.text("sealed.age").utf8)
    #expect(file.isFor(pair.recipient))
    #expect(try file.open(by: pair.key) == Self.text(length))
  }

  @Test("Another's key opens nothing, and is said not to")
  func another() throws {
    let (own, other) = (Curve25519.Signing.PrivateKey(), Curve25519.Signing.PrivateKey())
    let recipient = try #require(AgeRecipient(SSHPublicKey(own.publicKey)))
    let stranger = try #require(AgeRecipient(SSHPublicKey(other.publicKey)))
    let file = try AgeFile(armoured: AgeFile.seal(Array("x".utf8), for: [recipient]).utf8)
    #expect(throws: AgeError.notOpened) { try file.open(by: other) }
    #expect(!file.isFor(stranger))
    #expect(throws: AgeError.notOpened) { try AgeFile.seal([], for: []) }
  }

  @Test("Any bit that is changed, and any byte left out, is found")
  func changed() throws {
    let key = Curve25519.Signing.PrivateKey()
    let recipient = try #require(AgeRecipient(SSHPublicKey(key.publicKey)))
    let text = Array("某人".utf8)
    let sealed = Array(try AgeFile.seal(text, for: [recipient]).utf8)
    func opens(_ bytes: [UInt8]) -> Bool {
      (try? AgeFile(armoured: bytes).open(by: key)) == text
    }
    #expect(opens(sealed))
    for index in sealed.indices {
      var bytes = sealed
      bytes[index] ^= 1
      #expect(!opens(bytes), "bit of byte \(index)")
      bytes.remove(at: index)
      #expect(!opens(bytes), "without byte \(index)")
    }
    for count in 0..<sealed.count { #expect(!opens(Array(sealed.prefix(count))), "\(count)") }
    #expect(!opens(sealed + [10]))
  }

  @Test("A number modulo 2^255 − 19 times its inverse is one, at both ends of the range too")
  func numbers() throws {
    let small = [UInt8](repeating: 0, count: 31)
    for bytes in [
      [1] + small, [2] + small, [19] + small, [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
      Self.text(32),
    ] {
      let number = try #require(CurveNumber(bytes: bytes))
      #expect(number * number.inverse == .one)
      #expect(number + -number + .one == .one)
    }
    // The modulus itself is nought.
    let modulus = [0xED] + [UInt8](repeating: 0xFF, count: 30) + [0x7F]
    #expect(try #require(CurveNumber(bytes: modulus)).bytes == [0] + small)
    #expect(CurveNumber(bytes: [1]) == nil)
  }
}
