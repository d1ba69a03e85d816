import Signing
import Testing
import Wording

@Suite("A PIN follows no pattern that whoever guesses tries first")
struct SecretRuleTests {
  private func flaw(_ secret: String, known: [String] = []) -> SecretFlaw? {
    Array(secret.utf8).withUnsafeBytes { SecretRule.flaw(in: $0, known: known) }
  }

  @Test(
    "The pattern is named",
    arguments: [
      ("", SecretFlaw.short), ("12345", .short), ("大槐树下三口井", .short), ("７３９２５１", .short),
      ("abc123def", .short),
      ("000000", .fewDifferent), ("112233", .fewDifferent), ("aabbaabbaabb", .fewDifferent),
      ("井井井井井井井井井井", .fewDifferent),
      ("123456", .evenSteps), ("654321", .evenSteps), ("135791", .evenSteps),
      ("890123", .evenSteps), ("123450", .evenSteps), ("734567", .evenSteps),
      ("12345678", .evenSteps), ("abcdefghijk", .evenSteps),
      ("147258", .keypadLines), ("369147", .keypadLines), ("951753", .keypadLines),
      ("321987", .keypadLines), ("147258963", .keypadLines),
      ("12344321", .mirrored), ("我爱巡防队队防巡爱我", .mirrored),
      ("80358035", .doubled), ("青石派出所青石派出所", .doubled),
      ("900412", .date), ("120490", .date), ("041290", .date), ("197306", .date),
      ("061973", .date), ("000229", .fewDifferent), ("960229", .date), ("19730612", .date),
      ("12061973", .date), ("06121973", .date), ("20491231", .date),
    ] as [(String, SecretFlaw)])
  func patterns(_ secret: String, _ expected: SecretFlaw) {
    #expect(flaw(secret) == expected, "\(secret)")
  }

  @Test(
    "What follows none may be taken",
    arguments: [
      "739251", "246810", "862409", "970229", "205013", "193906", "991341", "147268", "4915027",
      "20501231", "大槐树下有三口老水井", "correct horse", "七三九二五一八六四二",
    ])
  func good(_ secret: String) { #expect(flaw(secret) == nil, "\(secret)") }

  @Test("Code and telephone number of the person are no PINs of theirs")
  func known() {
    let known = ["QS-013-724", "0530-7392 514"]
    for secret in ["739251", "392514", "013724", "QS-013-724", "05307392514"] {
      #expect(flaw(secret, known: known) == .ofPerson, "\(secret)")
      #expect(flaw(secret) == nil, "\(secret)")
    }
    #expect(flaw("739252", known: known) == nil)
    #expect(flaw("739251", known: [""]) == nil)
  }

  /// That many are left for who guesses: docs/security.md counts with them.
  @Test("Of a million PINs of six digits 850,050 are left")
  func count() {
    var left = 0
    var pin: [UInt8] = Array("000000".utf8)
    for number in 0..<1_000_000 {
      var rest = number
      for at in pin.indices.reversed() { (pin[at], rest) = (UInt8(48 + rest % 10), rest / 10) }
      if pin.withUnsafeBytes({ SecretRule.flaw(in: $0) }) == nil { left += 1 }
    }
    #expect(left == 850_050)
  }

  @Test("Bytes that are no text are judged too, and end nothing")
  func noText() {
    for bytes in [[0x80], [0xFF], [0xC0, 0x80], Array(repeating: 0x80, count: 40)] as [[UInt8]] {
      #expect(bytes.withUnsafeBytes { SecretRule.flaw(in: $0) } == .short)
    }
    let cut = (0..<12).flatMap { at -> [UInt8] in [0xE5, UInt8(0x80 + at * at % 60)] }
    #expect(cut.withUnsafeBytes { SecretRule.flaw(in: $0) } == nil)
  }

  @Test("Each flaw says in every language what is wrong, and no two say the same")
  func sentences() {
    for language in Language.allCases {
      #expect(Set(SecretFlaw.allCases.map { $0.sentence[language] }).count == 9)
    }
  }
}
