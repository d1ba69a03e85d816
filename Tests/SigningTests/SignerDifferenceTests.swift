import Crypto
import Testing

@testable import Signing

@Suite("A list of signers gives exactly what it should, or the line and the key are named")
struct SignerDifferenceTests {
  private let key = SSHPublicKey(Curve25519.Signing.PrivateKey().publicKey)
  private let other = SSHPublicKey(Curve25519.Signing.PrivateKey().publicKey)
  private let from = 1_790_000_000
  private let until = 1_800_000_000

  /// A-1 has one key without end, A-2 another for some time.
  private var expected: [AllowedSigners.Signer] {
    [
      .init("A-1", key, from: from, comment: "周建林"),
      .init("A-2", other, from: from, until: until, comment: "高有福"),
    ]
  }

  /// KEY, OTHER, FROM and UNTIL stand for those of `expected`.
  private func differences(_ text: String, isDemo: Bool = false) -> [String] {
    let words = [
      ("OTHER", other.line), ("KEY", key.line), ("FROM", AllowedSigners.stamp(from)),
      ("UNTIL", AllowedSigners.stamp(until)), ("LATER", AllowedSigners.stamp(until + 1)),
      ("EARLIER", AllowedSigners.stamp(from - 1)), ("BLOB", String(key.line.dropFirst(12))),
    ]
    let list = words.reduce(text) { $0.replacing($1.0, with: $1.1) }
    return AllowedSigners(list).differences(to: expected, isDemo: isDemo).map { difference in
      switch difference {
      case .more(let line, _, let person): "\(line) \(person)"
      case .missing(let signer): "- \(signer.person)"
      }
    }
  }

  private static let first = "A-1 valid-after=\"FROM\" KEY"
  private static let second = "A-2 valid-after=\"FROM\",valid-before=\"UNTIL\" OTHER"

  @Test("What the pages give, as the list is written, is no difference")
  func same() {
    var list = AllowedSigners()
    expected.forEach { list.add($0) }
    #expect(list.differences(to: expected).isEmpty)
    list.revoke("A-1", at: until)
    #expect(list.differences(to: expected) == [.missing(expected[0])])
  }

  @Test(
    "Order, blanks, quotation marks, comments, and other ways to say the same accuse nobody",
    arguments: [
      "\(first)\n\(second)", "\(second)\n\(first)", "# by hand\n\n\(first) x\n\t\(second)\ty\r\n",
      "\"A-1\" VALID-AFTER=\"FROM\" KEY\n\(second)",
      "A-1 namespaces=\"xunfang-*\",valid-after=\"FROM\" KEY\n\(second)",
      "A-1 namespaces=\"xunfang-book\",valid-after=\"FROM\" KEY\n"
        + "A-1 namespaces=\"xunfang-key,xunfang-heads\",valid-after=\"FROM\" KEY\n\(second)",
      "\(first)\n\(first)\n\(second)", "A-1,A-1,!A-3 valid-after=\"FROM\" KEY\n\(second)",
      "\(first)\nA-2 valid-after=\"FROM\",valid-before=\"20261001Z\" OTHER\n"
        + "A-2 valid-after=\"20261001Z\",valid-before=\"UNTIL\" OTHER",
      // Other programs' lines, and lines that ssh-keygen passes over, give nobody anything here.
      "\(first)\n\(second)\nA-9 namespaces=\"git\" KEY",
      "\(first)\n\(second)\n* namespaces=\"xunfang-demo*\" KEY", "\(first)\n\(second)\nnonsense",
      "\(first)\n\(second)\nA-9 valid-after=\"soon\" KEY", "\(first)\n\(second)\n!*,A-9 KEY",
      "\(first)\n\(second)\nA-9*,!A-* KEY",
      "\(first)\n\(second)\nA-9 valid-after=\"UNTIL\",valid-before=\"FROM\" KEY",
    ])
  func nobody(_ list: String) { #expect(differences(list) == [], "\(list)") }

  @Test(
    "A line that gives anybody more is named, and whom it favours",
    arguments: [
      // Another person, a pattern, an authority, another kind of key.
      ("A-9 valid-after=\"FROM\" KEY", "3 A-9"), ("A-1,A-9 valid-after=\"FROM\" KEY", "3 A-9"),
      ("* valid-after=\"FROM\" KEY", "3 *"), ("A-? valid-after=\"FROM\" KEY", "3 A-?"),
      ("*,!A-9 valid-after=\"FROM\" KEY", "3 *"), ("A-1 cert-authority KEY", "3 A-1"),
      ("A-1 ssh-rsa AAAAB3NzaC1yc2E=", "3 A-1"), ("A-2 valid-after=\"FROM\" KEY", "3 A-2"),
      ("A-1 valid-after=\"FROM\",valid-before=\"UNTIL\" OTHER", "3 A-1"),
      // Another time: before it began, after it ended, without end.
      ("A-1 KEY", "3 A-1"), ("A-1 valid-after=\"EARLIER\" KEY", "3 A-1"),
      ("A-2 valid-after=\"FROM\" OTHER", "3 A-2"),
      ("A-2 valid-after=\"FROM\",valid-before=\"LATER\" OTHER", "3 A-2"),
      ("A-2 valid-before=\"UNTIL\" OTHER", "3 A-2"),
    ])
  func more(_ line: String, _ named: String) {
    #expect(differences("\(Self.first)\n\(Self.second)\n\(line)") == [named], "\(line)")
  }

  @Test(
    "A key that does not hold as it should is missing",
    arguments: [
      ("", ["- A-1", "- A-2"]), (second, ["- A-1"]), ("# \(first)\n\(second)", ["- A-1"]),
      ("A-1 valid-after=\"FROM\",namespaces=\"xunfang-book\" KEY\n\(second)", ["- A-1"]),
      ("A-1 valid-after=\"FROM\",valid-before=\"LATER\" KEY\n\(second)", ["- A-1"]),
      ("A-1 valid-after=\"UNTIL\" KEY\n\(second)", ["- A-1"]),
      ("\(first)\nA-2 valid-after=\"FROM\",valid-before=\"20261001Z\" OTHER", ["- A-2"]),
      (
        "\(first)\nA-2 valid-after=\"FROM\",valid-before=\"20261001Z\" OTHER\n"
          + "A-2 valid-after=\"20261001000002Z\",valid-before=\"UNTIL\" OTHER", ["- A-2"]
      ),
      // Who is named by a pattern has the key, and so have others.
      ("A-? valid-after=\"FROM\" KEY\n\(second)", ["1 A-?"]),
    ])
  func missing(_ list: String, _ named: [String]) {
    #expect(differences(list) == named, "\(list)")
  }

  @Test("In a demo directory its own namespaces count, and no others")
  func demo() {
    let signer = AllowedSigners.Signer(
      "A-1", key, namespaces: SignatureNamespace.all(isDemo: true), from: from, comment: "")
    var list = AllowedSigners()
    list.add(signer)
    #expect(list.differences(to: [signer], isDemo: true).isEmpty)
    #expect(list.differences(to: [], isDemo: true).count == 1)
    #expect(list.differences(to: []).isEmpty)
  }
}
