import Crypto
import Foundation
import TestSupport
import Testing

@testable import Signing

@Suite("A list of signers says to us what it says to ssh-keygen, whatever legal form it has")
struct SignerFormsTests {
  /// Lines as somebody may write them: KEY is the signer's, OTHER another one of the same kind, RSA and
  /// TOKEN are of other kinds.
  private static let lists = [
    // The plain form, and what parts its words.
    "A-1 KEY", "A-1 KEY 周建林", "A-1\tKEY", "  \tA-1  \t KEY  x", "A-1 KEY\r", "A-1 KEY\r\n\r\n",
    "# A-1 KEY", "  # A-1 KEY", "\n\nA-1 KEY\n\n", "#x\nA-1 KEY", "A-1 KEY # x", "A-1", "A-1 ",
    "KEY", "A-1 OTHER", "A-1 OTHER\nA-1 KEY", "A-2 KEY", "A-1 KEY\nA-2 KEY", "a-1 KEY",
    // Principals: lists, patterns, quotation marks.
    "A-1,A-2 KEY", "A-2,A-1 KEY", "A-2, A-1 KEY", ",A-1 KEY", "A-2,,A-1 KEY", "A-1, KEY",
    "* KEY", "A-* KEY", "A-? KEY", "A-?? KEY", "?-1 KEY", "*1 KEY", "**1 KEY", "A*-*1 KEY",
    "*,!A-1 KEY", "!A-1,* KEY", "!A-2,* KEY", "A-1,!A-* KEY", "!A-1 KEY", "!*,A-1 KEY", "!!A-1 KEY",
    "\"A-1\" KEY", "\"A-1\"KEY", "\"A-1,A-2\" KEY", "\"A 1,A-1\" KEY", "A\"-1\" KEY", "\"A-1 KEY",
    "\"A-1\"\t\tKEY", "\"\" KEY", "A-1\" \" KEY",
    // Options: namespaces.
    "A-1 namespaces=\"xunfang-book\" KEY", "A-1 namespaces=\"xunfang-*\" KEY",
    "A-1 namespaces=\"git,xunfang-book\" KEY", "A-1 namespaces=\"git\" KEY",
    "A-1 namespaces=\"*,!xunfang-book\" KEY", "A-1 namespaces=\"!xunfang-demo*,xunfang-*\" KEY",
    "A-1 namespaces=\"xunfang-????\" KEY", "A-1 namespaces=\"\" KEY", "A-1 namespaces=\"*\" KEY",
    "A-1 NameSpaces=\"xunfang-book\" KEY", "A-1 namespaces=xunfang-book KEY",
    "A-1 namespaces=\"xunfang-book KEY", "A-1 namespaces=\"a\\\"b,xunfang-book\" KEY",
    "A-1 namespaces=\"xunfang-book\\\"\" KEY",
    "A-1 namespaces=\"git xunfang-book,xunfang-book\" KEY",
    "A-1 namespaces=\"git\" KEY\nA-1 KEY", "A-1 namespaces=\"Xunfang-Book\" KEY",
    "A-1 namespaces=\"git\",namespaces=\"xunfang-book\" KEY",
    "A-1 namespaces = \"xunfang-book\" KEY",
    // Options: time.
    "A-1 valid-after=\"20260901\" KEY", "A-1 valid-after=\"20260901Z\" KEY",
    "A-1 valid-after=\"20261001\" KEY", "A-1 valid-before=\"20260901\" KEY",
    "A-1 valid-before=\"20261001\" KEY", "A-1 valid-after=\"20260922123015Z\" KEY",
    "A-1 valid-after=\"20260922123016Z\" KEY", "A-1 valid-before=\"20260922123015Z\" KEY",
    "A-1 valid-before=\"20260922123014Z\" KEY", "A-1 valid-before=\"202609221230UTC\" KEY",
    "A-1 valid-before=\"202609221231utc\" KEY", "A-1 valid-before=\"202609221231z\" KEY",
    "A-1 valid-after=\"20260230Z\" KEY", "A-1 valid-after=\"2026 9 1Z\" KEY",
    "A-1 valid-after=\"20261301Z\" KEY", "A-1 valid-after=\"20260832Z\" KEY",
    "A-1 valid-after=\"20260901246000Z\" KEY", "A-1 valid-after=\"20260901235961Z\" KEY",
    "A-1 valid-after=\"19700101Z\" KEY", "A-1 valid-after=\"00010101Z\" KEY",
    "A-1 valid-after=\"2026-09-01\" KEY", "A-1 valid-after=\"\" KEY",
    "A-1 valid-after=20260901 KEY",
    "A-1 valid-after=\"20260901Z\",valid-before=\"20261001Z\" KEY",
    "A-1 valid-after=\"20260901Z\",valid-before=\"20260901Z\" KEY",
    "A-1 valid-after=\"20261001Z\",valid-before=\"20260901Z\" KEY",
    "A-1 VALID-AFTER=\"20260901Z\",Valid-Before=\"20261001Z\",namespaces=\"xunfang-*\" KEY",
    "A-1 valid-after=\"20260901Z\",valid-after=\"20260902Z\" KEY",
    // Options: others, commas, blanks between them.
    "A-1 cert-authority KEY", "A-1 CERT-AUTHORITY,namespaces=\"xunfang-book\" KEY",
    "A-1 cert-authority KEY\nA-1 KEY", "A-1 verify-required KEY", "A-1 nonsense KEY", "A-1 , KEY",
    "A-1 ,namespaces=\"xunfang-book\" KEY", "A-1 namespaces=\"xunfang-book\", KEY",
    "A-1 namespaces=\"xunfang-book\",,cert-authority KEY",
    "A-1 namespaces=\"xunfang-book\" valid-before=\"20200101\" KEY",
    "A-1 namespaces=\"xunfang-book\" \t KEY", "A-1 namespaces=\"xunfang-book\"KEY",
    // Keys, and lines that are none.
    "A-1 RSA", "A-1 RSA\nA-1 KEY", "A-1 TOKEN\nA-1 KEY", "A-1 ssh-ed25519", "A-1 ssh-ed25519 AAAA",
    "A-1 ssh-rsa BLOB", "A-1 SSH-ED25519 BLOB", "A-1 ssh-ed25519 BLOB= x", "A-1 ssh-ed25519\tBLOB",
    "nonsense\nA-1 KEY", "A-1 nonsense\nA-1 KEY", "\u{FEFF}# x\nA-1 KEY", "A-1 KEY\n\"A-2",
  ]

