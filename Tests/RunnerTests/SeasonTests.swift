import Patrol
import Records
import Runner
import TestSupport
import Testing
import Wording

/// What one day leaves wanting is wanting the next day too, until somebody settles it.
@Suite("A night that went wrong is not forgotten at eight in the morning")
struct SeasonTests {
  private let scratch: Scratch

  init() throws { scratch = try Demo.stocked() }

  private func runner(_ day: String, _ time: String = "22:30:00") throws -> CommandRunner {
    try Demo.runner(scratch, at: try #require(Stamp("\(day)T\(time)+08:00")))
  }

  private func record(
    _ changes: [String: String] = [:], on day: String, written: String? = nil
  ) throws {
    let texts = ["Date": day, "From": "\(day) 19:30", "To": "\(day) 22:10"]
    let entry = try Sample.quiet(texts.merging(changes) { $1 })
    let reply = try runner(written ?? day).perform(.record(entry))
    try #require(reply.outcome.pages.count == 1, "\(Said.by(reply))")
  }

  private func found(_ rule: RuleID, on day: String) throws -> [String] {
    let runner = try runner(day, "12:00:00")
    return try runner.findings(runner.snapshot.today).filter { $0.rule == rule }
      .map { $0.text[.hans] }
  }

  private func put(_ texts: [String: String], on day: String) throws -> String {
    let code = ["Code": "QSP-H-0009", "Date": day, "Text": "事项"]
    let whole = code.merging(texts) { $1 }
    return Said.by(
      try runner(day).perform(.put(RegisterRecord(.deferrals, whole, seen: nil))))
  }

  @Test("A late entry and a small crew stay for weeks, and go when they are accepted or struck out")
  func latePages() throws {
    let village = ["Team": "QS-01 高庄村队", "Leader": "QS-01-001 高有福", "Absent": ""]
    try record(["Late": "停电"], on: "2026-11-10", written: "2026-11-12")
    try record(village.merging(["Present": "QS-01-001 高有福"]) { $1 }, on: "2026-11-11")
    for day in ["2026-11-13", "2026-12-20", "2027-01-09"] {
      #expect(try found(.lateEntry, on: day) == ["青石镇专职队 11-10 的记录是补记（第1页）"], "\(day)")
      #expect(try found(.smallCrew, on: day) == ["高庄村队 11-11 实到 1 人，少于 3 人（第1页）"], "\(day)")
    }
    let said = try put(
      [
        "Rule": "A5", "About": "QS", "Item": "QS.patrol 2026 No 1", "Decision": "accepted",
        "Reason": "停电属实",
      ], on: "2026-11-14")
    #expect(said.hasPrefix("已存"), "\(said)")
    #expect(try found(.lateEntry, on: "2026-12-20").isEmpty)
    let page = PageID(BookID("QS-01", .patrol), year: 2026, number: 1)
    _ = try runner("2026-11-15").perform(.void(page, reason: "记错队"))
    #expect(try found(.smallCrew, on: "2026-12-20").isEmpty)
  }

  @Test("Days without an entry are one line a team, until each was entered late")
  func holes() throws {
    try record(on: "2026-11-10")
    try record(on: "2026-11-13")
    for day in ["2026-11-14", "2026-12-01"] {
      let missing = try found(.missingEntry, on: day)
      #expect(missing.contains("青石镇专职队 2 日未记巡逻：11-11、11-12"), "\(day) \(missing)")
    }
    try record(["Late": "漏记"], on: "2026-11-11", written: "2026-11-15")
    #expect(try found(.missingEntry, on: "2026-12-01").contains("青石镇专职队 11-12 未记巡逻"))
    try record(["Late": "漏记"], on: "2026-11-12", written: "2026-11-15")
    #expect(try found(.missingEntry, on: "2026-11-14").allSatisfy { !$0.contains("青石镇") })
  }

  @Test("Five silent days are one line with their count, from the first of them on")
  func silence() throws {
    for team in ["QS-01 高庄村队", "QS-02 柳庄村队"] {
      let leader = team.hasPrefix("QS-01") ? "QS-01-001 高有福" : "QS-02-001 柳得水"
      try record(
        ["Team": team, "Leader": leader, "Present": leader, "Absent": ""], on: "2026-11-09")
    }
    try record(on: "2026-11-09")
    #expect(try found(.silentTeam, on: "2026-11-14").isEmpty, "four days are no silence")
    #expect(
      try found(.silentTeam, on: "2026-11-15").first == "青石镇专职队 自 11-10 起连续 5 日未记巡逻")
    #expect(
      try found(.silentTeam, on: "2026-12-10").first == "青石镇专职队 自 11-10 起连续 30 日未记巡逻")
    #expect(try found(.missingEntry, on: "2026-11-15").isEmpty, "the same days are told once")
    // Once it goes out again, what was missed is no silence any more.
    try record(on: "2026-12-10")
    #expect(try found(.missingEntry, on: "2026-12-11").contains { $0.hasPrefix("青石镇专职队 30 日未记巡逻") })
  }

  @Test("A shift that no entry is about stays until it is entered, or taken off the roster")
  func shifts() throws {
    let path = "register/QSP/exceptions.rec"
    let text = try scratch.text(path)
    try scratch.write(text.replacing("2026-11-25", with: "2026-11-20"), to: path)
    try record(on: "2026-11-20")
    #expect(try found(.missedShift, on: "2026-11-21") == ["青石镇专职队 1 班未巡：11-20"])
    #expect(try found(.missedShift, on: "2026-12-15") == ["青石镇专职队 1 班未巡：11-20"])
    try scratch.write(text, to: path)
    #expect(try found(.missedShift, on: "2026-12-15").isEmpty)
  }

  @Test("Two books that disagree, and somebody in two patrols, stay until a page is corrected")
  func contradictions() throws {
    let village = [
      "Team": "QS-01 高庄村队", "Leader": "QS-01-001 高有福", "Absent": "",
      "Present": "QS-01-001 高有福",
    ]
    try record(village, on: "2026-11-10")
    let inspection = try Signed.inspection([
      "Date": "2026-11-10", "From": "2026-11-10 21:40", "To": "2026-11-10 22:05", "Present": "0",
    ])
    _ = try runner("2026-11-10").perform(.inspect(inspection))
    // Entered late, it says that the village's leader went with another team at the same time.
    try record(
      ["Present": "QS-001 周建林, QS-01-001 高有福", "Absent": "", "Late": "补记"], on: "2026-11-10",
      written: "2026-11-14")
    for day in ["2026-11-11", "2026-12-20"] {
      #expect(try found(.booksDisagree, on: day).count == 2, "\(day)")
    }
    _ = try runner("2026-11-16").perform(
      .void(PageID(BookID("QS-01", .patrol), year: 2026, number: 1), reason: "未出巡"))
    #expect(try found(.booksDisagree, on: "2026-12-20").isEmpty)
  }

  @Test("What may be put off comes back when it is due, and when it has grown")
  func putOff() throws {
    try scratch.write("%rec: Deferral\n", to: "register/QSP/deferrals.rec")
    let short = ["柳庄村队 1 人，应有 5 人，缺 4 人"]
    #expect(try found(.villageFloor, on: "2026-11-24") == short)
    let what = [
      "Rule": "A3", "About": "QS-02", "Decision": "later", "Due": "2026-12-05", "Extent": "4",
      "Reason": "月底到岗",
    ]
    #expect(try put(what, on: "2026-11-24").hasPrefix("已存"))
    #expect(try found(.villageFloor, on: "2026-12-04").isEmpty)
    #expect(try found(.villageFloor, on: "2026-12-05") == short, "it is due")
    let teams = "register/QSP/teams.rec"
    let text = try scratch.text(teams)
    try scratch.write(
      text.replacing("Code: QS-02\n", with: "Code: QS-02\nFloor: 6\n"), to: teams)
    #expect(
      try found(.villageFloor, on: "2026-12-04") == ["柳庄村队 1 人，应有 6 人，缺 5 人"], "it has grown")
    try scratch.write(text, to: teams)
    _ = try runner("2026-12-04").perform(.undo)
    #expect(try found(.villageFloor, on: "2026-12-04") == short, "undo takes it back")
  }

  @Test(
    "Nobody waves away a contradiction, a missing signature or a team that is out",
    arguments: ["A14", "A6", "A7", "B2", "B7"])
  func never(_ rule: String) throws {
    let said = try put(
      ["Rule": rule, "About": "QS", "Decision": "accepted", "Reason": "算了"], on: "2026-11-24")
    #expect(said.hasPrefix("Rule: “"), "\(said)")
    #expect(said.contains("不能缓办或认可"), "\(said)")
  }

  @Test("What is put off has a day, a day to come; only a handover is done by a word")
  func refused() throws {
    let base = ["Rule": "A3", "About": "QS-02", "Reason": "等人"]
    func said(_ more: [String: String]) throws -> String {
      try put(base.merging(more) { $1 }, on: "2026-11-24")
    }
    #expect(try said(["Decision": "later"]).hasPrefix("Due: 缓办未写到期日"))
    #expect(try said(["Decision": "later", "Due": "2026-11-23"]).hasPrefix("Due: 到期日"))
    #expect(try said(["Decision": "settled"]).hasPrefix("Decision: "))
    #expect(try said(["Decision": "accepted", "Rule": "A99"]).contains("没有“A99”"))
  }

  @Test("A handover that somebody said is done is open nowhere, and open again when that is undone")
  func settled() throws {
    try record(["Handover": "变压器围栏门未锁"], on: "2026-11-10")
    let open = "青石镇专职队 11月10日交接“变压器围栏门未锁”未办结（第1页）"
    #expect(try found(.openHandover, on: "2026-11-20") == [open])
    let said = try put(
      [
        "Rule": "A27", "About": "QS", "Item": "QS.patrol 2026 No 1", "Decision": "settled",
        "Reason": "11月19日已加锁",
      ], on: "2026-11-20")
    #expect(said.hasPrefix("已存"), "\(said)")
    #expect(try found(.openHandover, on: "2026-11-20").isEmpty)
    #expect(try runner("2026-11-20").handing(.handover).open.isEmpty, "nor is it handed over")
    _ = try runner("2026-11-20").perform(.undo)
    #expect(try found(.openHandover, on: "2026-11-20") == [open])
    #expect(try runner("2026-11-20").handing(.handover).open.count == 1)
  }

  @Test("The same is counted at the start, once all was looked through, and by the command")
  func counts() throws {
    try record(["Present": "QS-001 周建林", "Absent": "", "Handover": "路灯待复查"], on: "2026-11-10")
    let runner = try runner("2026-11-24")
    let first = runner.perform(.open(nil))
    #expect(!first.isLookedThrough, "nothing is counted yet")
    _ = runner.finish(.lookThroughRegisters)
    let day = try runner.snapshot.today
    let looked = runner.perform(.refresh(day, typing: []))
    let told = runner.perform(.open(day)).findings ?? looked.findings ?? []
    let checked = try self.runner("2026-11-24").findings(day)
    #expect(told.map(\.id) == checked.map(\.id) && told.count > 8)
    // Whatever day shows, what is to be done is told as of now.
    let other = runner.perform(.open(day - 8)).findings ?? []
    #expect(other.map(\.id) == told.map(\.id))
  }
}
