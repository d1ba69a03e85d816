import Patrol
import Records
import Runner
import TestSupport
import Testing

/// Pages of 31 December, and what is written about them later: within the evening, in the night that
/// still belongs to the day, in the year that follows, and in the year after a year without a page.
@Suite("What is written about a page counts alike, however many years later")
struct AcrossVolumesTests {
  private static let times = [
    "2026-12-31T23:00", "2027-01-01T02:00", "2027-01-01T09:00", "2027-01-03T21:00",
  ]

  private let scratch: Scratch
  private let day: Day

  init() throws {
    scratch = try Demo.small()
    day = try #require(Day("2026-12-31"))
    Signed.issueKeys(try runner("2026-12-31T20:00"))
  }

  private func runner(_ time: String) throws -> CommandRunner {
    try Demo.runner(scratch, at: try #require(Stamp(time + ":00+08:00")))
  }

  private func perform(_ command: Command, at time: String) throws {
    let said = Said.by(try runner(time).perform(command))
    #expect(
      said.hasPrefix("№"), "\(said)")
  }

  private func patrol(_ more: [String: String] = [:]) throws -> PatrolEntry {
    let times = [
      "Date": "2026-12-31", "From": "2026-12-31 19:30", "To": "2026-12-31 22:10",
    ]
    return try Sample.quiet(times.merging(more) { $1 })
  }

  private func inspection(_ more: [String: String] = [:]) throws -> Inspection {
    let times = [
      "Date": "2026-12-31", "From": "2026-12-31 21:40", "To": "2026-12-31 22:05",
    ]
    return try Signed.inspection(times.merging(more) { $1 })
  }

  private func inspect(_ more: [String: String] = [:], isSigned: Bool = true) throws {
    try perform(.inspect(try inspection(more)), at: "2026-12-31T22:30")
    guard isSigned else { return }
    try perform(Signed.sign(1, .inspector, "QS-001"), at: "2026-12-31T22:31")
    try perform(Signed.sign(1, .inspected, "QS-01-001"), at: "2026-12-31T22:32")
  }

  /// By the officer where somebody has signed the page.
  private func correct(
    _ id: PageID, _ changes: [String: String], isSigned: Bool = true, at time: String
  ) throws {
    let signed = Attesting.correct(id, changes: changes, reason: "笔误")
    try perform(
      isSigned && id.book.kind == .inspection
        ? .attest(signed, by: "P-001", Signed.secret())
        : .correct(id, changes: changes, reason: "笔误"), at: time)
  }

  /// What rules say of a day, a few days on.
  private func found(_ rule: RuleID, _ day: String? = nil, at time: String = "2027-01-10T12:00")
    throws -> [String]
  {
    let runner = try runner(time)
    let day = try day.map { try #require(Day($0)) } ?? runner.snapshot.today
    return try runner.findings(day).filter { $0.rule == rule }.map { $0.text[.hans] }
  }

  private func open(_ command: Command) throws -> [String] {
    guard
      let recalled = try runner("2027-01-10T12:00").perform(command).outcome.answer(
        Recollection.self)
    else { return ["?"] }
    return recalled.handovers.map { "\($0.number) \($0.text)" }
  }

  private var problems: [String] {
    get throws { try open(.recallInspections(inspecting: "QS", inspected: "QS-01")) }
  }

  private var waiting: [String] {
    get throws {
      try runner("2027-01-10T12:00").waiting().map { "\($0.page.text) \($0.role.rawValue)" }
    }
  }

  private let patrolPage = PageID(BookID("QS", .patrol), year: 2026, number: 1)
  private let deadline = [
    "Points": "12111111", "Problems": "B", "Decision": "deadline", "By": "2027-01-03",
    "Found": "袖标不全", "Required": "补齐袖标",
  ]

  @Test("A patrol page struck out counts nowhere any more", arguments: times)
  func voidPatrol(_ time: String) throws {
    try perform(
      .record(
        try patrol([
          "Present": "QS-001 周建林", "Absent": "QS-002 𮯰某 (sick)", "Handover": "3号台区围栏锁待加",
        ])), at: "2026-12-31T22:30")
    #expect(try found(.smallCrew, "2026-12-31") == ["青石镇专职队 第1页实到 1 人，少于 3 人"])
    #expect(try found(.openHandover).count == 1)
    #expect(try open(.recall(team: "QS")) == ["1 3号台区围栏锁待加"])
    try perform(.void(patrolPage, reason: "写错队"), at: time)
    #expect(try found(.smallCrew, "2026-12-31").isEmpty)
    #expect(try found(.missingEntry, "2026-12-31").contains("青石镇专职队 12-31 无巡逻记录"))
    #expect(try found(.openHandover).isEmpty)
    #expect(try open(.recall(team: "QS")).isEmpty)
    #expect(
      Said.by(try runner("2027-01-10T12:00").perform(.void(patrolPage, reason: "再划一次")))
        == "Reason: 第1页已作废。")
    #expect(try Demo.isSound(scratch))
  }

