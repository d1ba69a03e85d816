import Books
import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("Every change of a register is written down, and can be taken back")
struct RegisterStepTests {
  private let phone = "10022223333"

  private func member(_ changes: [String: String] = [:]) -> [String: String] {
    [
      "Code": "QS-005", "Name": "贾一", "Team": "QS", "Post": "member", "Service": "part",
      "Phone": phone,
    ].merging(changes) { $1 }.filter { !$0.value.isEmpty }
  }

  private func change(
    _ code: String, _ changes: [String: String], _ runner: CommandRunner,
    _ kind: RegisterKind = .members
  ) throws -> String {
    let seen = try #require(try runner.snapshot.table(kind).texts(code))
    let texts = seen.merging(changes) { $1 }.filter { !$0.value.isEmpty }
    return Said.by(runner.perform(.put(RegisterRecord(kind, texts, seen: seen))))
  }

  private func texts(_ code: String, _ runner: CommandRunner) throws -> [String: String]? {
    try runner.snapshot.table(.members).texts(code)
  }

  @Test("Undo and redo go back and forth over steps, also after the program was started anew")
  func undoRedo() throws {
    let scratch = try Demo.small()
    let first = try Demo.runner(scratch)
    _ = first.perform(.put(RegisterRecord(.members, member(), seen: nil)))
    _ = try change("QS-005", ["Phone": "10099998888", "Remark": "临时"], first)
    let anew = try Demo.runner(scratch)
    #expect(Said.by(anew.perform(.undo)) == "已撤销（登记）：队员 贾一。C-y 重做。")
    #expect(try texts("QS-005", anew)?["Phone"] == phone)
    #expect(try texts("QS-005", anew)?["Remark"] == nil)
    _ = anew.perform(.undo)
    #expect(try texts("QS-005", anew) == nil)
    #expect(Said.by(anew.perform(.undo)) == "Code: 没有可以撤销的台账改动。")
    _ = try Demo.runner(scratch).perform(.redo)
    let third = try Demo.runner(scratch)
    _ = third.perform(.redo)
    #expect(try texts("QS-005", third)?["Phone"] == "10099998888")
    #expect(Said.by(third.perform(.redo)) == "Code: 没有可以重做的台账改动。")
    // A new step after an undo ends what could be done again.
    _ = third.perform(.undo)
    _ = try change("QS-005", ["Remark": "新"], third)
    #expect(Said.by(third.perform(.redo)) == "Code: 没有可以重做的台账改动。")
  }

