import TestSupport
import Testing

@Suite("What follows from a register that was not read is asked for, never guessed")
struct UnreadDefaultTests {
  private static let patrol = [
    "record", "patrol", "--team", "QS-02", "--from", "1930", "--to", "2210",
  ]
  private static let crew = ["--leader", "QS-02-001", "--members", "QS-02-001"]
  private static let inspection = [
    "record", "inspection", "--inspected", "QS-02", "--time", "2140-+25",
  ]

  /// A command, the registers from which what it leaves unsaid would follow, and what says it.
  static let rows: [(words: [String], registers: [String], stated: [String])] = [
    (patrol + ["--route", "村口"], ["roster", "routes", "exceptions"], crew),
    (patrol + crew, ["roster", "routes", "exceptions"], ["--route", "村口"]),
    (inspection, ["deputies"], ["--set", "Expected=1", "--set", "Answering=QS-02-001 柳得水"]),
  ]

  @Test(
    "A command that leaves it unsaid is refused, and the file is named", arguments: 0..<rows.count)
  func refused(_ row: Int) throws {
    let (words, registers, stated) = Self.rows[row]
    for register in registers {
      let file = "register/QSP/\(register).rec"
      let scratch = try FullDirectory.copy()
      try scratch.write(try scratch.text(file) + "\ngarbage\n", to: file)
      let books = scratch.files("books")
      let program = try Program(on: scratch)
      let refused = try program.run(words)
      #expect(refused.status == 2 && refused.err.contains("\(file):"), "\(refused.err)")
      #expect(scratch.files("books") == books)
      let saved = try program.run(words + stated)
      #expect(saved.out.contains(" 2026 ") && saved.out.contains("sha256"), "\(saved.err)")
    }
  }

  @Test("The form leaves it open, and a patrol that goes out is not counted")
  func form() throws {
    let scratch = try Demo.small()
    let members = "register/QSP/members.rec"
    let typist = try Typist(scratch)
    typist.press(.f(2))
    #expect(typist.screen.contains("周建林"))
    try scratch.write(try scratch.text(members) + "\ngarbage\n", to: members)
    let anew = try Typist(scratch)
    anew.press(.f(2))
    #expect(!anew.screen.contains("周建林"), "\(anew.screen)")
    let out = try Program(on: scratch).run(["out", "--team", "QS"])
    #expect(out.status == 2 && out.err.contains("members.rec:"), "\(out.err)")
  }
}
