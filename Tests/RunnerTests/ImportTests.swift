import Books
import Foundation
import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("Tables that stations already have")
struct ImportTests {
  private func plan(
    _ kind: RegisterKind, _ table: [UInt8], _ scratch: Scratch, map: HeadingMap? = nil
  ) throws -> (ImportPlan?, String, CommandRunner) {
    let file = try Scratch()
    try file.disk.replace("t.csv", with: table)
    let runner = try Demo.runner(scratch)
    let asked = TableImport(kind, path: file.path + "/t.csv", scope: .unit("QS"), map: map)
    for progress in runner.finish(.readTable(asked)) {
      if case .brought(let plan as ImportPlan) = progress {
        return (plan, plan.summary[.hans], runner)
      }
      if case .failed(let notice) = progress { return (nil, notice.happened[.hans], runner) }
    }
    return (nil, "", runner)
  }

  private func imported(_ plan: ImportPlan, _ runner: CommandRunner) -> String {
    for progress in runner.finish(.importTable(plan)) {
      if case .brought(let imported as Imported) = progress {
        return imported.summary?.phrase[.hans] ?? "nothing"
      }
      if case .failed(let notice) = progress { return notice.happened[.hans] }
    }
    return ""
  }

  private func gb18030(_ text: String) throws -> [UInt8] {
    let folder = try Scratch()
    try folder.write(text, to: "in")
    let result = try Tool("sh").run([
      "-c", "iconv -f UTF-8 -t GB18030 '\(folder.path)/in' > '\(folder.path)/out'",
    ])
    #expect(result.status == 0)
    return try folder.bytes("out")
  }

  @Test("Columns in any order under their usual headings, dates and phones as people write them")
  func usual() throws {
    let scratch = try Demo.small()
    let table = """
      序,联系电话（必填）,姓 名,所属队伍,职务,专/兼职,入队时间,备注,血型
      1,+86 100-0000-0001,张 三,高庄村队,队员,兼职,2026年3月4日,,A
      2,１０００００００００２,𮯰文,柳庄村队,副队长,兼职,2026.3.5,"两行
      备注",B
      3,0086 10000000003,𠮷野长河,QS-01,,,20260309,=1+1,O

      """
    for bytes in [Array(table.utf8), Array("\u{FEFF}\(table)".utf8), try gb18030(table)] {
      let (plan, said, _) = try plan(.members, bytes, scratch)
      #expect(said == "共 3 行：新增 3，改动 0，相同 0，重复 0，有误 0；未导入 2 栏 6 格")
      let records = try #require(plan).new.map(\.texts)
      #expect(records.map { $0["Name"] } == ["张三", "𮯰文", "𠮷野长河"])
      #expect(records.map { $0["Phone"] } == ["10000000001", "10000000002", "10000000003"])
      #expect(records.map { $0["Team"] } == ["QS-01", "QS-02", "QS-01"])
      #expect(records.map { $0["Since"] } == ["2026-03-04", "2026-03-05", "2026-03-09"])
      #expect(records.map { $0["Post"] } == ["member", "deputy", "member"])
      #expect(records.map { $0["Code"] } == ["QS-01-006", "QS-02-002", "QS-01-007"])
      #expect(records[1]["Remark"] == "两行\n备注")
      #expect(plan?.map.fields.last == .some(nil), "what nobody needs is left out")
    }
  }

  @Test("Every wrong line is named with its reason; nothing is imported before all are right")
  func wrong() throws {
    let scratch = try Demo.small()
    let table = """
      姓名,队伍,电话,入队
      甲一,高庄村队,10000000001,2026-01-01
      甲二,没有的队,10000000002,2026-01-01
      甲三,高庄村队,123,2026-01-01
      甲四,高庄村队,10000000004,2026-02-30
      =HYPERLINK("http://x"),高庄村队,10000000005,2026-01-01
      甲一,高庄村队,10000000009,2026-01-01
      甲一,高庄村队,10000000001,2026-01-01
      ,高庄村队,10000000006,
      """
    let (plan, said, runner) = try plan(.members, Array(table.utf8), scratch)
    #expect(said == "共 8 行：新增 1，改动 0，相同 0，重复 1，有误 6")
    let found = try #require(plan)
    #expect(found.bad.map(\.line) == [3, 4, 5, 6, 7, 9])
    #expect(found.bad[0].reason[.hans].hasPrefix("队伍“没有的队”未登记"))
    #expect(found.bad[4].reason[.hans] == "与第 2 行是同一人，内容却不同。")
    #expect(found.bad[5].reason[.hans].hasPrefix("姓名未填"))
    #expect(imported(found, runner) == "有 6 行不对，整表没有导入。")
    #expect(try runner.snapshot.memberCount == 10)
    // The table of the wrong lines is one that opens harmlessly and says why.
    let rows = try CSVReader.rows(String(found.badTable(.hans).dropFirst()))
    #expect(rows.count == 7 && rows[0].cells.last == "原因")
    #expect(found.badTable(.hans).contains("\"'=HYPERLINK(\"\"http://x\"\")\""))
  }

