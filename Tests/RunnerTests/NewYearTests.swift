import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("The books go on over New Year: what December left is finished in January")
struct NewYearTests {
  private func runner(_ scratch: Scratch, _ time: String) throws -> CommandRunner {
    try Demo.runner(scratch, at: try #require(Stamp(time + ":00+08:00")))
  }

  private func patrol(_ day: String, _ from: String, _ to: String, _ more: [String: String] = [:])
    throws -> PatrolEntry
  {
    try Sample.quiet(["Date": day, "From": from, "To": to].merging(more) { $1 })
  }

  private func inspection(_ day: String, _ more: [String: String] = [:]) throws -> Inspection {
    try Signed.inspection(
      ["Date": day, "From": "\(day) 21:40", "To": "\(day) 22:05"].merging(more) { $1 })
  }

  /// What is still open, as a form would offer it.
  private func open(_ runner: CommandRunner, _ command: Command) -> [String] {
    guard let recalled = runner.perform(command).outcome.answer(Recollection.self) else {
      return ["?"]
    }
    return recalled.handovers.map { "\($0.number) \($0.text)" }
  }

  private let problem = [
    "Points": "12111111", "Problems": "B", "Decision": "deadline", "By": "2027-01-03",
    "Found": "袖标不全", "Required": "补齐袖标",
  ]

  @Test("A page recorded in time in December is corrected in January without a word of lateness")
  func correct() throws {
    let scratch = try Demo.small()
    let evening = try runner(scratch, "2026-12-30T23:00")
    let entry = try patrol("2026-12-30", "2026-12-30 19:30", "2026-12-30 22:10")
    #expect(Said.by(evening.perform(.record(entry))) == "№1")
    #expect(Said.by(evening.perform(.inspect(try inspection("2026-12-30")))) == "№1")
    let january = try runner(scratch, "2027-01-02T09:00")
    let page = PageID(BookID("QS", .patrol), year: 2026, number: 1)
    let corrected = january.perform(.correct(page, changes: ["Weather": "fog"], reason: "笔误"))
    #expect(Said.by(corrected) == "№2")
    #expect(corrected.ledger?.patrols.map { $0.text("Weather") } == ["fog"])
    let again = january.perform(
      .correct(Signed.page(1), changes: ["Remark": "路灯不亮"], reason: "漏写"))
    #expect(Said.by(again) == "№2")
    #expect(scratch.files("books/2027").isEmpty)
    #expect(try Demo.isSound(scratch))
  }

  @Test("Signatures and the close of 31 December stand in December's volumes")
  func close() throws {
    let scratch = try Demo.small()
    let night = try runner(scratch, "2026-12-31T23:00")
    Signed.issueKeys(night)
    let entry = try patrol("2026-12-31", "2026-12-31 19:30", "2026-12-31 22:10")
    _ = night.perform(.record(entry))
    _ = night.perform(.inspect(try inspection("2026-12-31")))
    let january = try runner(scratch, "2027-01-01T09:00")
    #expect(Said.by(january.perform(Signed.sign(1, .inspector, "QS-001"))) == "№2")
    #expect(Said.by(january.perform(Signed.sign(1, .inspected, "QS-01-001"))) == "№3")
    let day = try #require(Day("2026-12-31"))
    let closed = january.perform(.attest(.close(day), by: "P-001", Signed.secret()))
    #expect(Said.by(closed).hasPrefix("№"), "\(Said.by(closed))")
    let ledger = try #require(january.perform(.open(day)).ledger)
    #expect(ledger.openBooks.isEmpty && ledger.inspections.first?.missing == nil)
    #expect(try Demo.isSound(scratch))
  }

  @Test("A problem of December is open in January, and a recheck in January settles it")
  func settled() throws {
    let scratch = try Demo.small()
    let december = try runner(scratch, "2026-12-31T23:00")
    #expect(
      Said.by(december.perform(.inspect(try inspection("2026-12-31", problem)))) == "№1")
    let recall = Command.recallInspections(inspecting: "QS", inspected: "QS-01")
    let january = try runner(scratch, "2027-01-01T23:00")
    #expect(open(january, recall) == ["1 补齐袖标（2027-01-03）"])
    let recheck = try inspection("2027-01-01", ["Settles": "1"])
    #expect(Said.by(january.perform(.inspect(recheck))) == "№1")
    #expect(open(january, recall).isEmpty)
  }