  private static let instant = 1_790_080_215  // 2026-09-22T12:30:15Z

  @Test("Everybody is answered alike: one person, another one, another namespace, another time")
  func alike() throws {
    #expect(Self.lists.count >= 60)
    let bench = try Bench()
    for list in Self.lists {
      for person in ["A-1", "A-2"] {
        try bench.compare(list, person, .book, at: Self.instant)
      }
      try bench.compare(list, "A-1", .demoBook, at: Self.instant)
    }
    let dated = Self.lists.filter { $0.contains("valid-") || $0.contains("VALID-") }
    for list in dated {
      for instant in [Self.instant - 86400 * 60, Self.instant - 1, Self.instant + 86400 * 60] {
        try bench.compare(list, "A-1", .book, at: instant)
      }
    }
  }

  @Test("The first line that has the key names the same people")
  func principals() throws {
    let bench = try Bench()
    for list in Self.lists { try bench.comparePrincipals(list, at: Self.instant) }
  }

  /// Keys of one test, and ssh-keygen beside our own reading.
  private struct Bench {
    let scratch: Scratch
    let tool: Tool
    let key: SSHPublicKey
    private let words: [(String, String)]

    init() throws {
      (scratch, tool) = (try Scratch(), try Tool("ssh-keygen"))
      let secret = Curve25519.Signing.PrivateKey()
      key = SSHPublicKey(secret.publicKey)
      let other = SSHPublicKey(Curve25519.Signing.PrivateKey().publicKey)
      let rsa = try tool.run(["-q", "-t", "rsa", "-N", "", "-C", "", "-f", scratch.path + "/rsa"])
      try #require(rsa.status == 0)
      let token =
        SSHWire.string(SSHPublicKey.Kind.token.rawValue) + SSHWire.string(key.blob.suffix(32))
        + SSHWire.string("ssh:")
      words = [
        ("RSA", try scratch.text("rsa.pub").trimmingCharacters(in: .whitespacesAndNewlines)),
        ("TOKEN", try #require(SSHPublicKey(blob: token)).line), ("OTHER", other.line),
        ("KEY", key.line), ("BLOB", Data(key.blob).base64EncodedString()),
      ]
      for namespace in [SignatureNamespace.book, .demoBook] {
        let signature = try SSHSignature(of: [0x78], namespace: namespace, by: secret)
        try scratch.write(signature.armoured, to: namespace.rawValue)
      }
    }

    private func filled(_ list: String) throws -> String {
      var text = list
      for (name, word) in words { text = text.replacing(name, with: word) }
      try scratch.write(text, to: "allowed")
      return text
    }

    private func run(
      _ verb: String, _ namespace: SignatureNamespace, _ instant: Int, _ more: [String]
    )
      throws -> Tool.Result
    {
      let options = [
        "-Y", verb, "-f", scratch.path + "/allowed", "-s", "\(scratch.path)/\(namespace.rawValue)",
        "-O", "verify-time=\(AllowedSigners.stamp(instant))",
      ]
      return try tool.run(options + more, input: "x")
    }

    func compare(
      _ list: String, _ person: String, _ namespace: SignatureNamespace, at instant: Int
    ) throws {
      let ours = AllowedSigners(try filled(list)).allows(person, key, in: namespace, at: instant)
      let said = try run("verify", namespace, instant, ["-I", person, "-n", namespace.rawValue])
      #expect(
        ours == (said.status == 0), "\(list) · \(person) \(namespace) \(instant): \(said.err)")
    }

    func comparePrincipals(_ list: String, at instant: Int) throws {
      let line = AllowedSigners(try filled(list)).read.map(\.line).first { line in
        !line.options.isAuthority && line.publicKey == key && !line.options.isNever
          && (line.options.from ?? .min) <= instant && instant <= (line.options.until ?? .max)
      }
      let ours = (line?.principals.patterns ?? []).map { ($0.isNegated ? "!" : "") + $0.text }
      let said = try run("find-principals", .book, instant, []).out
      // What stands behind an empty name is not said.
      #expect(
        Array(ours.prefix { !$0.isEmpty }) == said.split(separator: "\n").map(String.init),
        "\(list)")
    }
  }
}
