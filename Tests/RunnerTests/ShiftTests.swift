import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("Who opens the shift with a PIN is said to have written what nobody signs")
struct ShiftTests {
  private func open(_ runner: CommandRunner, _ code: String, _ pin: String = Signed.pin) -> Reply {
    runner.perform(.openShift(by: code, Signed.secret(pin)))
  }

  private func said(_ reply: Reply) -> String { Said.by(reply) }

  /// Everything that is written in nobody's own hand.
  private func writing() throws -> [Command] {
    let patrol = PageID(BookID("QS", .patrol), year: 2026, number: 1)
    return [
      .record(try Sample.quiet()), .inspect(try Signed.inspection()),
      .correct(patrol, changes: ["Remark": "补"], reason: "核实"), .void(patrol, reason: "重记"),
      .put(RegisterRecord(.members, ["Name": "周大", "Team": "QS"], seen: nil)),
      .undo, .redo, .eraseDue, .merge(.members, code: "QS-003", into: "QS-002"),
      .setStation(["OnDuty": "P-002 李警官"]), .setStation(["Language": "en", "Grace": "3"]),
      .reveal(Looking(.members, ["QS-001"], at: .fields, why: "核对")),
    ]
  }

  @Test("In service nothing is written before, and nothing once it is locked again")
  func closed() throws {
    let scratch = try Service.station()
    let (runner, before) = (try Service.runner(scratch), try DirectoryState(scratch))
    func refused() throws {
      for command in try writing() {
        #expect(command.needs == .keeper)
        let reply = runner.perform(command)
        #expect(reply.needsShift && reply.shift == .closed, "\(command)")
        #expect(said(reply).contains("还没有人开班，只能查看。"), "\(command) \(said(reply))")
      }
      #expect(try DirectoryState(scratch) == before)
    }
    try refused()
    #expect(open(runner, "P-001").shift == .open(Named("P-001", "王警官")))
    #expect(runner.perform(.lockShift).shift == .closed)
    try refused()
    // Another program is another keyboard.
    #expect(open(runner, "P-001").shift != .closed)
    let other = try Service.runner(scratch)
    #expect(other.perform(.record(try Sample.quiet())).needsShift)
  }

