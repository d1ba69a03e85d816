import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@Suite("No false record is made by the way")
struct NoFalseRecordTests {
  @Test(
    "A mark of going out shows who is out until when, and is taken back with two keys or by C-z")
  func takenBack() throws {
    let typist = try Typist(try Demo.small(), size: Size(120, 40))
    typist.type("<F5><F10>2")
    #expect(typist.screen.contains("应01:30归"), "\(typist.screen)")
    #expect(typist.screen.contains("4/4"))
    typist.type("<Del>")
    #expect(typist.message == "再按一次撤销：青石镇专职队 22:30 出巡。")
    // Any other key in between means something else.
    typist.type("<Down><Del>")
    #expect(typist.world.snapshot.underway.count == 1)
    typist.type("<Del>")
    #expect(typist.message == "已撤销 青石镇专职队 22:30 出巡。")
    #expect(typist.world.snapshot.underway.isEmpty)
    typist.type("1<F5><F10><C-z>")
    #expect(typist.message == "已撤销 青石镇专职队 22:30 出巡。", "\(typist.screen)")
    #expect(typist.world.snapshot.underway.isEmpty)
    #expect(!typist.scratch.files("books/2026").contains { $0.contains("patrol") })
  }

  @Test(
    "C-z takes back what was done last: a record that was changed since the mark is meant first")
  func undoneInOrder() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F5><F10>")
    let new = [
      "Code": "QS-005", "Name": "贾一", "Team": "QS", "Post": "member", "Service": "part",
    ]
    _ = typist.runner.perform(.put(RegisterRecord(.members, new, seen: nil)))
    typist.type("<C-z>")
    #expect(typist.world.snapshot.member("QS-005") == nil, "\(typist.message)")
    #expect(typist.world.snapshot.underway.count == 1)
  }

  @Test("A mark is put right with F4: when it went out, until when, how many")
  func markChanged() throws {
    let typist = try Typist(try Demo.small(), size: Size(120, 40))
    typist.type("<F5><F10>2<F4>")
    #expect(typist.screen.contains("应归"), "\(typist.screen)")
    typist.type("<Up>2205<Enter>2345<F10>")
    #expect(typist.message == "已改：青石镇专职队 22:05 出巡，应 23:45 归队。", "\(typist.screen)")
    let out = try #require(typist.world.snapshot.underway.first)
    #expect(out.from.clock == "22:05" && out.due.clock == "23:45" && out.present == 4)
  }

  @Test("A mark that was changed or ended meanwhile is neither changed nor taken back")
  func markOfBefore() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F5><F10>")
    let out = try #require(typist.world.snapshot.underway.first)
    let other = try Demo.runner(typist.scratch)
    #expect(
      other.perform(.record(try Sample.quiet(["To": "2026-11-24 22:40"])))
        .outcome.pages.isEmpty, "not over yet")
    _ = other.perform(.takeBack(out))
    let reply = typist.runner.perform(.setOut(out, instead: out))
    #expect(Said.by(reply).contains("出巡标记已有变动"), "\(reply.outcome)")
    #expect(Said.by(typist.runner.perform(.takeBack(out))).contains("出巡标记已有变动"))
  }

  @Test("A shift that has begun is called off with a reason alone, and stays in sight")
  func calledOff() throws {
    let scratch = try Demo.stocked()
    let typist = try Typist(scratch, size: Size(120, 40))
    typist.type("8")
    #expect(typist.screen.contains("未巡"), "\(typist.screen)")
    let planned = typist.screen
    typist.type("<Del>")
    #expect(typist.screen.contains("新增勤务变更") && typist.screen.contains("停班"), "\(typist.screen)")
    typist.type("<F10>")
    #expect(typist.message.contains("已经开始，改班次要在备注写明原因"), "\(typist.screen)")
    typist.type("暴雨停巡<F10>")
    #expect(typist.screen != planned && typist.screen.contains("停班 2"), "\(typist.screen)")
    #expect(typist.screen.contains("停班：暴雨停巡"), "\(typist.screen)")
  }

  @Test("A station checks its own teams: another's is said as soon as it is chosen, and refused")
  func otherStation() throws {
    let scratch = try Demo.small()
    let units = "register/QSP/units.rec"
    let text = try scratch.text(units)
    try scratch.write(
      text.replacing("Parent: QS\nStation: QSP", with: "Parent: QS\nStation: SQP")
        + "\nCode: SQP\nName: 石桥派出所\nKind: station\nParent: JC\n", to: units)
    let reply = try Demo.runner(scratch).perform(
      .inspect(
        try Signed.inspection(["Inspecting": "QSP 青石派出所", "Inspector": "P-001 王警官"])))
    #expect(Said.by(reply).contains("高庄村队"), "\(reply.outcome)")
    #expect(reply.outcome.pages.isEmpty)
    let own = try Demo.runner(scratch).perform(.inspect(try Signed.inspection()))
    #expect(own.outcome.pages.count == 1, "the township's team may")
    let typist = try Typist(scratch, size: Size(120, 40))
    typist.type("<Down><F2><Enter>")
    #expect(typist.screen.contains("石桥派出所的队。"), "\(typist.screen)")
    typist.type("<Esc><F3><Enter><F5>")
    typist.type("<Tab><Tab><Tab>")
    #expect(!typist.screen.contains("归石桥派出所检查"))
  }

  @Test("A closed day and a day outside the campaign are said when the form opens")
  func unusualDay() throws {
    let scratch = try Demo.small()
    Signed.issueKeys(try Demo.runner(scratch))
    let station = try scratch.text("station.rec")
    try scratch.write(
      station + "CampaignFrom: 2026-11-01\nCampaignTo: 2026-11-20\n", to: "station.rec")
    let typist = try Typist(scratch, size: Size(120, 40))
    for form in ["<F2><Enter>", "<F3>高庄<Enter>"] {
      typist.type(form)
      #expect(typist.screen.contains("不在专项期内（2026-11-01 至 2026-11-20）"), "\(typist.screen)")
      typist.type("<Esc>")
    }
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.record(try Sample.quiet()))
    _ = runner.perform(.inspect(try Signed.inspection()))
    _ = runner.perform(.attest(.close(Demo.today), by: "P-001", Signed.secret()))
    let after = try Typist(scratch, size: Size(120, 40))
    // What was recorded all the same is marked.
    #expect(after.screen.components(separatedBy: "专项外").count == 3, "\(after.screen)")
    for form in ["<F2><Enter>", "<F3>高庄<Enter>"] {
      after.type(form)
      #expect(after.screen.contains("当日已封簿：要写补记原因。"), "\(after.screen)")
      after.type("<Esc>")
    }
  }
}

