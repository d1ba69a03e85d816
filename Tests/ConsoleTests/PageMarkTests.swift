import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@Suite("A mark of a page hides no other")
struct PageMarkTests {
  /// A patrol that was written down late, and an inspection that found nobody at that time.
  private func late() throws -> Scratch {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    let patrol = try Sample.quiet([
      "Team": "QS-01 高庄村队", "Leader": "QS-01-001 高有福", "Absent": "", "Late": "停电",
      "Present": "QS-01-001 高有福, QS-01-004 高大山, QS-01-005 高小山", "Route": "村北机井台区",
    ])
    #expect(!runner.perform(.record(patrol)).outcome.pages.isEmpty)
    let visit = try Signed.inspection([
      "Present": "3", "Absent": "QS-01-004 高大山 (unexcused), QS-01-005 高小山 (unexcused)",
      "Problems": "B", "Decision": "onthespot", "Required": "归队", "Late": "停电",
    ])
    let written = runner.perform(.inspect(visit))
    #expect(!written.outcome.pages.isEmpty, "\(Said.by(written))")
    return scratch
  }

  @Test(
    "What the other book denies and what is late stand side by side, whole, at every width",
    arguments: [
      (Size(80, 24), Language.hans, "不符 补记"), (Size(120, 40), .hans, "不符 补记"),
      (Size(200, 60), .hans, "不符 补记"), (Size(80, 24), .hant, "不符 補記"),
      (Size(120, 40), .en, "diff late"), (Size(60, 16), .hans, "不符 补记"),
    ])
  func beside(_ size: Size, _ language: Language, _ marks: String) throws {
    let typist = try Typist(try late(), size: size, language: language)
    for keys in ["2", "3"] {
      typist.type(keys)
      let row = typist.lines.first { $0.contains(keys == "2" ? "│ 19:30-" : "│ 21:40 高") }
      #expect(row?.contains(marks) == true, "\(typist.screen)")
    }
  }

  @Test("The column of marks is no wider than what stands in it")
  func column() throws {
    let scratch = try Demo.small()
    _ = try Demo.runner(scratch).perform(.record(try Sample.quiet()))
    let typist = try Typist(scratch, size: Size(120, 40))
    typist.type("2")
    #expect(typist.lines[2].contains(" 注   │"), "\(typist.screen)")
  }
}