  @Test("Signatures given later end the waiting", arguments: times)
  func signatures(_ time: String) throws {
    try inspect(isSigned: false)
    #expect(try waiting == ["QS.inspection 2026 No 1 inspector"])
    try perform(Signed.sign(1, .inspector, "QS-001"), at: time)
    #expect(try waiting == ["QS.inspection 2026 No 1 inspected"])
    try perform(Signed.sign(1, .inspected, "QS-01-001"), at: time)
    #expect(try waiting.isEmpty)
    #expect(try found(.unsignedInspection).isEmpty)
    #expect(try Demo.isSound(scratch))
  }

  @Test("A correction reopens both signatures, and new ones stand under it", arguments: times)
  func reopened(_ time: String) throws {
    try inspect()
    #expect(try waiting.isEmpty)
    try correct(Signed.page(1), ["Remark": "路灯不亮"], at: time)
    #expect(try waiting == ["QS.inspection 2026 No 1 inspector"])
    try perform(Signed.sign(1, .inspector, "QS-001"), at: "2027-01-05T12:00")
    try perform(Signed.sign(1, .inspected, "QS-01-001"), at: "2027-01-05T12:00")
    #expect(try waiting.isEmpty)
    #expect(try Demo.isSound(scratch))
  }

  @Test("A correction sets, moves or takes back the date of a problem", arguments: times)
  func deadlines(_ time: String) throws {
    try inspect()
    #expect(try problems.isEmpty)
    try correct(Signed.page(1), deadline, at: time)
    #expect(try problems == ["1 补齐袖标（2027-01-03）"])
    #expect(try found(.overdueProblem) == ["高庄村队 2026-12-31 第1页整改超期 7 天未复查"])
    try correct(Signed.page(1), ["By": "2027-01-08"], at: "2027-01-04T12:00")
    #expect(try problems == ["1 补齐袖标（2027-01-08）"])
    #expect(try found(.overdueProblem) == ["高庄村队 2026-12-31 第1页整改超期 2 天未复查"])
    try correct(
      Signed.page(1), ["By": "", "Problems": "", "Decision": "", "Points": "11111111"],
      at: "2027-01-05T12:00")
    #expect(try problems.isEmpty)
    #expect(try found(.overdueProblem).isEmpty)
    #expect(try Demo.isSound(scratch))
  }

