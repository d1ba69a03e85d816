import Books
import Foundation
import Patrol
import Records
import TestSupport
import Testing
import Wording

@Suite("Nothing that a register or a page holds can drive a terminal or hide in a log")
struct UnseenTextTests {
  /// A name, and what stands on a page, as an older program or another hand may have written them: they
  /// turn the line round, colour it, end it, and hide.
  private static let name = "周\u{202E}建\u{1B}[31m林\u{200B}"
  private static let remark = "甲\u{9B}2J乙\u{2028}丙\u{7F}"
  private static let shownName = "周‹U+202E›建‹U+001B›[31m林‹U+200B›"
  private static let shownRemark = "甲‹U+009B›2J乙‹U+2028›丙‹U+007F›"

  /// Those whose answer another program reads byte by byte, unless a terminal does.
  private static let data = ["heads", "export members", "roster ical --team QS"]

  private func directory() throws -> Scratch {
    let scratch = try FullDirectory.copy()
    let path = "register/QSP/members.rec"
    try scratch.write(
      try scratch.text(path).replacing("Name: 周建林", with: "Name: \(Self.name)"), to: path)
    let units = "register/QSP/units.rec"
    try scratch.write(
      try scratch.text(units).replacing("Name: 青石镇\n", with: "Name: 青石镇\u{200E}\n"), to: units)
    let body = PatrolEntry.schema.print(try Sample.quiet(["From": "2026-11-24 06:00"]))
    _ = try Volume(BookID("QS", .patrol), year: 2026, on: scratch.disk).append(
      [
        .init(
          kind: PatrolEntry.kind,
          body: body.map { $0.name == "To" ? ($0.name, "2026-11-24 07:00") : $0 }
            + [("Remark", Self.remark)])
      ], cover: Sample.cover("青石镇专职队 治安巡逻记录簿 2026"), recorded: Sample.recorded)
    return scratch
  }

  private func unseen(_ text: String) -> [String] {
    text.unicodeScalars.filter { Unseen.contains($0) && $0 != "\n" && $0 != "\t" }.map(Unseen.code)
  }

  @Test("Every command that reads shows it by its number, on both outputs")
  func commands() throws {
    let scratch = try directory()
    defer { withExtendedLifetime(scratch) {} }
    let program = try Program(on: scratch)
    var showing: Set<String> = []
    for command in ReadingCommand.all where !Self.data.contains(command.testDescription) {
      let words = try command.words.map { $0 == "NEW" ? try Scratch().path + "/new" : $0 }
      let said = try program.run(words)
      #expect(unseen(said.out) == [], "\(words)")
      #expect(unseen(said.err) == [], "\(words)")
      if said.out.contains("‹U+") { showing.insert(words[0]) }
    }
    // The console's first screen is the one that begins with an option.
    #expect(showing == ["list", "sheet", "check", "cover", "--script"])
  }

  @Test(
    "The name in the register and the words on the page can be read, and as JSON and CSV are whole")
  func shown() throws {
    let scratch = try directory()
    defer { withExtendedLifetime(scratch) {} }
    let program = try Program(on: scratch)
    func out(_ line: String) throws -> String {
      try program.run(line.split(separator: " ").map(String.init)).out
    }
    #expect(try out("list members").contains(Self.shownName))
    #expect(try out("show QS.patrol 2026 2").contains(Self.shownRemark))
    #expect(try out("sheet members QS-001 --why 核对").contains(Self.shownName))
    let json = try out("list members --json")
    #expect(json.contains(#""周\u202e建\u001b[31m林\u200b""#))
    let line = try #require(json.split(separator: "\n").first { $0.contains("202e") })
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
    #expect(object?["Name"] == Self.name)
    #expect(try out("list members --csv").contains(Self.name))
    #expect(try out("export members").contains(Self.name))
    #expect(try out("show QS.patrol 2026 2 --bytes").contains(Self.remark))
  }

  @Test("The access log holds a reason as it can be read")
  func access() throws {
    let scratch = try directory()
    defer { withExtendedLifetime(scratch) {} }
    let program = try Program(on: scratch)
    _ = try program.run(["sheet", "members", "QS-001", "--why", "核\u{1B}]0;x\u{7}对"])
    #expect(try scratch.text("access/QSP.rec").contains("核‹U+001B›]0;x‹U+0007›对"))
    #expect(try unseen(scratch.text("access/QSP.rec")) == [])
  }

  @Test("What is wrong is said with it, also for words that no command knows")
  func complaints() throws {
    let scratch = try directory()
    defer { withExtendedLifetime(scratch) {} }
    let program = try Program(on: scratch)
    for words in [
      ["list", "\u{1B}[2J"], ["show", "QS.patrol", "2026", "9\u{9B}"], ["\u{202E}list"],
      ["search", "\u{1B}]0;x\u{7}"], ["import", "members", scratch.path + "/\u{1B}[1m.csv"],
      ["key", "new", "QS\u{1B}", "--pin-file", "\u{1B}[2J"],
    ] {
      let said = try program.run(words)
      #expect(unseen(said.out + said.err) == [], "\(words)")
      #expect(said.status != 0 || words[0] == "search")
    }
  }
}
