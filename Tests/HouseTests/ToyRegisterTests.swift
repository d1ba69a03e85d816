import Foundation
import Patrol
import Records
import Runner
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console
@testable import xunfang

/// Two registers that only these tests declare are found wherever the program's own are, with no
/// line of the program changed.
@Suite("A register that is declared is everywhere")
struct ToyRegisterTests {
  static let pilots = """
    %rec: Pilot

    Code: QSP-PL-0001
    Called: 单翼
    Read: shan yi
    Flies: QS
    Mobile: 10090000031

    Code: QSP-PL-0002
    Called: 云飞
    Read: yun fei
    Flies: QS-01
    Mobile: 10090000032

    """
  private static let drones = """
    %rec: Drone

    Code: QSP-DR-0001
    Model: 巡一型
    Pilot: QSP-PL-0001 单翼

    Code: QSP-DR-0002
    Model: 旧型
    Pilot: QSP-PL-0001 单翼
    Scrapped: 2026-01-01

    """

  private func scratch() throws -> Scratch {
    let scratch = try Demo.stocked()
    try scratch.write(Self.pilots, to: "register/QSP/pilots.rec")
    try scratch.write(Self.drones, to: "register/QSP/drones.rec")
    return scratch
  }

  private func typist(_ scratch: Scratch, _ size: Size = Size(120, 40)) throws -> Typist {
    try Typist(scratch, size: size, kinds: .withToys)
  }

  /// The base registers on the screen, the last but one or the last chosen.
  private func opened(_ kind: RegisterKind, _ scratch: Scratch) throws -> Typist {
    let typist = try typist(scratch)
    let down = Kinds.withToys.registers(in: .base).firstIndex(of: kind) ?? 0
    return typist.type("7" + String(repeating: "<Down>", count: down) + "<Tab>")
  }

  private func text(_ scratch: Scratch, _ kind: RegisterKind) throws -> String {
    String(decoding: try scratch.bytes("register/QSP/\(kind.name).rec"), as: UTF8.self)
  }

  // MARK: The console

  @Test("It stands among the registers with its count, its columns and its people masked")
  func listed() throws {
    let screen = try opened(.pilots, try scratch()).screen
    for part in ["无人机飞手", "单翼", "青石镇专职队", "100****0031", "登记持证"] {
      #expect(screen.contains(part), "\(part) is missing")
    }
  }

  @Test("Its records are filtered by characters and by the reading that is its own field")
  func filtered() throws {
    for typed in ["云", "yf", "yunfei", "0032", "QSP-PL-0002"] {
      let typist = try opened(.pilots, try scratch()).type("/\(typed)")
      #expect(typist.screen.contains("云飞") && !typist.screen.contains("单翼 "), "\(typed)")
    }
  }

  @Test("A new one is typed into a form, numbered, read and journaled; undo takes it away")
  func typed() throws {
    let scratch = try scratch()
    let typist = try opened(.pilots, scratch).type("n鲁迅<Enter>")
    typist.type("<Enter>10090000033<Enter><F10>")
    let saved = try text(scratch, .pilots)
    #expect(saved.contains("Code: QSP-PL-0003"))
    #expect(saved.contains("Read: lu xun"))
    #expect(typist.message.contains("鲁迅"))
    typist.type("<C-z>")
    #expect(!(try text(scratch, .pilots).contains("鲁迅")))
  }

  @Test("Its usual act, its end, its page with history, its sheet and its reveal work")
  func acted() throws {
    let scratch = try scratch()
    var typist = try opened(.pilots, scratch).type("<F5>")
    #expect(try text(scratch, .pilots).contains("Licensed: 2026-11-24"))
    typist = try opened(.pilots, scratch).type("<Enter>")
    #expect(typist.screen.contains("持证") && typist.screen.contains("2026-11-24"))
    typist.type("<F5>核对<Enter><F10>")
    #expect(typist.screen.contains("10090000031"))
    #expect(String(decoding: try scratch.bytes("access/QSP.rec"), as: UTF8.self).contains("pilots"))
    typist = try opened(.pilots, scratch).type("x今天<F10>")
    #expect(try text(scratch, .pilots).contains("Left: 2026-11-24"))
    // Who has left can't be reached any more: the number goes at once.
    #expect(!(try text(scratch, .pilots).contains("10090000031")))
  }

  @Test("A field that names its records offers them, in the form of another register")
  func offered() throws {
    let typist = try opened(.drones, try scratch()).type("n新型<Enter><F4>")
    #expect(typist.screen.contains("单翼") && typist.screen.contains("云飞"))
  }

  @Test("Search leads to it")
  func searched() throws {
    let typist = try typist(try scratch()).type("<C-f>单翼<Enter>")
    #expect(typist.screen.contains("单翼"))
  }

  // MARK: Rules

  @Test("A record that it has not can't be named; what stands there already stays")
  func dangling() throws {
    let scratch = try scratch()
    let runner = try Demo.runner(scratch, kinds: .withToys)
    let reply = runner.perform(
      .put(
        RegisterRecord(
          .drones, ["Code": "QSP-DR-0009", "Model": "三型", "Pilot": "X-1 无"], seen: nil)))
    guard case .failed(let notice, let field) = reply.outcome else {
      Issue.record("a drone of nobody was written")
      return
    }
    #expect(field == "Pilot" && notice.happened[.hans].contains("X-1"))
  }

