import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("What was planned stays planned")
struct RosterHistoryTests {
  private let code = "QSP-D-0001"

  private func line(_ runner: CommandRunner, _ code: String) throws -> [String: String] {
    try #require(try runner.snapshot.table(.roster).texts(code))
  }

  private func plan(_ runner: CommandRunner, _ day: Day) throws -> [String] {
    try runner.snapshot.duties(of: "QS", on: day).map { "\($0.from.clock)-\($0.to.clock)" }
  }

  @Test("Other hours of a shift that was in force hold from today, in one step that is taken back")
  func hours() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    let before = try line(runner, code)
    let reply = runner.perform(
      .put(
        RegisterRecord(
          .roster, before.merging(["From": "21:00", "To": "23:00"]) { $1 }, seen: before)))
    #expect(Said.by(reply) == "已改，从今天起；以前的照旧。C-z 撤销。")
    #expect(try plan(runner, Demo.today - 1) == ["20:00-22:00"])
    #expect(try plan(runner, Demo.today) == ["21:00-23:00"])
    _ = runner.perform(.undo)
    #expect(try line(runner, code) == before)
    #expect(try plan(runner, Demo.today) == ["20:00-22:00"])
    #expect(try Demo.isSound(scratch))
  }

  @Test(
    "No way leads around it: many at once, an end before today, a beginning that moves",
    arguments: [["Weekdays": "7"], ["Until": "2026-11-20"], ["Since": "2026-11-24"]])
  func refused(_ change: [String: String]) throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    let before = try line(runner, code)
    let step = RegisterStep(setting: change, of: [code], in: .roster, try runner.snapshot)
    #expect(Said.by(runner.perform(.change(step))).contains("排过的日子不能改"))
    #expect(try line(runner, code) == before)
    #expect(try Demo.isSound(scratch))
  }

  @Test(
    "One that begins today or later, and where it goes, is changed as it stands; it may end today")
  func free() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    let before = try line(runner, code)
    let ended = before.merging(["Until": Demo.today.text, "Route": "村口"]) { $1 }
    #expect(
      Said.by(runner.perform(.put(RegisterRecord(.roster, ended, seen: before)))).contains("已存"))
    let new = before.merging(["Code": "QSP-D-0009", "Since": Demo.today.text]) { $1 }
    _ = runner.perform(.put(RegisterRecord(.roster, new, seen: nil)))
    let seen = try line(runner, "QSP-D-0009")
    _ = runner.perform(
      .put(RegisterRecord(.roster, seen.merging(["From": "19:00"]) { $1 }, seen: seen)))
    #expect(try line(runner, "QSP-D-0009")["From"] == "19:00")
    #expect(try Demo.isSound(scratch))
  }
}
