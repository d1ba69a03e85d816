import Books
import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("Settings have a history and can be taken back, as registers can")
struct SettingsTests {
  private func history(_ runner: CommandRunner) -> [Change] {
    guard
      let changes = runner.perform(.history(.settings, code: "QSP")).outcome.answer(
        RecordHistory.self)?.changes
    else { return [] }
    return changes
  }

  @Test("A setting is noted with who, when, from what to what; undo and redo go over it")
  func undone() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    #expect(
      Said.by(runner.perform(.setStation(["CityFloor": "77", "Grace": "3"])))
        == "已存（登记）：本所设置 市级编制、补记宽限（小时）。C-z 撤销。")
    #expect(
      history(runner).map(\.fields) == [
        [Change.Field("CityFloor", from: "80", to: "77"), .init("Grace", from: "2", to: "3")]
      ])
    #expect(history(runner).map(\.by) == [Named("P-001", "王警官")])
    let anew = try Demo.runner(scratch)
    #expect(
      Said.by(anew.perform(.undo)) == "已撤销（登记）：本所设置 市级编制、补记宽限（小时）。C-y 重做。")
    #expect(try anew.snapshot.station.cityFloor == 80)
    _ = anew.perform(.redo)
    #expect(try anew.snapshot.station.cityFloor == 77 && history(anew).count == 3)
  }

  @Test("Settings and registers are steps of one history, taken back newest first")
  func order() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.setStation(["CityFloor": "77"]))
    let seen = try #require(try runner.snapshot.table(.members).texts("QS-002"))
    let texts = seen.merging(["Remark": "临时"]) { $1 }
    _ = runner.perform(.put(RegisterRecord(.members, texts, seen: seen)))
    #expect(Said.by(runner.perform(.undo)).hasPrefix("已撤销（登记）：队员 "))
    #expect(Said.by(runner.perform(.undo)).hasPrefix("已撤销（登记）：本所设置 市级编制"))
    #expect(Said.by(runner.perform(.undo)) == "Code: 没有可以撤销的台账改动。")
  }

  @Test(
    "What was settled when the directory was made is not a setting to be changed",
    arguments: Station.Identity.fixed.sorted())
  func fixed(_ name: String) throws {
    let scratch = try Demo.small()
    let before = try scratch.text("station.rec")
    let said = Said.by(try Demo.runner(scratch).perform(.setStation([name: "9"])))
    #expect(said.hasPrefix("\(name): ") && said.hasSuffix("建目录时已定，不能修改。"), "\(said)")
    #expect(try scratch.text("station.rec") == before)
  }

  @Test(
    "A setting that can't be seen, or that there is not, is refused",
    arguments: [("Name", "\u{202E}所"), ("City", "\u{202E}"), ("Language", "ZZZ"), ("Grace", "-1")])
  func odd(_ name: String, _ value: String) throws {
    let scratch = try Demo.small()
    let before = try scratch.text("station.rec")
    let said = Said.by(try Demo.runner(scratch).perform(.setStation([name: value])))
    #expect(said.hasPrefix("\(name): "), "\(said)")
    #expect(try scratch.text("station.rec") == before)
  }

  @Test("A setting that is as it was, and a record saved as it was, say that nothing was changed")
  func unchanged() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    #expect(Said.by(runner.perform(.setStation(["CityFloor": "80"]))) == "unchanged")
    let seen = try #require(try runner.snapshot.table(.members).texts("QS-002"))
    #expect(
      Said.by(runner.perform(.put(RegisterRecord(.members, seen, seen: seen)))) == "unchanged")
    #expect(!scratch.exists("register/QSP/changes.rec"))
  }
}
