import Books
import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("Personal data: masked, asked for with a reason, erased when it is due")
struct PersonalDataTests {
  private func put(
    _ kind: RegisterKind, _ texts: [String: String], _ runner: CommandRunner
  ) -> String {
    Said.by(runner.perform(.put(RegisterRecord(kind, texts, seen: nil))))
  }

  @Test("Digits that a mask hides are found by nobody who tries them; the whole number is")
  func tried() throws {
    let snapshot = try Demo.snapshot(try Demo.stocked())
    let table = snapshot.table(.members)
    func found(_ typed: String) -> [String] {
      table.filter(in: snapshot).matches(typed, among: Array(0..<table.count)).map {
        table.texts(at: $0)["Code"] ?? ""
      }
    }
    #expect(found("10012345678") == ["QS-001"])
    for guess in ["1001", "10012", "12345678", "45678", "0012345678", "1001234567"] {
      #expect(!found(guess).contains("QS-001"), "\(guess)")
    }
    #expect(found("5678").contains("QS-001"))
    for guess in ["45678", "0012345678"] {
      #expect(Query(guess).score(name: "甲", pinyin: "", phone: "10012345678") == nil)
    }
    #expect(Query("10012345678").score(name: "甲", pinyin: "", phone: "10012345678") != nil)
    #expect(Query("678").score(name: "甲", pinyin: "", phone: "10012345678") != nil)
  }

