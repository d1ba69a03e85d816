import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("The same person twice, units that change: no page is touched, nothing vanishes")
struct MergingTests {
  @Test("Merging keeps both codes, both histories, and moves what was held")
  func people() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    let twin = [
      "Code": "QS-009", "Name": "周建林", "Team": "QS", "Post": "member", "Service": "part",
      "Phone": "10012345678", "Background": "cadre",
    ]
    _ = runner.perform(.put(RegisterRecord(.members, twin, seen: nil)))
    let finding = try #require(try runner.findings(Demo.today).first { $0.rule == .samePerson })
    #expect(finding.text[.hans] == "周建林（QS-009）与 QS-001 电话相同，疑为同一人")
    #expect(finding.place == .twins(.members, "QS-001", "QS-009"))
    let page = try Sample.quiet(["Present": "QS-001 周建林, QS-002 𮯰某", "Absent": ""])
    _ = runner.perform(.record(page))
    let book = try scratch.bytes("books/2026/QS.patrol.rec")
    let said = Said.by(runner.perform(.merge(.members, code: "QS-001", into: "QS-009")))
    #expect(said == "已存（合并）：队员 2 条。C-z 撤销。")
    let table = try runner.snapshot.table(.members)
    #expect(table.texts("QS-001")?["SameAs"] == "QS-009")
    #expect(table.texts("QS-001")?["Until"] == "2026-11-24")
    #expect(table.texts("QS-001")?["Phone"] == nil)
    #expect(table.texts("QS-009")?["Phone"] == "10012345678")
    #expect(try runner.snapshot.table(.equipment).texts("QSP-E-0002")?["Person"] == "QS-009 周建林")
    #expect(try scratch.bytes("books/2026/QS.patrol.rec") == book)
    #expect(try !runner.findings(Demo.today).contains { $0.rule == .samePerson })
    guard
      let changes = runner.perform(.history(.register(.members), code: "QS-009"))
        .outcome.answer(RecordHistory.self)?.changes
    else { return }
    #expect(Set(changes.map(\.code)) == ["QS-001", "QS-009"])
    _ = runner.perform(.undo)
    #expect(try runner.snapshot.table(.members).texts("QS-001")?["SameAs"] == nil)
    #expect(try runner.snapshot.table(.equipment).texts("QSP-E-0002")?["Person"] == "QS-001 周建林")
  }

  @Test("A unit is renamed: pages keep the name of their day, books stay whole")
  func rename() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    _ = runner.perform(.record(try Sample.quiet()))
    let book = try scratch.bytes("books/2026/QS.patrol.rec")
    for (kind, code, name) in [
      (RegisterKind.units, "QS", "青石街道"), (.teams, "QS", "青石街道专职队"),
    ] {
      let seen = try #require(try runner.snapshot.table(kind).texts(code))
      let texts = seen.merging(["Name": name]) { $1 }
      #expect(
        Said.by(runner.perform(.put(RegisterRecord(kind, texts, seen: seen))))
          == "已存\(kind.title[.hans]) \(name)。C-z 撤销。")
    }
    #expect(try runner.snapshot.unit("QS")?.pinyin == "qing shi jie dao", "the reading follows")
    #expect(try scratch.bytes("books/2026/QS.patrol.rec") == book)
    let second = try Sample.quiet([
      "Team": "QS 青石街道专职队", "From": "2026-11-24 22:12", "To": "2026-11-24 22:30",
    ])
    #expect(Said.by(runner.perform(.record(second))) == "№2")
    #expect(try Demo.isSound(scratch))
  }

  @Test("A village joins another: what stood under it stands there; its code stays")
  func units() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    #expect(
      Said.by(runner.perform(.merge(.units, code: "QS-02", into: "QS")))
        == "Code: QS-02 与 QS 类别不同，不能合并。")
    #expect(
      Said.by(runner.perform(.merge(.units, code: "QS-02", into: "QS-02")))
        == "Code: QS-02 不能并入自己。")
    _ = runner.perform(.merge(.units, code: "QS-02", into: "QS-01"))
    let snapshot = try runner.snapshot
    #expect(snapshot.unit("QS-02")?.sameAs == "QS-01")
    #expect(snapshot.team("QS-02")?.unit == "QS-01")
    #expect(snapshot.table(.volunteers).texts("QSP-V-0001")?["Unit"] == "QS-01")
    _ = runner.perform(.undo)
    #expect(try runner.snapshot.team("QS-02")?.unit == "QS-02")
  }

  @Test("A township is split: a new one takes over some of its villages, in one step")
  func split() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let step = RegisterStep(
      splitting: "QS", into: Named("QN", "青南镇"), moving: ["QS-02"], in: try runner.snapshot)
    _ = runner.perform(.change(step))
    let snapshot = try runner.snapshot
    #expect(snapshot.unit("QN")?.name == "青南镇")
    #expect(snapshot.unit("QN")?.kind == .township)
    #expect(snapshot.unit("QS-02")?.parent == "QN")
    #expect(snapshot.unit("QS-01")?.parent == "QS")
    _ = runner.perform(.undo)
    #expect(try runner.snapshot.unit("QN") == nil)
    #expect(try runner.snapshot.unit("QS-02")?.parent == "QS")
  }

  @Test(
    "While a register that may name the record is not read, nothing takes its place",
    arguments: Set(Kinds.ours.fields(naming: .units).map(\.of)).sorted { $0.name < $1.name })
  func unread(_ kind: RegisterKind) throws {
    let scratch = try Demo.stocked()
    let path = "register/QSP/\(kind.name).rec"
    try scratch.write(try scratch.text(path) + "\n?? garbage\n", to: path)
    let before = try DirectoryState(scratch)
    let reply = try Demo.runner(scratch).perform(.merge(.units, code: "QS-02", into: "QS-01"))
    #expect(Said.by(reply).contains(path), "\(Said.by(reply))")
    #expect(try DirectoryState(scratch) == before)
  }
}
