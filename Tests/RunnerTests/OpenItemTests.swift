import Patrol
import Records
import Runner
import TestSupport
import Testing

/// What a page leaves open stays open until a page settles it, however long that takes.
@Suite("No window and no clamp makes a duty vanish")
struct OpenItemTests {
  private func open(_ runner: CommandRunner) throws -> [String] {
    try runner.findings(runner.snapshot.today).filter { $0.rule == .openHandover }.map {
      $0.text[.hans]
    }
  }

  /// Records an entry of the team on a day, an hour later with each.
  private func record(
    _ runner: CommandRunner, _ day: String, _ changes: [String: String] = [:]
  ) throws {
    let texts = ["Date": day, "From": "\(day) 20:00", "To": "\(day) 21:00"]
    let reply = runner.perform(.record(try Sample.quiet(texts.merging(changes) { $1 })))
    #expect(reply.outcome.pages.count == 1, "\(Said.by(reply))")
  }

  @Test("A handover stays open over any number of later pages, and over the year's end")
  func manyPages() throws {
    let scratch = try Demo.stocked()
    try record(try Demo.runner(scratch), "2026-11-24", ["Handover": "路灯待复查"])
    for back in (1...40).reversed() {
      let day = Demo.today + (41 - back)
      let late = try #require(Stamp("\(day.text)T22:30:00+08:00"))
      try record(try Demo.runner(scratch, at: late), day.text)
    }
    for time in [
      "2027-01-05T22:30:00+08:00", "2027-03-31T22:30:00+08:00", "2027-04-30T22:30:00+08:00",
    ] {
      let runner = try Demo.runner(scratch, at: try #require(Stamp(time)))
      #expect(try open(runner) == ["青石镇专职队 2026年11月24日交接“路灯待复查”未办结（第1页）"], "\(time)")
    }
  }

  @Test("Entries are held against each other behind any number of pages that are about them")
  func manyCorrections() throws {
    let scratch = try Demo.stocked()
    for day in 24...26 {
      let evening = try #require(Stamp("2026-11-\(day)T22:30:00+08:00"))
      try record(
        try Demo.runner(scratch, at: evening), "2026-11-\(day)",
        ["Found": "suspicious", "Observed": "鱼塘边有人撒网，问明来意", "Handling": "persuaded"])
    }
    let runner = try Demo.runner(scratch, at: try #require(Stamp("2026-11-26T23:00:00+08:00")))
    let page = PageID(BookID("QS", .patrol), year: 2026, number: 3)
    for number in 1...30 {
      _ = runner.perform(.correct(page, changes: ["Remark": "第\(number)次"], reason: "笔误"))
    }
    for at in ["2026-11-26T23:30:00+08:00", "2027-01-01T09:00:00+08:00"] {
      let later = try Demo.runner(scratch, at: try #require(Stamp(at)))
      let found = try later.findings(later.snapshot.today).filter { $0.rule == .sameTexts }
      #expect(found.map(\.about) == ["QS"], "\(at)")
      let known = later.perform(.recall(team: "QS")).outcome.answer(Recollection.self)
      #expect(known?.texts["Remark"] == "第30次", "\(at)")
    }
  }

  @Test("A page settles what it names, and leaves the others open")
  func oneByOne() throws {
    let scratch = try Demo.stocked()
    try record(try Demo.runner(scratch), "2026-11-24", ["Handover": "路灯待复查"])
    func at(_ day: Int) throws -> CommandRunner {
      try Demo.runner(scratch, at: try #require(Stamp("2026-11-\(day)T22:30:00+08:00")))
    }
    try record(try at(25), "2026-11-25", ["Handover": "井盖待换"])
    try record(try at(26), "2026-11-26", ["Settles": "2"])
    #expect(try open(try at(29)) == ["青石镇专职队 11月24日交接“路灯待复查”未办结（第1页）"])
    try record(try at(29), "2026-11-29", ["Settles": "1"])
    #expect(try open(try at(30)).isEmpty)
  }

  @Test("A correction that takes a handover away, or names what is settled, counts")
  func corrected() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    try record(runner, "2026-11-24", ["Handover": "路灯待复查"])
    let later = try Demo.runner(scratch, at: try #require(Stamp("2026-11-28T22:30:00+08:00")))
    #expect(try open(later).count == 1)
    let page = PageID(BookID("QS", .patrol), year: 2026, number: 1)
    _ = later.perform(.correct(page, changes: ["Handover": ""], reason: "写错"))
    #expect(try open(later).isEmpty)
    _ = later.perform(.correct(page, changes: ["Handover": "井盖待换"], reason: "补写"))
    #expect(try open(later).count == 1)
  }

  @Test("A16 goes by the crew as it was corrected, in the year's volume and in the next")
  func crew() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    try record(
      runner, "2026-11-24",
      ["Present": "QS-001 周建林", "Absent": "QS-002 𮯰某 (sick), QS-003 𱍐某 (sick)"])
    func small(_ runner: CommandRunner) throws -> [String] {
      try runner.findings(runner.snapshot.today).filter { $0.rule == .smallCrew }.map(\.about)
    }
    let before = try small(runner)
    let page = PageID(BookID("QS", .patrol), year: 2026, number: 1)
    let people = try #require(runner.page(page).entry)
    #expect(before == ["QS"])
    let all = ([people.leader] + people.absent.map(\.person)).map(\.text).joined(separator: ", ")
    let reply = runner.perform(
      .correct(page, changes: ["Present": all, "Absent": ""], reason: "漏写"))
    #expect(reply.outcome.pages.count == 1, "\(Said.by(reply))")
    #expect(try small(runner).isEmpty)
  }

  @Test(
    "A10 and unsigned inspections of the demo stand the same months later",
    arguments: ["2026-12-15", "2027-03-31", "2027-04-30", "2029-02-01"])
  func demo(_ day: String) throws {
    func duties(_ time: String) throws -> [String] {
      let scratch = try Demo.directory()
      let runner = try Demo.runner(scratch, at: try #require(Stamp(time)))
      let waiting = try runner.waiting().map { "\($0.page.text) \($0.role.rawValue)" }
      let overdue = try runner.findings(runner.snapshot.today).filter { $0.rule == .overdueProblem }
        .map(\.about)
      return waiting.sorted() + overdue.sorted()
    }
    let first = try duties("2026-12-15T22:30:00+08:00")
    #expect(!first.isEmpty)
    #expect(try duties("\(day)T22:30:00+08:00") == first)
  }
}
