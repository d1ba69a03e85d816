import Foundation
import Patrol
import Records
import TestSupport
import Testing

@Suite("The registers from a script")
struct RegisterCommandTests {
  private func xunfang(_ scratch: Scratch, _ arguments: String...) throws -> Tool.Result {
    try Tool.xunfang().run(
      arguments + ["--data", scratch.path, "--at", "2026-11-24T22:30:00+08:00"],
      environment: ["XUNFANG_HOME": Demo.home, "TZ": "Asia/Shanghai"])
  }

  @Test("Every register is listed and exported, personal data masked")
  func lists() throws {
    let scratch = try Demo.stocked()
    for kind in [
      "members", "informants", "watch", "equipment", "training", "volunteers", "bodies", "funds",
      "officers", "teams", "units", "roster", "routes", "exceptions",
    ] {
      let list = try xunfang(scratch, "list", kind, "--json")
      #expect(list.status == 0, "\(kind): \(list.err)")
      #expect(list.out.contains("\"Code\":"), "\(kind)")
      #expect(!list.out.contains("10090000001") && !list.out.contains("10012345678"))
      let table = try xunfang(scratch, "export", kind)
      #expect(table.status == 0 && table.out.hasPrefix("\u{FEFF}代号,"), "\(kind)")
    }
    let whole = try xunfang(scratch, "export", "informants", "--reveal", "核对")
    #expect(whole.out.contains("10090000001"))
    #expect(try scratch.text("access/QSP.rec").contains("Why: 核对"))
    let access = try xunfang(scratch, "access", "--csv")
    #expect(access.out.contains("P-001 王警官,informants,export,核对,,2"), "\(access.out)")
    #expect(try xunfang(scratch, "access", "--code", "QS-001", "--json").out.isEmpty)
    let own = try xunfang(scratch, "list", "volunteers", "--unit", "QS-02", "--csv")
    #expect(own.out.split(separator: "\r\n").count == 2)
  }