  @Test("The history of a record says who, when, from what to what")
  func history() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = try change("QS-002", ["Post": "deputy"], runner)
    guard
      let changes = runner.perform(.history(.register(.members), code: "QS-002"))
        .outcome.answer(RecordHistory.self)?.changes
    else {
      Issue.record("no history")
      return
    }
    #expect(changes.map(\.by) == [Named("P-001", "王警官")])
    #expect(changes.first?.at == Demo.now)
    #expect(changes.first?.fields == [Change.Field("Post", from: "member", to: "deputy")])
    #expect(
      try scratch.text("register/QSP/changes.rec").contains(
        "Register: members\nCode: QS-002\nField: Post\nFrom: member\nTo: deputy\nLast: yes\n"))
  }

  @Test("Who leaves keeps the name and loses the phone, in the register and in its history")
  func leaving() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.put(RegisterRecord(.members, member(), seen: nil)))
    _ = try change("QS-005", ["Phone": "10099998888"], runner)
    #expect(
      try change("QS-005", ["Until": "2026-11-24"], runner)
        == "已存队员 贾一。C-z 撤销。电话等个人信息已清除，撤销也不恢复。")
    #expect(try texts("QS-005", runner)?["Phone"] == nil)
    #expect(try texts("QS-005", runner)?["Name"] == "贾一")
    for file in scratch.files() {
      let text = try scratch.text(file)
      #expect(!text.contains(phone) && !text.contains("10099998888"), "\(file)")
    }
    #expect(
      try scratch.text("register/QSP/changes.rec").contains("Field: Phone\nErased: 2026-11-24"))
    // Taken back, the person is there again, without the number.
    _ = runner.perform(.undo)
    #expect(try texts("QS-005", runner)?["Until"] == nil)
    #expect(try texts("QS-005", runner)?["Phone"] == nil)
  }

  @Test("A record that a page names can't be taken back")
  func named() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.put(RegisterRecord(.members, member(), seen: nil)))
    _ = runner.perform(
      .record(
        try Sample.quiet([
          "Present": "QS-001 周建林, QS-005 贾一", "Absent": "", "From": "2026-11-24 19:30",
        ])))
    #expect(
      Said.by(runner.perform(.undo)) == "Code: QS.patrol 2026 No 1 已写有 QS-005，登记不能撤销。")
    #expect(try texts("QS-005", runner) != nil)
  }

  @Test("What was changed by hand since is not overwritten by an undo")
  func overwritten() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = try change("QS-002", ["Remark": "一"], runner)
    let path = "register/QSP/members.rec"
    try scratch.write(
      try scratch.text(path).replacing("Remark: 一", with: "Remark: 二"), to: path)
    let anew = try Demo.runner(scratch)
    #expect(Said.by(anew.perform(.undo)) == "Code: QS-002 后来又被改过，不能撤销。")
    #expect(try scratch.text(path).contains("Remark: 二"))
  }

  @Test(
    "A journal that is none is named, and nothing is numbered after it",
    arguments: ["\u{7F}ELF", "x"])
  func noJournal(_ text: String) throws {
    let scratch = try Demo.small()
    try scratch.write(text, to: "register/QSP/changes.rec")
    let before = try DirectoryState(scratch)
    let said = try change("QS-002", ["Remark": "临时"], try Demo.runner(scratch))
    #expect(said.contains("register/QSP/changes.rec") && said.contains("内容不是记录"), "\(said)")
    #expect(try DirectoryState(scratch) == before)
  }

  @Test("A step that a crash cut off in the journal never happened")
  func torn() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = try change("QS-002", ["Remark": "一"], runner)
    let path = "register/QSP/changes.rec"
    let whole = try scratch.text(path)
    try scratch.write(whole + "Number: 2\nStep: 2\nAt: 2026-11-24T22", to: path)
    let anew = try Demo.runner(scratch)
    #expect(Said.by(anew.perform(.undo)).hasPrefix("已撤销"))
    #expect(try scratch.text(path).hasPrefix(whole + "Number: 2\nStep: 2\n"))
    #expect(try texts("QS-002", anew)?["Remark"] == nil)
  }

  @Test("A register changed elsewhere since refuses the step, and the journal knows nothing of it")
  func refusedStep() throws {
    let scratch = try Demo.small()
    let (one, two) = (try Demo.runner(scratch), try Demo.runner(scratch))
    _ = try one.snapshot
    _ = try change("QS-002", ["Remark": "二"], two)
    let journal = try scratch.text("register/QSP/changes.rec")
    #expect(try change("QS-002", ["Remark": "一"], one).contains("刚被别处改动"))
    #expect(try scratch.text("register/QSP/changes.rec") == journal)
    // Looked at anew, it can be changed, and both steps taken back.
    #expect(try change("QS-002", ["Remark": "一"], one) == "已存队员 𮯰某。C-z 撤销。")
    _ = one.perform(.undo)
    #expect(try texts("QS-002", one)?["Remark"] == "二")
    _ = one.perform(.undo)
    #expect(try texts("QS-002", one)?["Remark"] == nil)
  }

  @Test("A step that stands in the journal alone, the registers untouched, is passed over")
  func journalAlone() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = try change("QS-002", ["Remark": "一"], runner)
    let before = try scratch.text("register/QSP/members.rec")
    _ = try change("QS-003", ["Remark": "二"], runner)
    // As if the power had gone between the journal and the register.
    try scratch.write(before, to: "register/QSP/members.rec")
    let anew = try Demo.runner(scratch)
    #expect(Said.by(anew.perform(.undo)) == "已撤销（登记）：队员 𮯰某。C-y 重做。")
    #expect(try texts("QS-002", anew)?["Remark"] == nil)
  }

  @Test("Many records are changed in one step and taken back in one")
  func several() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let codes = ["QS-002", "QS-003", "QS-004"]
    let step = RegisterStep(
      setting: ["Service": "full", "Background": "volunteer"], of: codes, in: .members,
      try runner.snapshot)
    #expect(Said.by(runner.perform(.change(step))) == "已存（批量修改）：队员 3 条。C-z 撤销。")
    #expect(
      try codes.map { try texts($0, runner)?["Background"] } == [
        "volunteer", "volunteer", "volunteer",
      ])
    _ = runner.perform(.undo)
    #expect(try codes.allSatisfy { try texts($0, runner)?["Background"] == nil })
  }

  @Test("Nothing of a step is done when one record of it is refused, or the disk is full")
  func allOrNothing() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let before = try scratch.text("register/QSP/members.rec")
    let records = [
      RegisterRecord(.members, member(), seen: nil),
      RegisterRecord(.members, member(["Code": "QS-006", "Team": "XX"]), seen: nil),
    ]
    #expect(Said.by(runner.perform(.change(RegisterStep(.edit, records)))) == "Team: 没有队伍 XX。")
    #expect(try scratch.text("register/QSP/members.rec") == before)
    #expect(scratch.files("register/QSP").contains("changes.rec") == false)
    let full = try Demo.runner(scratch, disk: FailingDisk(scratch.disk, .full))
    #expect(Said.by(full.perform(.change(RegisterStep(.edit, [records[0]])))).contains("磁盘已满"))
    #expect(try scratch.text("register/QSP/members.rec") == before)
  }

  @Test("Two stations in one directory: each writes its own files, and only reads the other's")
  func twoStations() throws {
    let scratch = try Demo.small()
    let other = """
      Code: BGP-I-0001
      Alias: 环卫保洁0001
      Name: 毛秋收
      Kind: sanitation
      Section: 北关街
      Unit: BG

      """
    try scratch.write(other, to: "register/BGP/informants.rec")
    let runner = try Demo.runner(scratch)
    #expect(try runner.snapshot.table(.informants).count == 1)
    #expect(
      try change("BGP-I-0001", ["Section": "南关街"], runner, .informants)
        == "Code: BGP-I-0001 由 BGP 登记，这里只能看。")
    _ = runner.perform(
      .put(
        RegisterRecord(
          .informants,
          ["Code": "QSP-I-0001", "Name": "邓玉兰", "Kind": "sanitation", "Unit": "QS"], seen: nil)))
    _ = runner.perform(.reveal(Looking(.informants, ["BGP-I-0001"], at: .fields, why: "核对")))
    // The other station, at its own console, over the same directory.
    let settings = try scratch.text("station.rec")
    try scratch.write(
      settings.replacing("Unit: QSP", with: "Unit: BGP").replacing("青石", with: "北关"),
      to: "station.rec")
    let theirs = try Demo.runner(scratch)
    let ours = scratch.files().filter { $0.hasPrefix("register/QSP/") || $0 == "access/QSP.rec" }
    let before = try ours.map(scratch.text)
    #expect(
      try change("BGP-I-0001", ["Section": "南关街"], theirs, .informants) == "已存信息员 毛秋收。C-z 撤销。")
    #expect(
      try change("QSP-I-0001", ["Section": "x"], theirs, .informants)
        == "Code: QSP-I-0001 由 QSP 登记，这里只能看。")
    _ = theirs.perform(.undo)
    _ = theirs.perform(.eraseDue)
    _ = theirs.perform(.reveal(Looking(.informants, ["QSP-I-0001"], at: .fields, why: "核对")))
    #expect(try ours.map(scratch.text) == before)
    #expect(scratch.files("register/BGP").sorted().contains("changes.rec"))
    #expect(scratch.files("access").sorted() == ["BGP.rec", "QSP.rec"])
  }
}