  @Test(
    "An inspection struck out leaves no problem, waits for nobody and was no inspection",
    arguments: times)
  func voidInspection(_ time: String) throws {
    try inspect(deadline, isSigned: false)
    #expect(try problems.count == 1 && waiting.count == 1)
    // Another team's inspection keeps the book one that is kept.
    try perform(
      .inspect(
        try inspection([
          "Inspected": "QS-02 柳庄村队", "Answering": "QS-02-001 柳得水", "Present": "1",
          "Expected": "1",
        ])), at: "2026-12-31T22:40")
    #expect(try found(.notInspected, at: "2027-01-12T12:00").count == 2)
    try perform(.void(Signed.page(1), reason: "写错队"), at: time)
    #expect(try problems.isEmpty && found(.overdueProblem).isEmpty)
    #expect(try waiting == ["QS.inspection 2026 No 2 inspector"])
    #expect(
      try found(.notInspected, at: "2027-01-12T12:00") == ["高庄村队 未受检查", "柳庄村队 12-31 后未受检查"])
    #expect(try Demo.isSound(scratch))
  }

  @Test(
    "A correction that finds nobody there contradicts the patrol book, and one takes it back",
    arguments: times)
  func contradiction(_ time: String) throws {
    let claim = [
      "Team": "QS-01 高庄村队", "Leader": "QS-01-001 高有福", "Absent": "",
      "Present": "QS-01-001 高有福, QS-01-004 高大山, QS-01-005 高小山",
    ]
    try perform(.record(try patrol(claim)), at: "2026-12-31T22:20")
    try inspect()
    #expect(try found(.booksDisagree, at: "2027-01-04T12:00").isEmpty)
    try correct(
      Signed.page(1),
      ["Present": "0", "Points": "22332232", "Problems": "C G", "Decision": "station"], at: time)
    let sentence = "高庄村队 检查簿 21:40 到场无人，巡逻簿记 19:30-22:10 在巡"
    #expect(try found(.booksDisagree, at: "2027-01-04T12:00") == [sentence])
    let ledger = try #require(try runner("2027-01-04T12:00").perform(.open(day)).ledger)
    #expect(ledger.contradictions.map { $0.text[.hans] } == [sentence])
    try perform(
      .void(PageID(BookID("QS-01", .patrol), year: 2026, number: 1), reason: "提前填写"),
      at: "2027-01-04T09:00")
    #expect(try found(.booksDisagree, at: "2027-01-04T12:00").isEmpty)
    #expect(try Demo.isSound(scratch))
  }

  @Test(
    "A page that comes after the close is a late one",
    arguments: times.prefix(3))
  func closed(_ time: String) throws {
    try perform(.record(try patrol()), at: "2026-12-31T22:30")
    try perform(.attest(.close(day), by: "P-001", Signed.secret()), at: time)
    let second = ["From": "2026-12-31 22:12", "To": "2026-12-31 22:40"]
    let morning = try runner("2027-01-01T09:30")
    #expect(
      Said.by(morning.perform(.record(try patrol(second))))
        == "Late: 巡防日 2026-12-31 已封簿，之后的页都是补记。")
    let late = try patrol(second.merging(["Late": "电话报得晚"]) { $1 })
    let ledger = try #require(morning.perform(.record(late)).ledger)
    #expect(ledger.patrols.map { ledger.isAfterClose($0.page) } == [false, true])
    #expect(try Demo.isSound(scratch))
  }

  @Test("Of several corrections the last one written holds, whatever their numbers")
  func last() throws {
    try perform(.record(try patrol()), at: "2026-12-31T22:30")
    let wordings = ["甲", "乙", "丙", "丁"]
    for (time, wording) in zip(Self.times, wordings) {
      try correct(patrolPage, ["Remark": wording], at: time)
    }
    let page = try runner("2027-01-10T12:00").page(patrolPage)
    #expect(page.text("Remark") == "丁")
    #expect(
      page.amendments.map { "\($0.page.id.year) \($0.page.id.number) \($0.amendment.changes)" }
        == [
          "2026 2 [\"Remark\": \"甲\"]", "2026 3 [\"Remark\": \"乙\"]", "2026 4 [\"Remark\": \"丙\"]",
          "2026 5 [\"Remark\": \"丁\"]",
        ])
    // Nothing changes where the newest wording is written again.
    #expect(
      Said.by(
        try runner("2027-01-10T12:00").perform(
          .correct(patrolPage, changes: ["Remark": "丁"], reason: "笔误"))) == "Reason: 没有改动任何栏目。")
    #expect(try Demo.isSound(scratch))
  }

  @Test("A refusal of December is reviewed in January, and a correction reopens it all")
  func refusal() throws {
    try inspect(isSigned: false)
    try perform(Signed.sign(1, .inspector, "QS-001"), at: "2026-12-31T22:31")
    let refusal = Attesting.refuse(
      Signed.page(1), refused: Named("QS-01-001", "高有福"), reason: "不认人数", statement: "",
      witness: Named("P-002", "李警官"))
    try perform(.attest(refusal, by: "QS-001", Signed.secret()), at: "2027-01-01T02:00")
    #expect(try waiting == ["QS.inspection 2026 No 1 witness"])
    try perform(
      .attest(.witness(Signed.page(1)), by: "P-002", Signed.secret()), at: "2027-01-01T12:00")
    #expect(try waiting == ["QS.inspection 2026 No 1 reviewer"])
    #expect(try found(.refusalUnreviewed).count == 1)
    let review = Attesting.review(Signed.page(1), verdict: "uphold", reason: "事实清楚")
    try perform(.attest(review, by: "P-001", Signed.secret()), at: "2027-01-02T09:00")
    #expect(try waiting.isEmpty && found(.refusalUnreviewed).isEmpty)
    try correct(Signed.page(1), ["Remark": "路灯不亮"], at: "2027-01-02T10:00")
    #expect(try waiting == ["QS.inspection 2026 No 1 inspector"])
    #expect(try Demo.isSound(scratch))
  }

  @Test("Nobody signs for both sides, in two years either")
  func bothSides() throws {
    try inspect(isSigned: false)
    try perform(Signed.sign(1, .inspector, "QS-001"), at: "2026-12-31T22:31")
    let said = Said.by(
      try runner("2027-01-01T09:00").perform(Signed.sign(1, .inspected, "QS-001")))
    #expect(said == "Signer: 周建林 已签了另一方，同一人不能签双方。")
  }

  @Test("A page of another year by the same number says nothing about who signs")
  func sameNumber() throws {
    try inspect(isSigned: false)
    try perform(Signed.sign(1, .inspector, "QS-001"), at: "2026-12-31T22:31")
    // Page 1 of January is made by whom December's page 1 inspected.
    try perform(
      .inspect(
        try inspection([
          "Date": "2027-01-01", "From": "2027-01-01 21:00", "To": "2027-01-01 21:20",
          "Inspected": "QS-02 柳庄村队", "Answering": "QS-02-001 柳得水", "Present": "1",
          "Expected": "1", "Inspector": "QS-01-001 高有福",
        ])), at: "2027-01-01T22:00")
    try perform(Signed.sign(1, .inspected, "QS-01-001"), at: "2027-01-01T22:10")
    #expect(try Demo.verified(scratch).findings.map { $0.happened[.hans] } == [])
  }

  @Test("A page recorded long after its day is found with all that was written about it since")
  func sparse() throws {
    // Nobody wrote anything in 2027.
    let late = ["Late": "漏记", "Handover": "3号台区围栏锁待加"]
    try perform(.record(try patrol(late)), at: "2028-02-29T09:00")
    let page = PageID(BookID("QS", .patrol), year: 2026, number: 1)
    let ledger = try #require(try runner("2028-02-29T12:00").perform(.open(day)).ledger)
    #expect(ledger.patrols.map(\.page.id) == [page])
    try correct(page, ["Remark": "甲"], at: "2029-01-02T09:00")
    #expect(try runner("2029-01-03T09:00").page(page).text("Remark") == "甲")
    try perform(.void(page, reason: "重复"), at: "2030-03-31T09:00")
    #expect(try runner("2030-04-01T09:00").page(page).isVoid)
    #expect(try Demo.isSound(scratch))
  }

  @Test("A problem stays open until it is settled, over any New Year and any first of April")
  func carried() throws {
    try inspect(deadline)
    for time in ["2027-03-31T12:00", "2027-04-01T12:00", "2028-02-29T12:00", "2029-01-01T12:00"] {
      #expect(try found(.overdueProblem, at: time).count == 1, "\(time)")
    }
    let recheck = try inspection([
      "Date": "2029-01-01", "From": "2029-01-01 21:00", "To": "2029-01-01 21:20", "Settles": "1",
    ])
    try perform(.inspect(recheck), at: "2029-01-01T22:00")
    #expect(try found(.overdueProblem, at: "2029-01-02T12:00").isEmpty)
    #expect(try Demo.isSound(scratch))
  }

  @Test("A handover is offered and settled where years without a page lie between")
  func handover() throws {
    try perform(.record(try patrol(["Handover": "3号台区围栏锁待加"])), at: "2026-12-31T22:30")
    func offered() throws -> [Int] {
      let later = try runner("2029-01-02T09:00")
      guard let known = later.perform(.recall(team: "QS")).outcome.answer(Recollection.self) else {
        return []
      }
      return known.handovers.map(\.number)
    }
    #expect(try offered() == [1])
    #expect(try found(.openHandover, at: "2029-01-02T09:00").count == 1)
    let entry = try patrol([
      "Date": "2029-01-01", "From": "2029-01-01 19:30", "To": "2029-01-01 22:10", "Settles": "1",
    ])
    try perform(.record(entry), at: "2029-01-02T09:00")
    #expect(try offered().isEmpty)
    #expect(try found(.openHandover, at: "2029-01-02T09:30").isEmpty)
  }
}