  @Test("Looking at a phone is written down, by whom, when and why, before it shows")
  func access() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    let reply = runner.perform(.reveal(Looking(.members, ["QS-001"], at: .fields, why: "联系出勤")))
    #expect(Said.by(reply) == "已记入查看记录。")
    #expect(
      try scratch.text("access/QSP.rec").hasSuffix(
        """
        At: 2026-11-24T22:30:00+08:00
        By: P-001 王警官
        Register: members
        Extent: fields
        Why: 联系出勤
        Codes: QS-001
        Count: 1


        """))
    let full = try Demo.runner(scratch, disk: FailingDisk(scratch.disk, .full))
    #expect(
      Said.by(full.perform(.reveal(Looking(.members, ["QS-001"], at: .fields, why: "x"))))
        .contains("磁盘已满"), "without the line nothing is shown")
  }

  @Test("A line of the access log that a crash cut off hides none of the others")
  func torn() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.reveal(Looking(.members, ["QS-001"], at: .fields, why: "一")))
    let whole = try scratch.text("access/QSP.rec")
    try scratch.write(whole + "At: 2026-11-24T22:30:00+08:00\nBy: P-0", to: "access/QSP.rec")
    #expect(try runner.accesses(to: nil).lines.map(\.why) == ["一"])
    _ = runner.perform(.reveal(Looking(.members, ["QS-001"], at: .fields, why: "二")))
    #expect(try scratch.text("access/QSP.rec").hasPrefix(whole + "At: "))
    #expect(try runner.accesses(to: "QS-001").lines.map(\.why) == ["一", "二"])
  }

  @Test("A table is masked unless a reason is given, and the reason is kept")
  func exporting() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    let rows = RegisterRows(.members)
    let masked = try runner.table(rows, why: nil)
    #expect(masked.contains("100****5678") && !masked.contains("10012345678"))
    #expect(scratch.files("access").isEmpty)
    #expect(try runner.table(rows, why: "报送市局").contains("10012345678"))
    #expect(try scratch.text("access/QSP.rec").contains("Extent: export\nWhy: 报送市局\nCount: 10"))
  }

  @Test("No identity number unless the station switches the field on; then it must be right")
  func identity() throws {
    let scratch = try Demo.small()
    let right = "11010519491231002X"
    let texts = [
      "Code": "QS-005", "Name": "贾一", "Team": "QS", "Post": "member", "Service": "part",
      "Identity": right,
    ]
    let runner = try Demo.runner(scratch)
    #expect(put(.members, texts, runner) == "Identity: 本所没有启用身份证号一栏。")
    _ = runner.perform(.setStation(["IdentityNumbers": "yes"]))
    #expect(
      put(.members, texts.merging(["Identity": "110105194912310021"]) { $1 }, runner).contains(
        "身份证号"))
    #expect(put(.members, texts, runner) == "已存队员 贾一。C-z 撤销。")
    // Switched off again, what stands there is due to be erased, in the history as well.
    _ = runner.perform(.setStation(["IdentityNumbers": ""]))
    #expect(try runner.findings(Demo.today).contains { $0.rule == .pastKeeping })
    #expect(Said.by(runner.perform(.eraseDue)) == "已清除 1 条到期资料。")
    for file in scratch.files() { #expect(try !scratch.text(file).contains(right), "\(file)") }
    #expect(try !runner.findings(Demo.today).contains { $0.rule == .pastKeeping })
  }

  @Test("Nothing is said to be due, or erased, of a register that was not read whole")
  func notRead() throws {
    let scratch = try Demo.small()
    try scratch.write(
      try scratch.text("register/QSP/members.rec") + "\nCode QS-099\n",
      to: "register/QSP/members.rec")
    let said = Said.by(try Demo.runner(scratch).perform(.eraseDue))
    #expect(said.contains("register/QSP/members.rec"), "\(said)")
  }

  @Test("A year after leaving the name goes, unless a page names the person")
  func keepingTime() throws {
    let scratch = try Demo.small()
    _ = try Demo.runner(scratch).perform(
      .record(try Sample.quiet(["Present": "QS-001 周建林, QS-003 𱍐某", "Absent": ""])))
    var members = try scratch.text("register/QSP/members.rec")
    members = members.replacing("Code: QS-004\n", with: "Code: QS-004\nUntil: 2025-10-01\n")
    members = members.replacing("Code: QS-003\n", with: "Code: QS-003\nUntil: 2025-10-01\n")
    members = members.replacing("Code: QS-002\n", with: "Code: QS-002\nUntil: 2026-06-01\n")
    try scratch.write(members, to: "register/QSP/members.rec")
    let runner = try Demo.runner(scratch)
    let other = try #require(try runner.snapshot.table(.members).texts("QS-02-001"))
    _ = runner.perform(
      .put(RegisterRecord(.members, other.merging(["Name": "柳得木"]) { $1 }, seen: other)))
    let book = try scratch.bytes("books/2026/QS.patrol.rec")
    #expect(Said.by(runner.perform(.eraseDue)) == "已清除 1 条到期资料。")
    let table = try runner.snapshot.table(.members)
    #expect(table.texts("QS-004")?["Name"] == "已清除")
    #expect(table.texts("QS-004")?["Remark"] == "保存期满，2026-11-24 清除")
    #expect(table.texts("QS-003")?["Name"] == "𱍐某", "a page names this one")
    #expect(table.texts("QS-002")?["Name"] == "𮯰某", "left less than a year ago")
    #expect(try scratch.bytes("books/2026/QS.patrol.rec") == book)
    #expect(try scratch.text("register/QSP/changes.rec").contains("From: 柳得水"), "nobody else's")
    #expect(Said.by(runner.perform(.eraseDue)) == "没有到期要清除的。")
  }

  @Test("Lines of the access log go when their time is over, and a note says so")
  func oldAccess() throws {
    let scratch = try Demo.small()
    let old = try #require(Stamp("2024-01-05T10:00:00+08:00"))
    _ = try Demo.runner(scratch, at: old).perform(
      .reveal(Looking(.members, ["QS-001"], at: .fields, why: "旧事")))
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.reveal(Looking(.members, ["QS-001"], at: .fields, why: "新事")))
    #expect(Said.by(runner.perform(.eraseDue)) == "已清除 1 条到期资料。")
    let log = try scratch.text("access/QSP.rec")
    #expect(!log.contains("旧事") && log.contains("新事"))
    #expect(log.contains("# 2026-11-24 保存期满，清除 1 条"))
  }

  @Test("A person's own sheet holds everything there is on them, and that it was made")
  func sheet() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.record(try Sample.quiet()))
    _ = runner.perform(.reveal(Looking(.members, ["QS-001"], at: .fields, why: "联系出勤")))
    let text = try runner.sheet(.members, "QS-001", why: "本人查阅")
    for part in [
      "姓名  周建林", "电话  10012345678", "队伍  青石镇专职队", "对讲机 ×1  2026-09-02  DJ-07",
      "2026-09-10  巡逻要领与情况报告", "QS.patrol 2026 No 1", "王警官  联系出勤", "王警官  本人查阅",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("An informant is called by the alias outside the register of informants")
  func alias() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    func places(_ text: String) -> [SearchHit.Place] {
      for case .brought(let found as Found) in runner.finish(.search(text)) {
        return found.hits.map(\.place)
      }
      return []
    }
    #expect(places("邓玉兰").isEmpty)
    #expect(places("dyl").isEmpty)
    #expect(places("环卫保洁0001").contains(.record(.informants, "QSP-I-0001")))
    let snapshot = try runner.snapshot
    #expect(RegisterRows(.informants).kind.layout.hidesName)
    var rows = RegisterRows(.informants)
    rows.filter = "dyl"
    #expect(rows.indexes(in: snapshot) == [0], "their own register knows the name")
    for finding in try runner.findings(Demo.today) {
      #expect(!finding.text[.hans].contains("邓玉兰") && !finding.text[.hans].contains("单长河"))
    }
  }
}
