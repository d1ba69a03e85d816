import Crypto
import Foundation
import TestSupport
import Testing

@testable import Signing

@Suite("allowed_signers is OpenSSH's own file")
struct AllowedSignersTests {
  private let message = Array("Number: 41\nKind: signature\n".utf8)

  @Test("ssh-keygen takes our lines, with their dates, for our namespace alone")
  func ours() throws {
    let scratch = try Scratch()
    let key = Curve25519.Signing.PrivateKey()
    let from = 1_790_000_000
    var signers = AllowedSigners()
    signers.add(.init("QS-001", SSHPublicKey(key.publicKey), from: from, comment: "周建林"))
    signers.revoke("QS-001", at: from + 86400)
    try scratch.write(signers.text, to: "allowed")
    for namespace in [SignatureNamespace.book, .demoBook] {
      try scratch.write(
        try SSHSignature(of: message, namespace: namespace, by: key).armoured,
        to: namespace.rawValue + ".sig")
    }
    func status(_ instant: Int, _ person: String = "QS-001", _ name: String = "xunfang-book") throws
      -> Int32
    {
      try Tool("ssh-keygen").run(
        [
          "-Y", "verify", "-f", scratch.path + "/allowed", "-I", person, "-n", name, "-s",
          "\(scratch.path)/\(name).sig", "-O", "verify-time=\(AllowedSigners.stamp(instant))",
        ],
        input: String(decoding: message, as: UTF8.self)
      ).status
    }
    #expect(try status(from) == 0)
    #expect(try status(from + 86400) == 0, "up to the revocation, this second included")
    #expect(try status(from - 1) != 0)
    #expect(try status(from + 86401) != 0)
    #expect(try status(from, "QS-002") != 0)
    #expect(try status(from, "QS-001", "xunfang-demo") != 0)
    // We say the same as ssh-keygen of each moment.
    let signer = try #require(AllowedSigners(signers.text).signers.first)
    #expect(signer.person == "QS-001" && signer.comment == "周建林")
    for instant in [from - 1, from, from + 86400, from + 86401] {
      #expect(signer.holds(at: instant) == (try status(instant) == 0))
    }
  }

  @Test("What others wrote into the file stays as it is and is no signer of ours")
  func others() {
    let text = """
      # kept by hand
      QS-009 cert-authority ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHCXBJYlPPkrt2WYyP3SZoMx43lDBB5QALjE762EQlcx
      QS-008 valid-before="soon" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILHCXBJYlPPkrt2WYyP3SZoMx43lDBB5QALjE762EQlc
      QS-007 namespaces="git" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILHCXBJYlPPkrt2WYyP3SZoMx43lDBB5QALjE762EQlc
      nonsense

      """
    #expect(AllowedSigners(text).signers.isEmpty)
    #expect(AllowedSigners(text).text == text)
    let plain =
      "A-1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILHCXBJYlPPkrt2WYyP3SZoMx43lDBB5QALjE762EQlc x"
    #expect(AllowedSigners(plain).signers.map(\.person) == ["A-1"])
  }

  @Test("A key that ends in the second in which it began is no line that ssh-keygen passes over")
  func endedAtOnce() throws {
    let key = SSHPublicKey(Curve25519.Signing.PrivateKey().publicKey)
    var signers = AllowedSigners()
    signers.add(.init("A-1", key, from: 1000, comment: ""))
    signers.revoke("A-1", at: 1000)
    #expect(AllowedSigners(signers.text).signers.map(\.until) == [1001])
    #expect(signers.allows("A-1", key, in: .book, at: 1000))
    #expect(!signers.allows("A-1", key, in: .book, at: 1002))
  }

  @Test("A person whom a line names beside others is ended alone, in that line's own words")
  func revokedAmongOthers() throws {
    let key = SSHPublicKey(Curve25519.Signing.PrivateKey().publicKey)
    for names in ["A-1,A-2", "\"A-1,A-2\"", "A-*", "*"] {
      var signers = AllowedSigners("\(names) valid-after=\"19700101000140Z\" \(key.line) x\n")
      signers.revoke("A-1", at: 200)
      for (person, instant, isAllowed) in [
        ("A-1", 150, true), ("A-1", 200, true), ("A-1", 201, false), ("A-2", 201, true),
      ] {
        #expect(
          signers.allows(person, key, in: .book, at: instant) == isAllowed,
          "\(names) \(person) \(instant)")
      }
      #expect(signers.current("A-1", at: 300) == nil && signers.current("A-2", at: 300) != nil)
    }
  }

  @Test("A replaced key ends when the new one begins")
  func replaced() {
    let (old, new) = (Curve25519.Signing.PrivateKey(), Curve25519.Signing.PrivateKey())
    var signers = AllowedSigners()
    signers.add(.init("QS-001", SSHPublicKey(old.publicKey), from: 100, comment: ""))
    signers.revoke("QS-001", at: 200)
    signers.add(.init("QS-001", SSHPublicKey(new.publicKey), from: 200, comment: ""))
    signers.revoke("QS-002", at: 300)
    #expect(signers.current("QS-001", at: 150)?.publicKey == SSHPublicKey(old.publicKey))
    #expect(signers.current("QS-001", at: 200)?.publicKey == SSHPublicKey(new.publicKey))
    #expect(signers.signers(of: "QS-001").map(\.until) == [200, nil])
  }
}
