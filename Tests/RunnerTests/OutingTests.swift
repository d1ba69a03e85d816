import Books
import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("A patrol that is out is so until its own page is in the book")
struct OutingTests {
  private func mark(_ from: String) throws -> Underway {
    try Underway.schema.parse([
      "Team": "QS 青石镇专职队", "From": "2026-11-24 \(from)", "Due": "2026-11-24 23:30",
      "Strength": "3",
    ])
  }

  private func patrol(_ from: String, _ to: String) throws -> PatrolEntry {
    try Sample.quiet(["From": "2026-11-24 \(from)", "To": "2026-11-24 \(to)"])
  }

  @Test("A page of an earlier patrol ends nothing; that of the patrol does, and says so")
  func earlier() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.setOut(try mark("19:12")))
    let morning = runner.perform(.record(try patrol("08:10", "08:50")))
    #expect(Said.by(morning) == "№1" && morning.note == nil)
    #expect(try runner.snapshot.underway(of: "QS") != nil)
    let back = runner.perform(.record(try patrol("19:15", "22:10")))
    #expect(Said.by(back) == "№2")
    #expect(back.note?[.hans] == "青石镇专职队 19:12 出巡已归队。")
    #expect(try runner.snapshot.underway(of: "QS") == nil)
  }

  @Test("A mark that another station has set is out no longer once the page is there, in both")
  func otherStation() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.setOut(try mark("19:12")))
    let marks = try scratch.text("register/QSP/underway.rec")
    try scratch.write(marks, to: "register/BYP/underway.rec")
    try scratch.disk.remove("register/QSP/underway.rec")
    let here = try Demo.runner(scratch)
    #expect(try here.snapshot.underway(of: "QS") != nil)
    _ = here.perform(.record(try patrol("19:15", "22:10")))
    #expect(try here.snapshot.underway(of: "QS") == nil)
    #expect(try Demo.runner(scratch).snapshot.underway(of: "QS") == nil)
    #expect(
      try scratch.text("register/BYP/underway.rec") == marks, "it is the other's to take away")
  }

  @Test("Nobody sets out on a patrol that is in the book already")
  func recorded() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.record(try patrol("19:15", "22:10")))
    #expect(
      Said.by(runner.perform(.setOut(try mark("19:30")))) == "From: 这支队 19:15 出发的巡逻已有一页。")
  }

  @Test("Who left or is called otherwise since the form was opened is not written as present")
  func people() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    func change(_ code: String, _ texts: [String: String]) throws {
      let seen = try #require(try runner.snapshot.table(.members).texts(code))
      _ = runner.perform(
        .put(RegisterRecord(.members, seen.merging(texts) { $1 }, seen: seen)))
    }
    try change("QS-003", ["Until": "2026-11-20"])
    #expect(
      Said.by(runner.perform(.record(try Sample.quiet()))) == "Present: 𱍐某 自 2026-11-20 起离队。")
    try change("QS-003", ["Until": "2026-11-25"])
    try change("QS-001", ["Name": "周建临"])
    #expect(
      Said.by(runner.perform(.record(try Sample.quiet()))) == "Present: 名册里“周建林”已改为“周建临”。")
    let teams = try scratch.text("register/QSP/teams.rec")
    try scratch.write(
      teams.replacing("Code: QS\n", with: "Code: QS\nUntil: 2026-11-01\n"),
      to: "register/QSP/teams.rec")
    #expect(
      Said.by(try Demo.runner(scratch).perform(.record(try Sample.quiet())))
        == "Team: 青石镇专职队 自 2026-11-01 起停用。")
  }
}