  @Test("Pages, registers, settings and looks at personal data bear the name of who opened it")
  func keeper() throws {
    let scratch = try Service.station()
    let runner = try Service.runner(scratch)
    // On duty is 王警官 by the desk; 李警官 is there.
    #expect(
      said(open(runner, "P-002")) == "李警官 已开班（值班民警是 王警官），写下的记在 李警官 名下。")
    _ = runner.perform(.record(try Sample.quiet()))
    #expect(try scratch.text("books/2026/QS.patrol.rec").contains("+08:00 P-002 李警官\n"))
    _ = runner.perform(.setStation(["Grace": "3"]))
    #expect(try scratch.text("register/QSP/changes.rec").contains("By: P-002 李警官\n"))
    _ = runner.perform(.reveal(Looking(.members, ["QS-001"], at: .fields, why: "核对")))
    #expect(try runner.accesses(to: "QS-001").lines.map(\.by) == [Named("P-002", "李警官")])
    // The next takes over with a PIN, and what follows is theirs.
    #expect(said(open(runner, "P-001")) == "王警官 已开班，写下的记在其名下。")
    _ = runner.perform(.void(PageID(BookID("QS", .patrol), year: 2026, number: 1), reason: "重记"))
    #expect(try scratch.text("books/2026/QS.patrol.rec").contains("+08:00 P-001 王警官\n"))
    #expect(try Demo.isSound(scratch))
  }

  @Test("Only an officer in post and service, with a key that is not ended, and the right PIN")
  func others() throws {
    let scratch = try Service.station()
    let runner = try Service.runner(scratch)
    #expect(said(open(runner, "QS-001")).contains("周建林 不是本所民警，不能开班。"))
    #expect(said(open(runner, "X-999")).contains("没有人员 X-999。"))
    #expect(said(open(runner, "P-001", "739252")).contains("口令"))
    #expect(said(open(runner, "P-001", "")).contains("口令"))
    let ends = KeysAct.revoke("P-002", reason: "停用", sameAs: nil)
    _ = runner.perform(.keys(ends, by: Signed.hand("P-002")))
    let later = try Service.runner(scratch, at: try #require(Stamp("2026-11-25T08:00:00+08:00")))
    #expect(open(later, "P-002").shift == .closed)
    let officers = "register/QSP/officers.rec"
    try scratch.write(
      try scratch.text(officers).replacing(
        "Code: P-001\n", with: "Code: P-001\nUntil: 2026-11-20\n"),
      to: officers)
    #expect(said(open(later, "P-001")).contains("王警官 已于 2026-11-20 离队"))
    #expect(runner.perform(.record(try Sample.quiet())).needsShift)
  }

  @Test("It ends with the key, the post or the service of who opened it")
  func ended() throws {
    func ends(_ end: (Scratch, CommandRunner) throws -> Void) throws {
      let scratch = try Service.station()
      let runner = try Service.runner(scratch)
      _ = open(runner, "P-002")
      #expect(runner.perform(.record(try Sample.quiet())).outcome.pages.count == 1)
      try end(scratch, try Service.runner(scratch))
      let refreshed = runner.perform(.refresh(Demo.today))
      #expect(refreshed.shift == .closed)
      #expect(runner.perform(.undo).needsShift)
    }
    try ends { _, other in
      _ = other.perform(
        .keys(.revoke("P-002", reason: "停用", sameAs: nil), by: Signed.hand("P-002")))
    }
    try ends { _, other in
      let post = Posting(.officer, at: "QSP", Named("P-002", "李警官"))
      _ = other.perform(.keys(.dismiss([post], reason: "调离"), by: Signed.hand("P-002")))
    }
    try ends { scratch, _ in
      let officers = "register/QSP/officers.rec"
      try scratch.write(
        try scratch.text(officers).replacing(
          "Code: P-002\n", with: "Code: P-002\nUntil: 2026-11-20\n"), to: officers)
    }
  }

  @Test("Called made up for a moment, a station's volumes take no page")
  func disguised() throws {
    let scratch = try Service.station()
    let runner = try Service.runner(scratch)
    _ = open(runner, "P-001")
    _ = runner.perform(.record(try Sample.quiet()))
    let (station, keys) = (try scratch.text("station.rec"), "books/2026/QSP.keys.rec")
    try scratch.write(
      station.replacing("Directory: ", with: "Directory: demo-"), to: "station.rec")
    try scratch.disk.remove(keys)
    let reply = try Demo.runner(scratch).perform(
      .void(PageID(BookID("QS", .patrol), year: 2026, number: 1), reason: "重记"))
    #expect(reply.outcome.pages.isEmpty && said(reply).contains("J1"), "\(said(reply))")
  }

  @Test("What the desk looks like may be changed by anybody, and is said to be the station's")
  func looks() throws {
    let scratch = try Service.station()
    let runner = try Service.runner(scratch)
    let reply = runner.perform(.setStation(["Language": "en", "Theme": "light"]))
    #expect(!reply.needsShift && reply.shift == .closed)
    let changes = try scratch.text("register/QSP/changes.rec")
    #expect(changes.contains("By: QSP ") && !changes.contains("By: P-001"))
  }

  @Test("Where nobody is on duty yet, as on the first day, whoever opens it is")
  func firstDay() throws {
    let scratch = try Service.station()
    try scratch.write(
      try scratch.text("station.rec").replacing("OnDuty: P-001 王警官\n", with: ""), to: "station.rec")
    let runner = try Service.runner(scratch)
    #expect(try runner.snapshot.station.onDuty == nil)
    _ = open(runner, "P-001")
    #expect(try runner.snapshot.station.onDuty?.code == "P-001")
  }

  @Test("A made-up directory is open from the start, and asks for a PIN once it was locked")
  func madeUp() throws {
    let scratch = try Signed.directory()
    let runner = try Demo.runner(scratch)
    #expect(runner.perform(.open(nil)).shift == .open(Named("P-001", "王警官")))
    _ = runner.perform(.lockShift)
    #expect(runner.perform(.record(try Sample.quiet())).needsShift)
    _ = open(runner, "P-002")
    #expect(runner.perform(.record(try Sample.quiet())).outcome.pages.count == 1)
  }
}
