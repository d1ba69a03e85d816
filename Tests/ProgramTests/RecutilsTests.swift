import Foundation
import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("recutils reads every file the program writes, and reads the same")
struct RecutilsTests {
  @Test("recfix passes on every file of a directory in use")
  func recfix() throws {
    let scratch = try Demo.directory()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.record(try Sample.hostile()))
    _ = runner.perform(.setStation(["Theme": "light"]))
    _ = runner.perform(.saveDraft("patrol-QS", Draft(["Observed": "一行\n\n三行", "From": "20"])))
    let tool = try Tool("recfix")
    // A wrong PIN, so that the file of wrong tries is there as well.
    _ = runner.perform(.attest(.close(Demo.today), by: "P-001", Signed.secret("111222")))
    // Every register, their history, the access log and what headings mean.
    let table = try Scratch()
    try table.write("姓名,哪个队\n甲一,高庄村队\n", to: "t.csv")
    var map = HeadingMap(["姓名", "哪个队"], .members, in: try runner.snapshot)
    map.set(1, to: "Team")
    for case .brought(let plan as ImportPlan) in runner.finish(
      .readTable(TableImport(.members, path: table.path + "/t.csv", map: map)))
    { _ = runner.finish(.importTable(plan)) }
    _ = runner.perform(.merge(.members, code: "QS-002", into: "QS-003"))
    _ = runner.perform(.undo)
    _ = runner.perform(.reveal(Looking(.members, ["QS-001"], at: .fields, why: "多行\n原因")))
    _ = runner.perform(.reveal(Looking(.members, ["QS-001"], at: .fields, why: "联系出勤")))
    let registers = scratch.files("register/QSP")
    #expect(registers.contains("changes.rec") && registers.contains("mappings.rec"))
    #expect(registers.contains("informants.rec") && scratch.files("access") == ["QSP.rec"])
    let files = scratch.files().filter { $0.hasSuffix(".rec") || $0.hasSuffix(".key") }
    #expect(files.contains("keys/tries.rec") && files.contains("keys/P-001.key"))
    #expect(files.count > 30)
    for file in files {
      let result = try tool.run([scratch.path + "/" + file])
      #expect(result.status == 0, "\(file): \(result.err)\(result.out)")
    }
  }

  @Test("recfix passes on the themes and code tables")
  func shipped() throws {
    let tool = try Tool("recfix")
    for folder in ["themes", "data"] {
      for name in try FileManager.default.contentsOfDirectory(atPath: "\(Demo.home)/\(folder)")
      where name.hasSuffix(".rec") {
        let result = try tool.run(["\(Demo.home)/\(folder)/\(name)"])
        #expect(result.status == 0, "\(name): \(result.err)")
      }
    }
  }

  @Test(
    "recsel gives the values that our reader gives",
    arguments: ["Observed", "Present", "Recorded", "Route", "Digest", "Remark"])
  func recsel(_ field: String) throws {
    let scratch = try Demo.directory()
    _ = try Demo.runner(scratch).perform(.record(try Sample.hostile()))
    let path = "books/2026/QS.patrol.rec"
    let ours = try RecReader(Bytes(try scratch.bytes(path)), source: path).read().records.compactMap
    { $0[field] }
    // One value after another, each ended by a mark that no text of ours holds.
    let result = try Tool("recsel").run(["-P", field, "-t", "Page", scratch.path + "/" + path])
    let theirs = result.out.split(separator: "\n\n").joined(separator: "\n")
    #expect(
      theirs.trimmingCharacters(in: .newlines)
        == ours.joined(separator: "\n").replacing("\n\n", with: "\n"))
    #expect(!ours.isEmpty)
  }

  @Test("sha256sum over the bytes of show --bytes is the page's digest")
  func digest() throws {
    let scratch = try Demo.directory()
    let shown = try Tool.xunfang().run(
      ["show", "QS.patrol", "2026", "3", "--bytes", "--data", scratch.path],
      environment: ["XUNFANG_HOME": Demo.home])
    #expect(shown.status == 0, "\(shown.err)")
    let sum = try Tool("sha256sum").run([], input: shown.out).out.prefix(64)
    #expect(try scratch.text("books/2026/QS.patrol.rec").contains("Digest: sha256 \(sum)"))
  }
}
