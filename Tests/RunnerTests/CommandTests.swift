import Books
import Patrol
import Records
import Runner
import TestSupport
import Testing
import Wording

@Suite("Commands are carried out one after another, and what is said to be saved is on disk")
struct CommandTests {
  @Test("A recorded patrol stands in the volume of its team and year and in the day's ledger")
  func record() throws {
    let scratch = try Demo.small()
    let reply = try Demo.runner(scratch).perform(.record(try Sample.quiet()))
    #expect(Said.by(reply) == "№1")
    #expect(reply.ledger?.patrols.map { $0.text("Leader") } == ["QS-001 周建林"])
    let text = try scratch.text("books/2026/QS.patrol.rec")
    #expect(text.contains("Present: QS-001 周建林, QS-002 𮯰某, QS-003 𱍐某\n"))
    #expect(text.contains("Recorded: 2026-11-24T22:30:00+08:00 P-001 王警官\n"))
    #expect(try Demo.isSound(scratch))
  }

  @Test("The year of a volume is that of the day that its pages are about")
  func newYear() throws {
    let scratch = try Demo.small()
    let night = try #require(Stamp("2027-01-01T03:00:00+08:00"))
    let entry = try Sample.quiet([
      "Date": "2026-12-31", "From": "2026-12-31 22:00", "To": "2027-01-01 02:00",
    ])
    #expect(Said.by(try Demo.runner(scratch, at: night).perform(.record(entry))) == "№1")
    #expect(scratch.files("books/2026") == ["QS.patrol.rec"])
    let late = try #require(Stamp("2027-01-01T12:00:00+08:00"))
    let runner = try Demo.runner(scratch, at: late)
    let second = try Sample.quiet([
      "Date": "2026-12-31", "From": "2027-01-01 04:00", "To": "2027-01-01 06:00", "Late": "停电",
    ])
    #expect(Said.by(runner.perform(.record(second))) == "№2")
    #expect(scratch.files("books/2026") == ["QS.patrol.rec"])
    // Both stand under the day they are about.
    #expect(runner.perform(.open(Day("2026-12-31"))).ledger?.patrols.count == 2)
    #expect(try Demo.isSound(scratch))
  }