  @Test("Handovers of December stay until an entry of January settles them")
  func handover() throws {
    let scratch = try Demo.small()
    let december = try runner(scratch, "2026-12-31T23:00")
    _ = december.perform(
      .record(
        try patrol(
          "2026-12-31", "2026-12-31 19:30", "2026-12-31 22:10", ["Handover": "3号台区围栏锁待加"])))
    let first = try runner(scratch, "2027-01-01T09:00")
    _ = first.perform(.record(try patrol("2027-01-01", "2027-01-01 08:10", "2027-01-01 08:50")))
    let recall = Command.recall(team: "QS")
    #expect(open(first, recall) == ["1 3号台区围栏锁待加"])
    let fifth = try runner(scratch, "2027-01-05T23:00")
    let day = try #require(Day("2027-01-05"))
    #expect(try fifth.findings(day).contains { $0.rule == .openHandover })
    _ = fifth.perform(
      .record(
        try patrol("2027-01-05", "2027-01-05 19:30", "2027-01-05 22:10", ["Settles": "1"])))
    #expect(open(fifth, recall).isEmpty)
    #expect(try !fifth.findings(day).contains { $0.rule == .openHandover })
  }

  @Test("An entry of January about December is held against December's inspection")
  func contradiction() throws {
    let scratch = try Demo.small()
    let december = try runner(scratch, "2026-12-31T23:00")
    let nobody = [
      "Present": "0", "Points": "22332232", "Problems": "C G", "Decision": "station",
    ]
    _ = december.perform(.inspect(try inspection("2026-12-31", nobody)))
    let claim = [
      "Team": "QS-01 高庄村队", "Leader": "QS-01-001 高有福", "Absent": "", "Late": "停电",
      "Present": "QS-01-001 高有福, QS-01-004 高大山, QS-01-005 高小山",
    ]
    let january = try runner(scratch, "2027-01-01T12:00")
    _ = january.perform(
      .record(try patrol("2026-12-31", "2026-12-31 19:30", "2026-12-31 22:10", claim)))
    let found = try january.findings(try #require(Day("2027-01-01")))
    #expect(
      found.contains { $0.text[.hans].contains("到场无人") }, "\(found.map { $0.text[.hans] })")
  }

  @Test("A console of 1 January shows both years' pages, day by day")
  func console() throws {
    let scratch = try Demo.small()
    let december = try runner(scratch, "2026-12-31T23:00")
    let entry = try patrol("2026-12-31", "2026-12-31 19:30", "2026-12-31 22:10")
    _ = december.perform(.record(entry))
    let morning = try #require(Stamp("2027-01-01T09:00:00+08:00"))
    let typist = try Typist(scratch, at: morning)
    typist.type("<F2><Enter>0810-0850<Enter>=<Enter><Enter>01<F10>")
    #expect(typist.patrols.map(\.page.id.year) == [2027], "\(typist.screen)")
    typist.type("[")
    #expect(typist.patrols.map(\.page.id.year) == [2026], "\(typist.screen)")
  }

  @Test("Who left on 31 December goes a year and a day later, not a day before")
  func erased() throws {
    let scratch = try NewYear.books()
    func name(_ time: String) throws -> String? {
      let runner = try NewYear.runner(scratch, time)
      _ = runner.perform(.eraseDue)
      return try NewYear.runner(scratch, time).snapshot.table(.members).texts("QS-03-002")?["Name"]
    }
    #expect(try name("2026-12-31T23:00") == "王二宝")
    #expect(try name("2027-01-01T02:00") == "王二宝")
    #expect(try name("2027-01-01T09:00") == "已清除")
    #expect(
      try scratch.text("register/QSP/members.rec").contains("Remark: 保存期满，2027-01-01 清除"))
  }
}
