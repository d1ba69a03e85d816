import Foundation
import TestSupport
import Testing

@Suite(
  "A code that there is not, and days the wrong way round, are refused and never answered with nothing"
)
struct NamedInVainTests {
  /// Commands that would read on as if there were nothing.
  static let lines = [
    "list patrol --unit NOPE", "list members --unit NOPE", "export members --unit NOPE",
    "export members --team NOPE", "roster plan --team NOPE", "roster plan --unit NOPE",
    "goals --unit NOPE", "cover --unit NOPE",
    "roster ical --team NOPE", "roster ical --person NOPE", "history members NOPE",
    "access --code NOPE", "audit OUT --signer NOPE", "sheet members NOPE",
    "split QS --code QSN --name 新镇 --moving NOPE", "split NOPE --code QSN --name 新镇",
    "merge members NOPE QS-001", "import members TABLE --team NOPE", "out --team NOPE",
    "record patrol --team NOPE --from 1930 --to 2210 --members all --found none",
    "put units Code=QS Parent=QS-01",
    "put units Code=QS Parent=QS", "key enrol NOPE --agent --signer P-001",
    "key revoke NOPE --signer P-001", "appoint NOPE --as leader --signer P-001",
    "dismiss NOPE --as leader --reason 调离 --signer P-001", "deputy NOPE --signer P-001",
  ]

  @Test("A code that there is not", arguments: lines)
  func codes(_ line: String) throws {
    let scratch = try Demo.stocked()
    let (program, folder) = (try Program(on: scratch), try Scratch())
    try folder.write("姓名\n甲一\n", to: "t.csv")
    let words =
      line.split(separator: " ").map(String.init).map {
        $0.replacing("OUT", with: folder.path + "/out").replacing(
          "TABLE", with: folder.path + "/t.csv")
      } + (line.contains("--signer") ? ["--pin-file", folder.path + "/pin"] : [])
    try folder.write(Signed.pin, to: "pin")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder.path + "/pin")
    let before = try DirectoryState(scratch)
    let result = try program.run(words)
    #expect(result.status == 1 && result.out.isEmpty, "\(result.status) \(result.out)\(result.err)")
    #expect(result.err.contains("NOPE") || line.hasPrefix("put"), "\(result.err)")
    #expect(try DirectoryState(scratch) == before)
  }

  @Test(
    "Days the wrong way round",
    arguments: ["list patrol", "search 周", "roster plan", "roster ical --team QS"])
  func days(_ line: String) throws {
    let (scratch, folder) = (try Demo.small(), try Scratch())
    let words = line.split(separator: " ").map(String.init).map {
      $0.replacing("OUT", with: folder.path + "/out")
    }
    let result = try Program(on: scratch).run(
      words + ["--from", "2026-11-24", "--to", "2026-11-01"])
    #expect(result.status == 64 && result.err.contains("2026-11-01"), "\(result.err)")
  }

  @Test(
    "Personal data is shown whole for a reason and for nothing else", arguments: ["", " ", "　"])
  func reason(_ why: String) throws {
    let scratch = try Demo.small()
    let program = try Program(on: scratch)
    for words in [
      ["export", "members", "--reveal", why], ["sheet", "members", "QS-001", "--why", why],
    ] {
      let result = try program.run(words)
      #expect(result.status == 1 && result.out.isEmpty, "\(words): \(result.err)")
    }
    #expect(try program.run(["access"]).status == 0)
  }
}