  @Test("A table is tried, refused line by line, imported, undone and redone")
  func importing() throws {
    let scratch = try Demo.small()
    let folder = try Scratch()
    let file = folder.path + "/t.csv"
    try folder.write("姓名,队伍,谁的电话\n甲一,高庄村队,10000000001\n甲二,没有,2\n", to: "t.csv")
    let wrong = try xunfang(
      scratch, "import", "members", file, "--map", "谁的电话=Phone", "--wrong",
      folder.path + "/w.csv")
    #expect(wrong.status == 1)
    #expect(wrong.out == "共 2 行：新增 1，改动 0，相同 0，重复 0，有误 1\n")
    #expect(
      wrong.err.hasPrefix("\(file):3 队伍“没有”未登记，或有同名的。\n\(file):3 电话“2”不是电话号码，请核对位数。\n"))
    #expect(try folder.text("w.csv").contains("甲二,没有,2,队伍“没有”未登记，或有同名的。电话“2”"))
    // Never over the station's own files.
    let before = try scratch.text("station.rec")
    let own = try xunfang(
      scratch, "import", "members", file, "--map", "谁的电话=Phone", "--wrong",
      scratch.path + "/station.rec")
    #expect(own.status != 0 && own.err.contains("station.rec"), "\(own.err)")
    #expect(try scratch.text("station.rec") == before)
    try folder.write("姓名,队伍,谁的电话\n甲一,高庄村队,10000000001\n", to: "t.csv")
    let tried = try xunfang(
      scratch, "import", "members", file, "--map", "谁的电话=Phone", "--dry-run")
    #expect(tried.status == 0)
    #expect(try !scratch.text("register/QSP/members.rec").contains("甲一"))
    _ = try xunfang(scratch, "import", "members", file, "--map", "谁的电话=Phone")
    #expect(try scratch.text("register/QSP/members.rec").contains("Phone: 10000000001"))
    #expect(try xunfang(scratch, "undo").out == "已撤销（导入）：队员 甲一。\n")
    #expect(try !scratch.text("register/QSP/members.rec").contains("甲一"))
    #expect(try xunfang(scratch, "redo").status == 0)
    #expect(try scratch.text("register/QSP/members.rec").contains("甲一"))
    let history = try xunfang(scratch, "history", "members", "QS-01-006", "--json")
    #expect(history.out.split(separator: "\n").count >= 3)
    #expect(!history.out.contains("10000000001"))
    let missing = try xunfang(scratch, "import", "members", folder.path + "/none.csv")
    #expect(missing.status == 2 && missing.err.contains("none.csv"))
    #expect(try xunfang(scratch, "import", "nothing", file).status == 64)
  }

  @Test(
    "A merge takes what it is told to, and fills the rest; a field that there is not is wrong usage"
  )
  func taking() throws {
    let scratch = try Demo.stocked()
    #expect(
      try xunfang(scratch, "merge", "members", "QS-001", "QS-002", "--take", "Nickname").status
        == 64)
    let merged = try xunfang(scratch, "merge", "members", "QS-001", "QS-002", "--take", "Post")
    #expect(merged.status == 0, "\(merged.err)")
    let kept = try #require(try Demo.snapshot(scratch).table(.members).texts("QS-002"))
    #expect(kept["Post"] == "leader" && kept["Name"] == "𮯰某")
    #expect(kept["Phone"] == nil, "only what was named is taken over")
  }

  @Test("Equipment against headcount is a table, in words and as CSV")
  func totals() throws {
    let scratch = try Demo.stocked()
    let said = try xunfang(scratch, "list", "equipment-totals").out
    #expect(said.contains("强光手电 10"), "\(said)")
    let rows = try CSVReader.rows(
      String(
        try xunfang(scratch, "list", "equipment-totals", "--csv").out.drop { $0 == "\u{FEFF}" }))
    #expect(
      rows.first?.cells == [
        "Code", "Name", "Strength", "Uniform", "Baton", "Armband", "Torch", "Lacking",
      ])
    #expect(rows.count == 5 && rows[2].cells[5] == "4/4")
    let own = try xunfang(scratch, "list", "equipment-totals", "--unit", "QS-01").out
    #expect(own.contains("高庄村队") && !own.contains("柳庄村队"))
  }

  @Test("Merge, split, erase, sheet: each from a script, each refusal with its exit code")
  func others() throws {
    let scratch = try Demo.stocked()
    #expect(try xunfang(scratch, "merge", "units", "QS-02", "QS-01").status == 0)
    #expect(try xunfang(scratch, "merge", "units", "QS-02", "QS-02").status == 1)
    #expect(try xunfang(scratch, "merge", "equipment", "A", "B").status == 64)
    #expect(
      try xunfang(
        scratch, "split", "QS", "--code", "QN", "--name", "青南镇", "--moving", "QS-01"
      ).status == 0)
    #expect(try xunfang(scratch, "list", "units").out.contains("青南镇"))
    let sheet = try xunfang(scratch, "sheet", "members", "QS-001")
    #expect(sheet.status == 0 && sheet.out.contains("周建林"))
    #expect(try xunfang(scratch, "sheet", "members", "QS-999").status == 1)
    #expect(try xunfang(scratch, "erase").out == "清除 0 项。\n")
  }

  @Test("The roster against the books, and as a calendar")
  func roster() throws {
    let scratch = try Demo.stocked()
    let plan = try xunfang(scratch, "roster", "plan", "--team", "QS", "--csv")
    #expect(plan.status == 1, "a shift of Monday was not done")
    #expect(plan.out.contains("2026-11-23,QS,2026-11-23 20:00,2026-11-23 22:00,,,not done"))
    let calendar = try xunfang(scratch, "roster", "ical", "--person", "QS-001")
    #expect(calendar.out.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(try xunfang(scratch, "roster", "ical").status == 64)
    #expect(try xunfang(scratch, "roster", "ical", "--team", "XX").status == 1)
    let year = try xunfang(
      scratch, "roster", "plan", "--team", "QS", "--from", "2026-09-01", "--to", "2027-08-31",
      "--csv")
    #expect(year.out.contains("2026-09-01,QS,") && year.out.contains("2027-08-31,QS,"))
    for command in [["plan", "--team", "QS"], ["ical", "--team", "QS"]] {
      let long = try xunfang(
        scratch, "roster", command[0], command[1], command[2], "--from", "2026-01-01", "--to",
        "2027-12-31")
      #expect(long.status == 1 && long.err.contains("400"), "\(long.err)")
    }
  }
}