  @Test("People who are there already are changed, not doubled")
  func again() throws {
    let scratch = try Demo.small()
    let table = "姓名,队伍,电话\n高有福,高庄村队,10000000007\n周建林,青石镇专职队,10012345678\n"
    let (plan, said, runner) = try plan(.members, Array(table.utf8), scratch)
    #expect(said == "共 2 行：新增 0，改动 1，相同 1，重复 0，有误 0")
    #expect(imported(try #require(plan), runner) == "已存（导入）：队员 高有福。C-z 撤销。")
    #expect(try runner.snapshot.member("QS-01-001")?.phone == "10000000007")
    _ = runner.perform(.undo)
    #expect(try runner.snapshot.member("QS-01-001")?.phone == nil)
  }

  @Test("What somebody decided for a heading is remembered for the next table")
  func remembered() throws {
    let scratch = try Demo.small()
    let table = "人,哪个队\n甲一,高庄村队\n"
    #expect(
      try plan(.members, Array(table.utf8), scratch).1 == "第一行没有认得的栏目名称：人、哪个队。")
    var map = HeadingMap(["人", "哪个队"], .members, in: try Demo.snapshot(scratch))
    map.set(0, to: "Name")
    map.set(1, to: "Team")
    let (plan, _, runner) = try plan(.members, Array(table.utf8), scratch, map: map)
    #expect(imported(try #require(plan), runner).hasPrefix("已存（导入）"))
    let next = try self.plan(.members, Array("哪个队,人\n柳庄村队,甲二\n".utf8), scratch)
    #expect(next.1 == "共 1 行：新增 1，改动 0，相同 0，重复 0，有误 0")
    #expect(try scratch.text("register/QSP/mappings.rec").contains("Heading: 哪个队\nField: Team\n"))
  }

  @Test("A file that is no table, or no text, is said to be so")
  func noTable() throws {
    let scratch = try Demo.small()
    #expect(try plan(.members, [], scratch).1 == "表格是空的。")
    #expect(
      try plan(.members, [0x41, 0x0A, 0x80, 0x20], scratch).1 == "表格第 2 行既不是 UTF-8 也不是 GB18030 文字。")
    #expect(try plan(.members, Array("姓名\n\"甲".utf8), scratch).1 == "第 2 行的引号没有配对。")
  }

  @Test("A messy table of 5,000 lines is taken once what is really wrong was put right")
  func messy() throws {
    let scratch = try Demo.small()
    try scratch.write(
      try scratch.text("station.rec") + "IdentityNumbers: yes\n", to: "station.rec")
    var messy = MessyTable(lines: 5000)
    let (first, said, runner) = try plan(.informants, try gb18030(messy.text), scratch)
    let wrong = try #require(first)
    #expect(said == "共 5000 行：新增 4824，改动 0，相同 0，重复 50，有误 126；未导入 1 栏 5000 格")
    #expect(wrong.bad.map(\.line) == messy.wrong)
    #expect(imported(wrong, runner) == "有 126 行不对，整表没有导入。")
    messy.putRight()
    let (second, saidNow, anew) = try plan(.informants, try gb18030(messy.text), scratch)
    #expect(saidNow == "共 5000 行：新增 4950，改动 0，相同 0，重复 50，有误 0；未导入 1 栏 5000 格")
    #expect(imported(try #require(second), anew) == "已存（导入）：信息员 4950 条。C-z 撤销。")
    #expect(try anew.snapshot.table(.informants).count == 4950)
    // Exported and read in again it is the same, and nothing a table program would run.
    let exported = try anew.table(RegisterRows(.informants), why: "核对")
    #expect(!exported.contains(",=") && !exported.contains("\"="))
    let again = try plan(.informants, Array(exported.utf8), scratch)
    #expect(again.1 == "共 4950 行：新增 0，改动 0，相同 4950，重复 0，有误 0")
    let fresh = try Demo.small()
    try fresh.write(try fresh.text("station.rec") + "IdentityNumbers: yes\n", to: "station.rec")
    let (third, _, other) = try plan(.informants, Array(exported.utf8), fresh)
    _ = imported(try #require(third), other)
    #expect(
      try fresh.text("register/QSP/informants.rec")
        == scratch.text("register/QSP/informants.rec"))
    _ = anew.perform(.undo)
    #expect(try anew.snapshot.table(.informants).count == 0)
  }
}
