import Console
import Foundation
import Patrol
import TestSupport
import Testing

@Suite("What the documents say of the sources is so")
struct WhereToChangeTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(Demo.home)/\(path)", encoding: .utf8)
  }

  @Test("Every path that where-to-change.md names is there")
  func paths() throws {
    let quoted = try text("docs/where-to-change.md").matches(of: /`([^`\n]+)`/).map { String($0.1) }
    let paths = quoted.filter { $0.contains("/") && !$0.contains(" ") }
    for folder in ["Sources/", "data/", "Tests/", "Scripts/", "docs/"] {
      #expect(paths.contains { $0.hasPrefix(folder) }, "\(folder)")
    }
    let missing = paths.filter { !FileManager.default.fileExists(atPath: "\(Demo.home)/\($0)") }
    #expect(missing == [])
  }

  @Test("Every screen that is declared has its keys in the table")
  func screens() throws {
    let lines = try Sources.lines("Console")
    let declared = lines.compactMap {
      $0.firstMatch(of: /^struct (\w+): Screen \{/).map { String($0.1) }
    }
    #expect(declared.count > 15)
    let table = Set(KeyTables.screens.map { "\($0)" })
    #expect(declared.filter { !table.contains($0) } == [])
  }

  @Test(
    "Every register and book stands in data-format.md, and in commands.md with every subcommand")
  func documents() throws {
    let (format, commands) = (try text("docs/data-format.md"), try text("docs/commands.md"))
    let (registers, pages) = (Kinds.ours.registers.map(\.name), Kinds.ours.pages.map(\.name))
    #expect(registers.filter { !format.contains("register/KEEPER/\($0).rec") } == [])
    #expect(pages.filter { !format.contains(".\($0).rec") } == [])
    let lists = commands.split(separator: "\n").filter { $0.hasPrefix("| `list ") }
    let words = Set(lists.flatMap { $0.matches(of: /\w+/).map { String($0.0) } })
    #expect((registers + pages).filter { !words.contains($0) } == [])
    let missing = try Subcommands.all().filter { !commands.contains("`\($0)") }
    // It writes documents, for who builds the program.
    #expect(missing == ["docs"])
  }
}