  @Test("The same person twice is found, merged, and what is in force names the one kept")
  func merged() throws {
    let scratch = try scratch()
    let twin = Self.pilots.replacing("QSP-PL-0002", with: "QSP-PL-0009")
      .replacing("云飞", with: "单翼").replacing("Flies: QS-01", with: "Flies: QS")
    try scratch.write(twin, to: "register/QSP/pilots.rec")
    let runner = try Demo.runner(scratch, kinds: .withToys)
    let found = Rules.registers(try runner.snapshot).filter { $0.rule == .samePerson }
    #expect(found.contains { $0.about == "QSP-PL-0009" })
    _ = runner.perform(.merge(.pilots, code: "QSP-PL-0001", into: "QSP-PL-0009"))
    let (pilots, drones) = (try text(scratch, .pilots), try text(scratch, .drones))
    #expect(pilots.contains("Into: QSP-PL-0009"))
    #expect(drones.contains("巡一型\nPilot: QSP-PL-0009 单翼"))
    #expect(drones.contains("旧型\nPilot: QSP-PL-0001 单翼"), "what has ended stays as it was")
    _ = runner.perform(.undo)
    #expect(try text(scratch, .drones).contains("巡一型\nPilot: QSP-PL-0001 单翼"))
  }

  @Test("What is past its keeping time is erased, the name with the words beside it")
  func erased() throws {
    let scratch = try scratch()
    let old = Self.pilots.replacing(
      "Mobile: 10090000031", with: "Left: 2020-01-01\nMobile: 10090000031\nRemark: 住青石镇")
    try scratch.write(
      old.replacing("QSP-PL-0001", with: "QSP-PL-0007"), to: "register/QSP/pilots.rec")
    let runner = try Demo.runner(scratch, kinds: .withToys)
    _ = runner.perform(.record(try Sample.quiet()))
    _ = runner.perform(.eraseDue)
    let pilots = try text(scratch, .pilots)
    #expect(!pilots.contains("10090000031") && !pilots.contains("单翼") && !pilots.contains("住青石镇"))
    #expect(pilots.contains("Called: \(Erasing.erasedName)"))
  }

  // MARK: Tables, commands, journal

  @Test("It is written as a table, and read in again as it stands")
  func table() throws {
    let scratch = try scratch()
    let runner = try Demo.runner(scratch, kinds: .withToys)
    let table = try runner.table(RegisterRows(.pilots), why: "移交")
    #expect(table.contains("飞手,") && table.contains("青石镇专职队") && table.contains("10090000031"))
    let more = table + "QSP-PL-0005,王翔,,青石镇专职队,10090000035,,,,\r\n"
    try scratch.write(more, to: "pilots.csv")
    let asked = TableImport(.pilots, path: scratch.path + "/pilots.csv")
    var plan: ImportPlan?
    for progress in runner.finish(.readTable(asked)) {
      if case .brought(let made as ImportPlan) = progress { plan = made }
    }
    #expect(plan?.new.map { $0.texts["Called"] } == ["王翔"])
    #expect(plan?.bad.isEmpty == true && plan?.changed.isEmpty == true)
    if let plan { _ = runner.finish(.importTable(plan)) }
    #expect(try text(scratch, .pilots).contains("Read: wang xiang"))
  }

  @Test("The journal names it, and its history is read back")
  func journaled() throws {
    let scratch = try scratch()
    let runner = try Demo.runner(scratch, kinds: .withToys)
    let seen = try #require(try runner.snapshot.table(.pilots).texts("QSP-PL-0002"))
    _ = runner.perform(
      .put(RegisterRecord(.pilots, seen.merging(["Remark": "夜航"]) { $1 }, seen: seen)))
    guard
      let changes =
        runner.perform(.history(.register(.pilots), code: "QSP-PL-0002")).outcome.answer(
          RecordHistory.self)?.changes
    else {
      Issue.record("no history")
      return
    }
    #expect(changes.map(\.subject) == [.register(.pilots)])
  }

  @Test("A file of it that can't be read is named, by the list and by doctor's reading")
  func unread() throws {
    let scratch = try scratch()
    try scratch.write(Self.pilots + "?? garbage\n", to: "register/QSP/pilots.rec")
    let runner = try Demo.runner(scratch, kinds: .withToys)
    #expect(try runner.unread().contains { $0.happened[.en].contains("pilots.rec") })
    #expect(try opened(.pilots, scratch).screen.contains("pilots.rec"))
  }

  @Test("Commands take its name, and their help lists it")
  func commands() throws {
    Program.$kinds.withValue(.withToys) {
      #expect((try? RegisterArgument.read("pilots")) == .pilots)
      for help in [
        PutCommand.helpMessage(), ListCommand.helpMessage(), ExportCommand.helpMessage(),
      ] {
        #expect(help.contains("pilots") && help.contains("drones"))
      }
      #expect(MergeCommand.helpMessage().contains("pilots"))
    }
  }

  @Test("Kinds.ours lists every declaration of a register in the sources, each once")
  func listedOnce() throws {
    let declared = try Sources.structs(of: "Registered")
    let listed = Kinds.ours.registers.map { "\($0.type)" }
    #expect(Set(listed).count == listed.count)
    // A patrol that is out is a mark beside the registers, and no register itself.
    #expect(Set(declared).subtracting(["Underway"]) == Set(listed))
  }
}