@Suite("What was typed before does not speak for what is typed now")
struct NothingCarriedOverTests {
  @Test("Nothing found takes away what was typed of a finding")
  func nothingFound() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F2><Enter>2000-2210<Enter>=<Enter><Enter>11<Enter>围栏破<Enter>1<Enter>")
    typist.type("<Up><Up><Up><C-u>01<Enter><F10>")
    let page = try #require(typist.patrols.first, "\(typist.screen)")
    #expect(page.text("Found").isEmpty && page.text("Observed").isEmpty, "\(page.page.record.text)")
    #expect(page.text("Handling").isEmpty)
  }

  @Test(
    "Everybody was there, and the number of people is not in order: that is said before it is saved"
  )
  func enoughPeople() throws {
    let typist = try Typist(try Demo.directory(), size: Size(120, 40))
    typist.type("<F3>gzc<Enter>2140+25<Enter>=<Enter>12111111<Enter>")
    let doubt = "应到5人都到了，人数却记不合格。"
    #expect(typist.screen.contains(doubt), "\(typist.screen)")
    #expect(typist.screen.contains("不合格：人数达标，问题：缺员"), "\(typist.screen)")
    let short = try Typist(try Demo.directory(), size: Size(120, 40))
    short.type("<F3>gzc<Enter>2140+25<Enter>4/5<Enter>12111111<Enter>")
    #expect(!short.screen.contains(doubt), "\(short.screen)")
  }

  @Test("A draft that is gone on with is beside its own team's last patrol")
  func draftOfAnotherTeam() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(
      .record(try Sample.quiet(["From": "2026-11-24 19:00", "To": "2026-11-24 20:01"])))
    let typist = try Typist(scratch, size: Size(120, 40))
    typist.type("<F2>gz<Enter>2100-2200<Enter>")
    typist.tick()
    typist.type("<Esc>")
    let again = try Typist(scratch, size: Size(120, 40))
    again.type("<F2>")
    #expect(again.screen.contains("高庄村队"), "\(again.screen)")
    #expect(!again.screen.contains("20:01"), "\(again.screen)")
    again.type("<F5>")
    #expect(!again.screen.contains("制服"), "\(again.screen)")
  }

  @Test("A mark that was taken back by mistake comes back with C-z")
  func markBack() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F5><F10>2<Del><Del>")
    #expect(typist.world.snapshot.underway.isEmpty)
    typist.type("<C-z>")
    #expect(typist.world.snapshot.underway.map(\.code) == ["QS"], "\(typist.message)")
    #expect(typist.message.hasPrefix("已恢复：青石镇专职队"), "\(typist.message)")
  }
}
