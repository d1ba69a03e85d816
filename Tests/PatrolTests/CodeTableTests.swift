import Patrol
import TestSupport
import Testing
import Wording

@Suite("A code table is typed blind")
struct CodeTableTests {
  private static let tables = [
    "weather", "mode", "focus", "turnout", "object", "found", "handling", "absence", "point",
    "problem",
    "decision", "check", "reason", "voiding", "verdict",
  ]

  @Test("All keys of a table have one width, and none stands for two codes", arguments: tables)
  func oneWidth(_ table: String) throws {
    let keys = try Demo.codes().table(table).map(\.key).filter { !$0.isEmpty }
    #expect(!keys.isEmpty, "\(table)")
    #expect(Set(keys.map(\.count)).count == 1, "\(table): \(keys)")
    #expect(Set(keys).count == keys.count, "\(table): \(keys)")
  }

  @Test("Each kind of finding says what is meant by it, in three languages")
  func meaning() throws {
    for code in try Demo.codes().table("found") where !code.key.isEmpty {
      for language in Language.allCases { #expect(!code.meaning[language].isEmpty, "\(code.code)") }
    }
  }
}
