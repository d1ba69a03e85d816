import TestSupport
import Testing

@Suite("What follows from a register that was not read is asked for, never guessed")
struct UnreadDefaultTests {
  private static let patrol = [
    "record", "patrol", "--team", "QS-02", "--from", "1930", "--to", "2210", "--found", "none",
  ]
  private static let crew = ["--leader", "QS-02-001", "--members", "QS-02-001"]
  private static let inspection = [
    "record", "inspection", "--inspected", "QS-02", "--time", "2140-+25", "--present", "1",
    "--points", "11111111",
  ]

  /// A command, the files from which what it leaves unsaid would follow, and what says it.
  static let rows: [(words: [String], files: [String], stated: [String])] = [
    (patrol + ["--route", "村口", "--members", "QS-02-001"], planning, ["--leader", "QS-02-001"]),
    (patrol + crew, planning, ["--route", "村口"]),
    (
      inspection, ["books/2026/QSP.keys.rec"],
      ["--set", "Expected=1", "--set", "Answering=QS-02-001 柳得水"]
    ),
  ]

  private static let planning = ["roster", "routes", "exceptions"].map { "register/QSP/\($0).rec" }

  @Test(
    "A command that leaves it unsaid is refused, and the file is named", arguments: 0..<rows.count)
  func refused(_ row: Int) throws {
    let (words, files, stated) = Self.rows[row]
    for file in files {
      let scratch = try FullDirectory.copy()
      try scratch.write(try damaged(file, scratch), to: file)
      let books = scratch.files("books")
      let program = try Program(on: scratch)
      let refused = try program.run(words)
      #expect(refused.status == 2 && refused.err.contains("\(file):"), "\(refused.err)")
      #expect(scratch.files("books") == books)
      let saved = try program.run(words + stated)
      #expect(saved.out.contains(" 2026 ") && saved.out.contains("sha256"), "\(saved.err)")
    }
  }

  /// A page of a book that was changed, or a line of a register that can't be read.
  private func damaged(_ file: String, _ scratch: Scratch) throws -> String {
    let text = try scratch.text(file)
    return file.hasPrefix("books/")
      ? text.replacing("Person: ", with: "Person:  ") : text + "\ngarbage\n"
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