  @Test("The same patrol is not recorded twice; a refused one writes nothing")
  func refused() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.record(try Sample.quiet()))
    let before = try scratch.bytes("books/2026/QS.patrol.rec")
    #expect(Said.by(runner.perform(.record(try Sample.quiet()))) == "From: 这支队 19:30 出发的巡逻已有一页。")
    #expect(
      Said.by(runner.perform(.record(try Sample.quiet(["Team": "XX 无"])))) == "Team: 没有队伍 XX。")
    #expect(try scratch.bytes("books/2026/QS.patrol.rec") == before)
  }

  @Test("A correction is a page of its own; the old wording stays readable")
  func correct() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.record(try Sample.quiet()))
    let before = try scratch.bytes("books/2026/QS.patrol.rec")
    let id = PageID(BookID("QS", .patrol), year: 2026, number: 1)
    let reply = runner.perform(
      .correct(id, changes: ["To": "2026-11-24 22:00", "Remark": ""], reason: "笔误"))
    #expect(Said.by(reply) == "№2")
    #expect(try scratch.bytes("books/2026/QS.patrol.rec").starts(with: before))
    let page = try #require(reply.ledger?.page(id))
    #expect(page.text("To") == "2026-11-24 22:00")
    #expect(page.struckText("To") == "2026-11-24 22:10")
    #expect(page.struckText("Route") == nil)
    #expect(
      Said.by(runner.perform(.correct(id, changes: ["To": "2026-11-24 22:00"], reason: "笔误")))
        == "Reason: 没有改动任何栏目。")
    #expect(
      Said.by(runner.perform(.correct(id, changes: ["To": "2026-11-24 22:05"], reason: "")))
        .hasPrefix("Reason: 更正原因"))
    #expect(
      Said.by(runner.perform(.correct(id, changes: ["Date": "2026-11-23"], reason: "x"))).hasPrefix(
        "Reason: “巡防日”不能更正"))
    #expect(
      Said.by(runner.perform(.correct(id, changes: ["To": "2026-11-24 19:00"], reason: "x")))
        .hasPrefix("To: 归队"))
  }

  @Test("A void page strikes out; the team has no entry any more and may record anew")
  func void() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.record(try Sample.quiet()))
    let id = PageID(BookID("QS", .patrol), year: 2026, number: 1)
    let reply = runner.perform(.void(id, reason: "记错队"))
    #expect(Said.by(reply) == "№2")
    #expect(reply.ledger?.hasEntry("QS") == false)
    #expect(reply.ledger?.page(id)?.isVoid == true)
    #expect(Said.by(runner.perform(.void(id, reason: "again"))) == "Reason: 第1页已作废。")
    #expect(Said.by(runner.perform(.record(try Sample.quiet()))) == "№3")
  }

  @Test("A patrol under way is no page; recording it brings it back")
  func underway() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let out = try Underway.schema.parse([
      "Team": "QS 青石镇专职队", "From": "2026-11-24 19:30", "Due": "2026-11-24 22:30", "Strength": "3",
    ])
    let reply = runner.perform(.setOut(out))
    #expect(Said.by(reply) == "青石镇专职队 已出巡，F5 登记归队。")
    #expect(reply.snapshot?.underway.map(\.code) == ["QS"])
    #expect(scratch.files("books/2026").isEmpty)
    #expect(Said.by(runner.perform(.setOut(out))) == "Team: 青石镇专职队 19:30 已出巡，还没归队。")
    #expect(runner.perform(.record(try Sample.quiet())).snapshot?.underway.isEmpty == true)
  }

  @Test("An open handover is carried over until a later page settles it")
  func handover() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.record(try Sample.quiet(["Handover": "明早复查圈舍"])))
    func open() -> [Int] {
      guard let known = runner.perform(.recall(team: "QS")).outcome.answer(Recollection.self) else {
        return [-1]
      }
      return known.handovers.map(\.number)
    }
    #expect(open() == [1])
    _ = runner.perform(
      .record(
        try Sample.quiet(["From": "2026-11-24 22:12", "To": "2026-11-24 22:30", "Settles": "1"])))
    #expect(open().isEmpty)
  }

  @Test("A register record is added and changed; one changed elsewhere is not overwritten")
  func put() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let new = [
      "Code": "QS-005", "Name": "贾一", "Team": "QS", "Post": "member", "Service": "full",
      "Phone": "10022223333",
    ]
    #expect(
      Said.by(runner.perform(.put(RegisterRecord(.members, new, seen: nil)))) == "已存队员 贾一。C-z 撤销。")
    #expect(
      try runner.snapshot.member("QS-005")?.pinyin == "jia yi",
      "the reading is made where none was given")
    #expect(
      Said.by(runner.perform(.put(RegisterRecord(.members, new, seen: nil))))
        == "Code: 代号 QS-005 已被使用。")
    let seen = Member.schema.texts(try #require(try runner.snapshot.member("QS-005")))
    let changed = seen.merging(["Phone": "10099998888"]) { $1 }
    #expect(
      Said.by(runner.perform(.put(RegisterRecord(.members, changed, seen: seen))))
        == "已存队员 贾一。C-z 撤销。")
    #expect(
      Said.by(runner.perform(.put(RegisterRecord(.members, changed, seen: seen)))).contains(
        "刚被别处改动"))
  }

  @Test("I11: nobody is full time in two teams")
  func twice() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let one = [
      "Code": "QS-005", "Name": "贾一", "Team": "QS", "Post": "member", "Service": "full",
      "Phone": "10022223333",
    ]
    _ = runner.perform(.put(RegisterRecord(.members, one, seen: nil)))
    let two = one.merging(["Code": "QS-01-009", "Team": "QS-01"]) { $1 }
    #expect(
      Said.by(runner.perform(.put(RegisterRecord(.members, two, seen: nil)))).contains(
        "已是 青石镇专职队 的专职队员"))
  }

  @Test("What another console or an editor wrote is seen at the next look")
  func external() throws {
    let scratch = try Demo.small()
    let (one, two) = (try Demo.runner(scratch), try Demo.runner(scratch))
    _ = one.perform(.open(nil))
    #expect(Said.by(one.perform(.refresh(Demo.today))) == "unchanged")
    _ = one.finish(.lookThroughRegisters)
    let looked = one.perform(.refresh(Demo.today))
    #expect(Said.by(looked) == "done", "the registers were looked through")
    #expect(looked.findings?.contains { $0.rule == .leaderGap } == true)
    #expect(Said.by(one.perform(.refresh(Demo.today))) == "unchanged")
    _ = two.perform(.record(try Sample.quiet()))
    #expect(one.perform(.refresh(Demo.today)).ledger?.patrols.count == 1)
    try scratch.write(
      try scratch.text("register/QSP/teams.rec").replacing("柳庄村队", with: "柳庄队"),
      to: "register/QSP/teams.rec")
    #expect(one.perform(.refresh(Demo.today)).snapshot?.team("QS-02")?.name == "柳庄队")
  }

  @Test("A full disk says so, keeps the draft and leaves the books as they were")
  func fullDisk() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch, disk: FailingDisk(scratch.disk, .torn(100)))
    let said = Said.by(runner.perform(.record(try Sample.quiet())))
    #expect(said.contains("books/2026/QS.patrol.rec"), "\(said)")
    #expect(Said.by(try Demo.runner(scratch).perform(.record(try Sample.quiet()))) == "№1")
    #expect(try Demo.isSound(scratch))
  }

  @Test("A broken register is named and left out; the rest is used")
  func brokenRegister() throws {
    let scratch = try Demo.small()
    try scratch.write("Code: QS\n这不是栏目\n", to: "register/QSP/officers.rec")
    let snapshot = try Demo.snapshot(scratch)
    #expect(snapshot.unread.first?.place == "register/QSP/officers.rec:2")
    #expect(snapshot.teams.count == 3)
  }

  @Test("A directory of a newer format is not touched")
  func newer() throws {
    let scratch = try Demo.small()
    try scratch.write(
      try scratch.text("station.rec").replacing("Format: 2", with: "Format: 9"), to: "station.rec")
    let said = Said.by(try Demo.runner(scratch).perform(.record(try Sample.quiet())))
    #expect(said.contains("station.rec") && said.contains("9"), "\(said)")
    #expect(scratch.files("books/2026").isEmpty)
  }
}
