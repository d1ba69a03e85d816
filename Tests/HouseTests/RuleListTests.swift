import Foundation
import Patrol
import TestSupport
import Testing

@Suite("A rule is its own file and its line in the list")
struct RuleListTests {
  @Test("Every rule that is declared is asked, and every warning has the rule that gives it")
  func everyRule() throws {
    let declared = try Sources.files("Patrol").flatMap { file in
      file.lines.joined(separator: "\n").matches(of: /= RuleID\(\s*"(\w+)"/).map { String($0.1) }
    }
    #expect(declared.count > 20)
    #expect(Rules.ids.map(\.rawValue).sorted() == declared.sorted())
    #expect(
      Set(declared).count == declared.count, "two rules of one name are one to whoever puts it off")
  }

  @Test("A rule stands alone in its file, which is called like it")
  func oneRuleAFile() throws {
    for (file, lines) in try Sources.files("Patrol") {
      let rules = lines.compactMap { $0.firstMatch(of: /^enum (\w+): (Register)?Rule \{/)?.1 }
      guard let rule = rules.first else { continue }
      #expect(rules.count == 1 && file.hasSuffix("/\(rule).swift"), "\(file)")
    }
  }
}
