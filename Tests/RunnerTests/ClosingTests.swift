import Patrol
import Records
import Runner
import TestSupport
import Testing
import Wording

@Suite("The day is closed with a signature, and the two books are held against each other")
struct ClosingTests {
  private func close(_ runner: CommandRunner, by person: String) -> String {
    Said.by(runner.perform(.attest(.close(Demo.today), by: person, Signed.secret())))
  }

  @Test("An officer closes every book with pages of the day; a leader the team's own")
  func close() throws {
    let scratch = try Signed.directory()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.record(try Sample.quiet()))
    #expect(close(runner, by: "QS-01-001") == "Signer: 2026-11-24 当日各页均已封簿。")
    #expect(close(runner, by: "P-001") == "№4 №2")
    #expect(close(runner, by: "P-001") == "Signer: 2026-11-24 当日各页均已封簿。")
    let ledger = try #require(runner.perform(.open(nil)).ledger)
    #expect(ledger.openBooks.isEmpty)
    #expect(ledger.close(of: BookID("QS", .patrol))?.attestation.signer.name == "王警官")
    #expect(try Demo.isSound(scratch))
  }

  @Test("A book without a page of the day is closed as well: what comes later for it is late")
  func idle() throws {
    let scratch = try Signed.directory()
    let runner = try Demo.runner(scratch)
    let yesterday = ["Date": "2026-11-23", "From": "2026-11-23 19:30", "To": "2026-11-23 22:10"]
    _ = runner.perform(.record(try Sample.quiet(yesterday.merging(["Late": "补"]) { $1 })))
    // Nothing of that team today; its leader may close it alone.
    #expect(close(runner, by: "QS-001") == "№4 №2")
    #expect(
      Said.by(runner.perform(.record(try Sample.quiet())))
        == "Late: 巡防日 2026-11-24 已封簿，之后的页都是补记。")
    #expect(close(runner, by: "P-001") == "Signer: 2026-11-24 当日各页均已封簿。")
    #expect(try Demo.isSound(scratch))
  }

  @Test("No day is closed before it has begun, and no book for days before the station was")
  func never() throws {
    let scratch = try Signed.directory()
    let (runner, before) = (try Demo.runner(scratch), try DirectoryState(scratch))
    func close(_ day: Day) -> String {
      Said.by(runner.perform(.attest(.close(day), by: "P-001", Signed.secret())))
    }
    #expect(close(Demo.today + 1) == "Signer: 巡防日 2026-11-25 还没有开始，不能封簿。")
    #expect(close(Demo.today + -700) == "Signer: 2024-12-24 当日各页均已封簿。")
    #expect(try DirectoryState(scratch) == before)
  }

  @Test("A file that is no volume of its name, or of another format, keeps no other book open")
  func misplaced() throws {
    for spoilt in ["# Format: 3", "# Book: QS-77.patrol"] {
      let scratch = try Signed.directory()
      let runner = try Demo.runner(scratch)
      _ = runner.perform(.record(try Sample.quiet()))
      let path = "books/2026/QS.patrol.rec"
      let old = spoilt.hasPrefix("# Format") ? "# Format: 2" : "# Book: QS.patrol"
      try scratch.write(try scratch.text(path).replacing(old, with: spoilt), to: path)
      let reply = try Demo.runner(scratch).perform(
        .attest(.close(Demo.today), by: "P-001", Signed.secret()))
      #expect(
        reply.outcome.pages.map(\.id.book) == [BookID("QS", .inspection)], "\(Said.by(reply))")
    }
  }

  @Test("A page after the close needs its reason, and is shown as a late one")
  func late() throws {
    let scratch = try Signed.directory()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.record(try Sample.quiet()))
    _ = close(runner, by: "P-001")
    let second = ["From": "2026-11-24 22:12", "To": "2026-11-24 22:30"]
    #expect(
      Said.by(runner.perform(.record(try Sample.quiet(second))))
        == "Late: 巡防日 2026-11-24 已封簿，之后的页都是补记。")
    let late = second.merging(["Late": "电话报得晚"]) { $1 }
    let reply = runner.perform(.record(try Sample.quiet(late)))
    #expect(Said.by(reply) == "№3")
    let page = try #require(reply.ledger?.patrols.last?.page)
    #expect(reply.ledger?.isAfterClose(page) == true)
    #expect(
      Said.by(
        runner.perform(
          .inspect(
            try Signed.inspection(["From": "2026-11-24 20:00", "To": "2026-11-24 20:20"])))
      ).hasPrefix("Late:"))
  }

  @Test(
    "A14: found absent at 21:40 while the patrol book claims 19:30 to 22:10: named on both pages")
  func disagree() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let claim = try Sample.quiet([
      "Team": "QS-01 高庄村队", "Leader": "QS-01-001 高有福",
      "Present": "QS-01-001 高有福, QS-01-004 高大山, QS-01-005 高小山", "Absent": "",
    ])
    _ = runner.perform(.record(claim))
    let nobody = try Signed.inspection([
      "Present": "0", "Points": "22332232", "Problems": "C G", "Decision": "station",
    ])
    let reply = runner.perform(.inspect(nobody))
    let found = try #require(reply.ledger?.contradictions.first)
    #expect(found.text[.hans] == "高庄村队 检查簿 21:40 到场无人，巡逻簿记 19:30-22:10 在巡")
    #expect(reply.ledger?.contradictions(of: Signed.page(1)).count == 1)
    #expect(
      reply.ledger?.contradictions(of: PageID(BookID("QS-01", .patrol), year: 2026, number: 1))
        .count == 1)
    let finding = try #require(reply.findings?.first { $0.rule == .booksDisagree })
    #expect(finding.isUrgent && finding.text[.hans] == found.text[.hans])
    // Who was counted after all, by a correction, was there, whatever else the page still says.
    let counted = runner.perform(
      .correct(Signed.page(1), changes: ["Present": "3"], reason: "到场清点"))
    #expect(counted.ledger?.contradictions.isEmpty == true)
    _ = runner.perform(
      .correct(Signed.page(1), changes: ["Present": "0", "Problems": "C"], reason: "未到"))
    // `check` says so as well, also of a later day; a void claim ends it.
    #expect(try runner.findings(Demo.today).contains { $0.rule == .booksDisagree })
    _ = runner.perform(
      .void(PageID(BookID("QS-01", .patrol), year: 2026, number: 1), reason: "提前填写"))
    #expect(try !runner.findings(Demo.today).contains { $0.rule == .booksDisagree })
  }

  @Test("A14: somebody absent by name and present in the patrol book is named; others are not")
  func person() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let claim = try Sample.quiet([
      "Team": "QS-01 高庄村队", "Leader": "QS-01-001 高有福",
      "Present": "QS-01-001 高有福, QS-01-004 高大山, QS-01-005 高小山",
      "Absent": "QS-01-003 吉野 (leave)",
    ])
    _ = runner.perform(.record(claim))
    let short = try Signed.inspection([
      "Present": "3", "Absent": "QS-01-003 吉野 (leave), QS-01-004 高大山 (unexcused)",
    ])
    let ledger = try #require(runner.perform(.inspect(short)).ledger)
    #expect(ledger.contradictions.map { $0.person?.name } == ["高大山"])
    // At another time the two say nothing about each other.
    let early = try Signed.inspection([
      "From": "2026-11-24 18:00", "To": "2026-11-24 18:20", "Present": "0", "Problems": "C",
    ])
    #expect(runner.perform(.inspect(early)).ledger?.contradictions.count == 1)
  }

  @Test("A14: somebody present in two patrols at once is named on both pages, until one is mended")
  func twoPlaces() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    func patrol(_ team: String, _ leader: String, from: String, to: String) throws {
      let also = leader == "QS-01-004 高大山" ? "" : ", QS-01-004 高大山"
      let said = [
        "Team": team, "Leader": leader, "Present": leader + also, "Absent": "",
        "From": "2026-11-24 \(from)", "To": "2026-11-24 \(to)",
      ]
      let entry = try Sample.quiet(said)
      #expect(Said.by(runner.perform(.record(entry))).hasPrefix("№"))
    }
    try patrol("QS-01 高庄村队", "QS-01-001 高有福", from: "18:00", to: "20:00")
    // The next one begins when the last one ends: that is no contradiction.
    try patrol("QS-01 高庄村队", "QS-01-004 高大山", from: "20:00", to: "21:00")
    #expect(try !runner.findings(Demo.today).contains { $0.rule == .booksDisagree })
    try patrol("QS 青石镇专职队", "QS-001 周建林", from: "20:30", to: "22:00")
    let ledger = try #require(runner.perform(.open(Demo.today)).ledger)
    #expect(
      ledger.contradictions.map { $0.text[.hans] } == [
        "高大山 20:00-21:00 在高庄村队第2页实到，20:30-22:00 又在青石镇专职队第1页实到"
      ])
    let pages = [
      PageID(BookID("QS", .patrol), year: 2026, number: 1),
      PageID(BookID("QS-01", .patrol), year: 2026, number: 2),
    ]
    #expect(pages.allSatisfy { ledger.contradictions(of: $0).count == 1 })
    #expect(
      ledger.contradictions(of: PageID(BookID("QS-01", .patrol), year: 2026, number: 1)).isEmpty)
    #expect(try runner.findings(Demo.today).contains { $0.rule == .booksDisagree })
    _ = runner.perform(.void(pages[0], reason: "写错队"))
    #expect(try !runner.findings(Demo.today).contains { $0.rule == .booksDisagree })
  }

  @Test("A6–A10: what waits, what was refused, what nobody inspected, what is overdue")
  func findings() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    let open = try Signed.inspection([
      "Present": "4", "Problems": "B", "Decision": "deadline", "By": "2026-11-27",
      "Required": "缺员3日内补足",
    ])
    _ = runner.perform(.inspect(open))
    _ = runner.perform(Signed.sign(1, .inspector, "QS-001"))
    func rules(_ day: String) throws -> [String] {
      let later = try Demo.runner(scratch, at: try #require(Stamp("\(day)T12:00:00+08:00")))
      return try later.findings(try #require(Day(day))).map { "\($0.rule.rawValue) \($0.about)" }
        .filter { ["A6", "A7", "A8", "A9", "A10"].contains($0.split(separator: " ")[0]) }
    }
    #expect(try rules("2026-11-26") == ["A8 QS-02"], "QS-02 was never inspected")
    #expect(try rules("2026-11-27") == ["A6 QS-01", "A8 QS-02"])
    #expect(try rules("2026-11-28") == ["A10 QS-01", "A6 QS-01", "A8 QS-02"])
    #expect(try rules("2026-12-05") == ["A10 QS-01", "A6 QS-01", "A8 QS-02", "A8 QS-01"])
    // A re-check closes the problem and is an inspection itself.
    let later = try Demo.runner(scratch, at: try #require(Stamp("2026-12-05T22:30:00+08:00")))
    guard
      let known = later.perform(
        .recallInspections(inspecting: "QS", inspected: "QS-01")
      ).outcome.answer(Recollection.self)
    else {
      Issue.record("nothing recalled")
      return
    }
    #expect(known.handovers.map(\.number) == [1])
    #expect(known.handovers.first?.text.contains("缺员3日内补足") == true)
    _ = later.perform(
      .inspect(
        try Signed.inspection([
          "Date": "2026-12-05", "From": "2026-12-05 21:00", "To": "2026-12-05 21:20",
          "Settles": "1",
        ])))
    #expect(try rules("2026-12-06") == ["A6 QS-01", "A8 QS-02"])
  }

  @Test("R8: the station checks in a book of its own, which is called by another name")
  func station() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    let check = try Signed.inspection([
      "Inspected": "QS 青石镇专职队", "Inspecting": "QSP 青石派出所", "Inspector": "P-001 王警官",
      "Answering": "QS-001 周建林", "Present": "4", "Expected": "4",
    ])
    let reply = runner.perform(.inspect(check))
    #expect(Said.by(reply) == "№1")
    let id = PageID(BookID("QSP", .inspection), year: 2026, number: 1)
    #expect(
      try scratch.text("books/2026/QSP.inspection.rec").hasPrefix("# 派出所检查记录簿 · 青石派出所 · 2026年卷\n"))
    for (role, person) in [(SignatureRole.inspector, "P-001"), (.inspected, "QS-001")] {
      #expect(
        Said.by(
          runner.perform(.attest(.sign([.init(id, role)]), by: person, Signed.secret()))
        ).hasPrefix("№"))
    }
    #expect(try runner.page(id).missing == nil)
    #expect(try Demo.isSound(scratch))
  }

  @Test(
    "An inspection that can't be true, or is not theirs to make, is refused with the field",
    arguments: [
      (["To": "2026-11-24 21:30"], "To: 离开"), (["To": "2026-11-24 22:31"], "To: 离开 22:31 还没到"),
      (["Date": "2026-11-23"], "From: 到达"), (["Present": "6"], "Present: 实到 6 多于应到 5"),
      (["Absent": "QS-01-004 高大山 (sick)"], "Absent: 点名缺勤 1 人"),
      (["Decision": "deadline"], "By: 限期整改未写期限"), (["By": "2026-11-20"], "By: 整改期限"),
      (["Inspected": "QS 青石镇专职队"], "Inspected: 青石镇专职队 不能检查自己"),
      (["Inspecting": "QS-02 柳庄村队"], "Inspected: 高庄村队 不归 柳庄村队 检查"),
      (["Inspected": "XX 无"], "Inspected: 没有队伍 XX"),
      (["From": "2026-11-24 09:00"], "To: 一次检查 13 小时"),
    ])
  func refused(_ changes: [String: String], _ said: String) throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let reply = runner.perform(.inspect(try Signed.inspection(changes)))
    #expect(Said.by(reply).hasPrefix(said), "\(Said.by(reply))")
    #expect(scratch.files("books/2026").isEmpty)
  }

  @Test("The same inspection is not recorded twice")
  func twice() throws {
    let scratch = try Demo.small()
    defer { withExtendedLifetime(scratch) {} }
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.inspect(try Signed.inspection()))
    #expect(
      Said.by(runner.perform(.inspect(try Signed.inspection()))) == "From: 21:40 对这支队的检查已有一页。")
  }
}
