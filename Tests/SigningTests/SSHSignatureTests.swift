import Crypto
import Foundation
import Signing
import TestSupport
import Testing

@Suite("A signature is OpenSSH's own: ssh-keygen believes ours and we believe its")
struct SSHSignatureTests {
  private let message = Array("Number: 41\nKind: signature\nSigner: LH-003 𮯰某\n".utf8)

  @Test("ssh-keygen -Y verify says Good to ours, and not for another text")
  func ours() throws {
    let scratch = try Scratch()
    let signature = try SSHSignature(of: message, namespace: .book, by: .init())
    try scratch.write("LH-003 \(signature.publicKey.line)\n", to: "allowed")
    try scratch.write(signature.armoured, to: "sig")
    func verify(_ bytes: [UInt8]) throws -> Tool.Result {
      try Tool("ssh-keygen").run(
        [
          "-Y", "verify", "-f", scratch.path + "/allowed", "-I", "LH-003", "-n", "xunfang-book",
          "-s", scratch.path + "/sig",
        ],
        input: String(decoding: bytes, as: UTF8.self))
    }
    let good = try verify(message)
    #expect(good.status == 0 && good.out.contains("Good"), "\(good.err)")
    #expect(try verify(message + [0x0A]).status != 0)
  }

  @Test("One made by ssh-keygen holds for its text, its namespace and nothing else")
  func theirs() throws {
    let scratch = try Scratch()
    let tool = try Tool("ssh-keygen")
    #expect(
      try tool.run(["-q", "-t", "ed25519", "-N", "", "-f", scratch.path + "/key"]).status == 0)
    try scratch.write(message, to: "page")
    #expect(
      try tool.run([
        "-Y", "sign", "-f", scratch.path + "/key", "-n", "xunfang-book", scratch.path + "/page",
      ]).status == 0)
    let signature = try #require(SSHSignature(armoured: try scratch.text("page.sig")))
    #expect(try scratch.text("key.pub").hasPrefix(signature.publicKey.line))
    #expect(signature.holds(for: message, namespace: .book))
    #expect(!signature.holds(for: message, namespace: .demoBook))
    #expect(!signature.holds(for: message.dropLast(), namespace: .book))
    #expect(SSHSignature(armoured: signature.armoured) == signature)
    #expect(try scratch.text("page.sig") == signature.armoured)
  }

  @Test("A signature holds in its own namespace alone, and a demo's are not those in service")
  func namespaces() throws {
    for made in SignatureNamespace.allCases {
      let signature = try SSHSignature(of: message, namespace: made, by: .init())
      for asked in SignatureNamespace.allCases {
        #expect(signature.holds(for: message, namespace: asked) == (made == asked))
      }
    }
    #expect(
      SignatureNamespace.all(isDemo: true).map(\.rawValue) == [
        "xunfang-demo", "xunfang-demo-key", "xunfang-demo-heads",
      ])
  }

  @Test("A key is called as ssh-keygen -l calls it")
  func fingerprint() throws {
    let key = SSHPublicKey(Curve25519.Signing.PrivateKey().publicKey)
    let said = try Tool("ssh-keygen").run(["-l", "-f", "-"], input: key.line + "\n").out
    #expect(said.contains(" \(key.fingerprint) "), "\(said)")
    #expect(key.fingerprint.hasPrefix("SHA256:"))
    #expect(key.isCalled(key.fingerprint) && key.isCalled(String(key.fingerprint.dropFirst(7))))
    #expect(!key.isCalled("SHA256:"))
  }

  @Test("Whatever else stands there is no signature, and no text can crash the reader")
  func others() throws {
    let text = try SSHSignature(of: message, namespace: .book, by: .init()).armoured
    for at in stride(from: 0, to: text.count, by: 7) {
      #expect(SSHSignature(armoured: String(text.prefix(at))) == nil)
      var bytes = Array(text.utf8)
      bytes[at] = bytes[at] == 0x41 ? 0x42 : 0x41
      let changed = SSHSignature(armoured: String(decoding: bytes, as: UTF8.self))
      #expect(changed?.holds(for: message, namespace: .book) != true)
    }
  }
}

extension SSHSignature {
  fileprivate func holds(for message: ArraySlice<UInt8>, namespace: SignatureNamespace) -> Bool {
    holds(for: Array(message), namespace: namespace)
  }
}
