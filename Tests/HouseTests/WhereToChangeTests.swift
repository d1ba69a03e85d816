import Foundation
import Patrol
import TestSupport
import Testing

@Suite("What the documents say of the sources is so")
struct WhereToChangeTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(Demo.home)/\(path)", encoding: .utf8)
  }
  @Test("Every screen that is declared has its keys in the table")
  func screens() throws {
    let lines = try Sources.lines("Console")
    let declared = lines.compactMap {
      $0.firstMatch(of: /^struct (\w+): Screen \{/).map { String($0.1) }
    }
    #expect(declared.count > 15)
    let table = lines.joined(separator: "\n")
    #expect(declared.filter { !table.contains("(\($0).title, \($0).keyLines)") } == [])
  }
}
