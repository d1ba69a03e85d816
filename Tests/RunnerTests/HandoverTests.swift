import Patrol
import Records
import Runner
import TestSupport
import Testing

/// A shift is handed over with everything that is open named one by one (B14).
@Suite("A shift handover names everything that is open, and both officers sign it")
struct HandoverTests {
  private static let book = BookID("QSP", .handover)
  private static let matter = "QS.patrol 2026 No 1 | 2026-11-24 青石镇专职队 路灯待复查"

  private func at(_ scratch: Scratch, _ time: String) throws -> CommandRunner {
    try Demo.runner(scratch, at: try #require(Stamp("\(time):00+08:00")))
  }

  /// A station in whose patrol book one thing is open, on the morning after.
  private func morning() throws -> (Scratch, CommandRunner) {
    let scratch = try Demo.stocked()
    _ = try Demo.runner(scratch).perform(.record(try Sample.quiet(["Handover": "路灯待复查"])))
    return (scratch, try at(scratch, "2026-11-25T08:02"))
  }

  private static let texts = [
    "Station": "QSP 青石派出所", "Date": "2026-11-25", "From": "2026-11-24 08:00",
    "To": "2026-11-25 08:00", "Outgoing": "P-001 王警官", "Incoming": "P-002 李警官",
    "Open": "goes-on matter \(matter) | 下午去看", "Equipment": "radio 6, torch 12",
  ]

  private func hand(
    _ runner: CommandRunner, _ changes: [String: String] = [:]
  ) -> String {
    Said.by(
      runner.perform(.write(NewPage(.handover, Self.texts.merging(changes) { $1 }))))
  }

  @Test("It is written into the station's book, with what was open and the word about it")
  func written() throws {
    let (scratch, runner) = try morning()
    #expect(hand(runner).hasPrefix("№"), "\(hand(runner))")
    let text = try scratch.text("books/2026/QSP.handover.rec")
    #expect(text.contains("# 交接班记录簿"))
    #expect(text.contains("Open: goes-on matter \(Self.matter) | 下午去看\n"))
  }

  @Test(
    "What leaves anything out, or says what is not so, is refused with the field to mend",
    arguments: [
      (["Open": ""], "未写明：待办 2026-11-24 青石镇专职队 路灯待复查 №1。"),
      (["Open": "done matter QS.patrol 2026 No 9 | 别的"], "未写明：待办 2026-11-24 青石镇专职队 路灯待复查 №1。"),
      (
        ["Open": "goes-on matter \(matter)\ngoes-on matter QS.patrol 2026 No 9 | 别的"],
        "已不在未完事项里：待办 别的 №9。"
      ),
      (["Open": "goes-on matter \(matter)\ndone matter \(matter)"], "已不在未完事项里"),
      (["Incoming": "P-001 王警官"], "王警官 不能交给自己，双方要各签一次。"),
      (["Station": "QS 青石镇专职队"], "青石镇专职队 不是本所。"),
      (["To": "2026-11-25 09:30"], "交接时间 09:30 还早（现在 08:02）。"),
      (["Date": "2026-11-24"], "交接时间 2026-11-25 08:00 不属于巡防日 2026-11-24。"),
      (["From": "2026-11-25 08:00"], "不晚于本班的起点 2026-11-25 08:00"),
      (["Out": "QS 青石镇专职队 | 2026-11-25 07:00 | 2026-11-25 10:00"], "青石镇专职队 已不在巡。"),
      (["From": "2026-11-22 08:00"], "超过 48 小时。"),
      (["Equipment": "radio 6, radio 3"], "装备“radio 6, radio 3”不对"),
      (["Equipment": "kettle 2"], "装备里没有“kettle”这一项。"),
      (["Incoming": "P-002 赵六"], "接班人：“P-002 赵六”在台账里叫“李警官”。"),
      (["Incoming": "P-099 赵六"], "接班人：台账里没有 P-099。"),
    ])
  func refused(_ changes: [String: String], _ sentence: String) throws {
    let (scratch, runner) = try morning()
    #expect(hand(runner, changes).contains(sentence), "\(hand(runner, changes))")
    #expect(try scratch.disk.status("books/2026/QSP.handover.rec") == nil)
  }

  @Test("A team that is out is named with the time it is due")
  func out() throws {
    let morning = try morning()
    let runner = morning.1
    _ = runner.perform(
      .setOut(
        try Underway.schema.parse([
          "Team": "QS 青石镇专职队", "From": "2026-11-25 07:30", "Due": "2026-11-25 10:30",
          "Strength": "3",
        ])))
    #expect(hand(runner).contains("青石镇专职队 在巡未归，未写进去。"))
    let line = "QS 青石镇专职队 | 2026-11-25 07:30 | 2026-11-25 10:30"
    #expect(hand(runner, ["Out": line]).hasPrefix("№"))
  }

  /// Both officers sign the first page.
  private func signBoth(_ runner: CommandRunner) {
    let page = PageID(Self.book, year: 2026, number: 1)
    for (role, person) in [(SignatureRole.outgoing, "P-001"), (.incoming, "P-002")] {
      let said = Said.by(
        runner.perform(.attest(.sign([.init(page, role)]), by: person, Signed.secret())))
      #expect(said.hasPrefix("№"), "\(said)")
    }
  }

  @Test("What a handover calls done ends with both signatures; a void handover says nothing")
  func done() throws {
    let (scratch, runner) = try morning()
    Signed.issueKeys(runner)
    #expect(hand(runner, ["Open": "done matter \(Self.matter) | 已修"]).hasPrefix("№"))
    func open() throws -> [String] {
      try at(scratch, "2026-11-28T09:00").findings(Demo.today + 4)
        .filter { $0.rule == .openHandover }.map { $0.text[.hans] }
    }
    #expect(try open().count == 1)
    signBoth(runner)
    #expect(try open().isEmpty)
    let page = PageID(Self.book, year: 2026, number: 1)
    let void = runner.perform(
      .attest(.void(page, reason: "记错"), by: "P-001", Signed.secret()))
    #expect(void.outcome.pages.count == 1, "\(Said.by(void))")
    #expect(try open() == ["青石镇专职队 11月24日交接“路灯待复查”未办结（第1页）"])
  }

  @Test("What is handed over anew by a correction is open, and nobody's forgery ends anything")
  func believed() throws {
    let (scratch, runner) = try morning()
    Signed.issueKeys(runner)
    #expect(hand(runner, ["Open": "done matter \(Self.matter)"]).hasPrefix("№"))
    signBoth(runner)
    func open() throws -> [String] {
      try at(scratch, "2026-11-25T09:00").handing(.handover).open.map(\.matter.says)
    }
    #expect(try open().isEmpty)
    let patrol = PageID(BookID("QS", .patrol), year: 2026, number: 1)
    let corrected = runner.perform(
      .correct(patrol, changes: ["Handover": "路灯待复查，另：车辆盯守"], reason: "补写"))
    #expect(corrected.outcome.pages.count == 1)
    #expect(try open() == ["2026-11-24 青石镇专职队 路灯待复查，另：车辆盯守"])
    _ = runner.perform(.correct(patrol, changes: ["Handover": "路灯待复查"], reason: "改回"))
    #expect(try open().isEmpty)
    let path = "books/2026/QSP.handover.rec"
    let sound = try scratch.text(path)
    try scratch.write(sound.replacing("radio 6", with: "radio 5"), to: path)
    #expect(try open() == ["2026-11-24 青石镇专职队 路灯待复查"])
    try scratch.write(sound.replacing("QSP", with: "QS"), to: "books/2026/QS.handover.rec")
    try scratch.write(sound.replacing("As: incoming", with: "As: outgoing"), to: path)
    #expect(try open().contains("2026-11-24 青石镇专职队 路灯待复查"))
  }

  @Test("At the turn of the year it stands in the volume that runs, and is found there")
  func newYear() throws {
    let scratch = try Demo.small()
    let runner = try at(scratch, "2027-01-01T07:50")
    let texts = [
      "Date": "2026-12-31", "From": "2026-12-31 08:00", "To": "2027-01-01 07:45", "Open": "",
    ]
    #expect(
      hand(runner, texts.merging(["To": "2027-01-01 08:00"]) { $1 }).contains("08:00 还早（现在 07:50）"))
    #expect(
      hand(runner, texts.merging(["Date": "2027-01-01"]) { $1 }).contains("不属于巡防日 2027-01-01"))
    #expect(hand(runner, texts).hasPrefix("№"))
    let later = try at(scratch, "2027-01-01T20:00")
    #expect(try later.handing(.handover).since?.text == "2027-01-01 07:45")
    #expect(try later.page(PageID(Self.book, year: 2026, number: 1)).missing == .outgoing)
  }

  @Test("What is to be put right or signed goes on, whatever a handover would call it")
  func notDone() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(
      .inspect(
        try Signed.inspection([
          "Points": "11121111", "Problems": "E", "Decision": "deadline", "By": "2026-11-30",
          "Required": "补齐装备",
        ])))
    let later = try at(scratch, "2026-11-25T08:02")
    guard let found = later.perform(.recallShift(.handover)).outcome.answer(Recollection.self)
    else {
      Issue.record("nothing recalled")
      return
    }
    #expect(
      found.open.map { $0.matter.words(.hans) } == [
        "待办 2026-11-24 高庄村队 补齐装备 → 2026-11-30 №1", "待签 2026-11-24 高庄村队 周建林 №1",
      ])
    let lines = found.open.map { HandedItem(.goesOn, $0.matter).text }
    #expect(
      hand(later, ["Open": lines.joined(separator: "\n").replacing("goes-on m", with: "done m")])
        .contains("不能这样办结：待办 2026-11-24 高庄村队 补齐装备"))
    #expect(hand(later, ["Open": lines.joined(separator: "\n")]).hasPrefix("№"))
  }

  @Test("It waits for both officers, each by name, and for nobody else")
  func signed() throws {
    let morning = try morning()
    let runner = morning.1
    #expect(hand(runner).hasPrefix("№"))
    Signed.issueKeys(runner)
    let page = PageID(Self.book, year: 2026, number: 1)
    func sign(_ role: SignatureRole, _ person: String) -> String {
      Said.by(
        runner.perform(.attest(.sign([.init(page, role)]), by: person, Signed.secret())))
    }
    #expect(try runner.waiting().map(\.role) == [.outgoing])
    #expect(sign(.outgoing, "P-002").contains("李警官 不是这一页的交班人。"))
    #expect(sign(.outgoing, "P-001").hasPrefix("№"))
    #expect(try runner.waiting().map(\.person) == [Named("P-002", "李警官")])
    #expect(sign(.incoming, "P-002").hasPrefix("№"))
    #expect(try runner.waiting().isEmpty)
    #expect(try runner.verify()?.findings.isEmpty == true)
  }

  @Test("An older handover that is signed late puts nobody on duty")
  func late() throws {
    let (scratch, runner) = try morning()
    Signed.issueKeys(runner)
    _ = hand(runner)
    let evening = try at(scratch, "2026-11-25T18:00")
    let open = try evening.handing(.handover).open.map { HandedItem(.goesOn, $0.matter).text }
    _ = hand(
      evening,
      [
        "From": "2026-11-25 08:00", "To": "2026-11-25 18:00", "Outgoing": "P-002 李警官",
        "Incoming": "P-001 王警官", "Open": open.joined(separator: "\n"),
      ])
    for (role, person) in [(SignatureRole.outgoing, "P-001"), (.incoming, "P-002")] {
      let item = Attesting.Item(PageID(Self.book, year: 2026, number: 1), role)
      let said = Said.by(evening.perform(.attest(.sign([item]), by: person, Signed.secret())))
      #expect(said.hasPrefix("№"), "\(said)")
    }
    #expect(try evening.snapshot.station.onDuty?.code == "P-001")
  }

  @Test("The next one begins where this one ended")
  func following() throws {
    let (scratch, runner) = try morning()
    #expect(hand(runner).hasPrefix("№"))
    let evening = try at(scratch, "2026-11-25T18:00")
    let open = "goes-on signature QSP.handover 2026 No 1 | 2026-11-25 青石派出所 王警官"
    let texts = [
      "From": "2026-11-25 07:00", "To": "2026-11-25 18:00", "Outgoing": "P-002 李警官",
      "Incoming": "P-001 王警官", "Open": "goes-on matter \(Self.matter)\n\(open)",
    ]
    #expect(hand(evening, texts).contains("本班自 2026-11-25 07:00，但上一份交接到 2026-11-25 08:00。"))
    #expect(hand(evening, texts.merging(["From": "2026-11-25 08:00"]) { $1 }).hasPrefix("№"))
  }

  @Test("Who has left, or is of another station, neither hands over nor takes over")
  func officers() throws {
    let (scratch, runner) = try morning()
    for (name, texts) in [
      ("钱警官", ["Code": "P-010", "Name": "钱警官", "Unit": "QS"]),
      ("孙警官", ["Code": "P-011", "Name": "孙警官", "Unit": "QSP", "Until": "2026-11-01"]),
    ] {
      _ = runner.perform(.put(RegisterRecord(.officers, texts, seen: nil)))
      let person = "\(texts["Code"] ?? "") \(name)"
      #expect(hand(runner, ["Incoming": person]).hasSuffix("\(name) 不是本所在职民警。"))
      #expect(hand(runner, ["Outgoing": person]).hasSuffix("\(name) 不是本所在职民警。"))
    }
    #expect(!scratch.exists("books/2026/QSP.handover.rec"))
  }

  @Test("A gap, and a handover entered late, say why; and a correction moves no time")
  func remarks() throws {
    let (scratch, runner) = try morning()
    #expect(hand(runner).hasPrefix("№"))
    let noon = try at(scratch, "2026-11-25T12:30")
    let open = try noon.handing(.handover).open.map { HandedItem(.goesOn, $0.matter).text }
    func texts(_ from: String, _ to: String, _ remark: String = "") -> [String: String] {
      [
        "From": "2026-11-25 \(from)", "To": "2026-11-25 \(to)", "Remark": remark,
        "Outgoing": "P-002 李警官", "Incoming": "P-001 王警官", "Open": open.joined(separator: "\n"),
      ]
    }
    #expect(hand(noon, texts("09:00", "12:00")).contains("没有人当班"))
    #expect(hand(noon, texts("08:00", "10:00")).contains("现在才记"))
    #expect(hand(noon, texts("09:00", "10:00", "开会，停电")).hasPrefix("№"))
    let moved = noon.perform(
      .correct(
        PageID(Self.book, year: 2026, number: 1), changes: ["To": "2026-11-25 09:00"], reason: "误"))
    #expect(moved.outcome.pages.isEmpty)
  }

  @Test("Who hands over is who took over by the handover that both signed, or the remark says why")
  func chain() throws {
    let (scratch, runner) = try morning()
    Signed.issueKeys(runner)
    _ = hand(runner)
    for (role, person) in [(SignatureRole.outgoing, "P-001"), (.incoming, "P-002")] {
      let item = Attesting.Item(PageID(Self.book, year: 2026, number: 1), role)
      _ = runner.perform(.attest(.sign([item]), by: person, Signed.secret()))
    }
    let evening = try at(scratch, "2026-11-25T18:00")
    let open = try evening.handing(.handover).open.map { HandedItem(.goesOn, $0.matter).text }
    let texts = [
      "From": "2026-11-25 08:00", "To": "2026-11-25 18:00", "Open": open.joined(separator: "\n"),
    ]
    #expect(hand(evening, texts) == "Outgoing: 上一份交接由 李警官 接班，不是 王警官。")
    #expect(hand(evening, texts.merging(["Remark": "李警官请假"]) { $1 }).hasPrefix("№"))
  }

  @Test("The only officer of a station takes over from nobody, and signs once")
  func alone() throws {
    let scratch = try Demo.small()
    let officers = try scratch.text("register/QSP/officers.rec")
    try scratch.write(
      officers.components(separatedBy: "Code: P-002")[0], to: "register/QSP/officers.rec")
    let runner = try at(scratch, "2026-11-25T08:02")
    #expect(hand(runner, ["Open": "", "Incoming": "P-001 王警官"]).hasPrefix("№"))
    Signed.issueKeys(runner, to: ["P-001"])
    let page = PageID(Self.book, year: 2026, number: 1)
    _ = runner.perform(
      .attest(.sign([.init(page, .outgoing)]), by: "P-001", Signed.secret()))
    #expect(try runner.waiting().isEmpty)
  }
}
