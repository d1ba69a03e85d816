import Patrol
import Records
import Runner
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console

private let page = PageID(BookID("QS", .patrol), year: 2026, number: 1)

@Suite("Something reported is followed to an outcome")
struct IntelligenceTests {
  /// A directory with one finding that is told as intelligence, and nothing else.
  private struct Told {
    let scratch: Scratch
    let runner: CommandRunner

    init(_ changes: [String: String] = [:]) throws {
      scratch = try Demo.small()
      runner = try Demo.runner(scratch)
      let finding = [
        "Found": "suspicious-vehicle", "Observed": "厢式货车1辆停靠村口约40分钟", "Handling": "station",
        "Intelligence": "yes",
      ]
      let reply = runner.perform(.record(try Sample.quiet(finding.merging(changes) { $1 })))
      #expect(reply.outcome.pages.count == 1, "\(Said.by(reply))")
    }

    var leads: [LeadItem] { get throws { try runner.leads().1 } }
    var records: [Lead] { get throws { try runner.snapshot.allLeads } }

    func take(_ step: LeadStep) throws {
      let (snapshot, leads) = try runner.leads()
      let item = try #require(leads.first { $0.lead.page == page })
      var numbering = CodeNumbering(.intelligence, in: snapshot)
      let record = try step.record(item, at: Demo.now.moment, in: snapshot, &numbering)
      let reply = runner.perform(.put(record))
      #expect(reply.outcome.answer(SavedRecord.self) != nil, "\(Said.by(reply))")
    }

    func void() { _ = runner.perform(.void(page, reason: "记错了队")) }
    func correct(_ text: String) {
      _ = runner.perform(.correct(page, changes: ["Intelligence": text], reason: "笔误"))
    }
  }

  private static let officer = LeadStep.assign(Named("P-002", "李警官"), nil)

  @Test(
    "A finding goes to its outcome in fourteen keys besides text, and its page shows the outcome")
  func budget() throws {
    let typist = try Typist(try Demo.small(), size: Size(120, 40))
    let typed = "村北厢式货车1辆"
    typist.type("<F2><Enter>1930-2210<Enter>4<Enter><Enter>21<Enter>\(typed)<Enter>3<F10>")
    let before = typist.keys
    typist.type("4<F5>李警官<F10><F5>到场访问菜商<F10><F8>2<F10>")
    #expect(typist.keys - before - "李警官到场访问菜商2".count <= 14, "\(typist.keys - before)")
    let lead = try #require(typist.world.snapshot.allLeads.first, "\(typist.screen)")
    #expect(lead.outcome == .ruledout && lead.officer?.code == "P-002" && lead.subject == .vehicle)
    #expect(lead.page == page && lead.facts == typed && lead.findings == "到场访问菜商")
    typist.type("<Esc>2<Enter>")
    #expect(typist.screen.contains("可疑车辆") && typist.screen.contains("情报 排除"), "\(typist.screen)")
  }

  @Test("How far it has come follows from its fields")
  func stages() throws {
    let told = try Told()
    #expect(try told.leads.map(\.stage) == [.reported] && told.records.isEmpty)
    try told.take(.assign(Named("P-002", "李警官"), .urgent))
    #expect(try told.leads.map(\.stage) == [.assigned])
    try told.take(.check("到场未见"))
    #expect(try told.leads.map(\.stage) == [.checked])
    try told.take(.close(.unverifiable, told: "电话告知队长"))
    #expect(try told.leads.map(\.stage) == [.closed] && told.records.count == 1)
  }

  @Test("Nothing has an outcome that nobody looked into, and nobody looks into what nobody has")
  func order() throws {
    let told = try Told()
    #expect(throws: LeadRefusal.notAssigned(page.text)) { try told.take(.check("到场")) }
    try told.take(Self.officer)
    let code = try #require(try told.runner.snapshot.lead(about: page))
    #expect(throws: LeadRefusal.notChecked(code)) { try told.take(.close(.ruledout, told: "")) }
    let other = try Told()
    try other.take(Self.officer)
    try other.take(.check("到场未见"))
    #expect(throws: LeadRefusal.alreadyChecked(code)) { try other.take(Self.officer) }
    // Nor does a table or a form let it through.
    let seen = try #require(try told.runner.snapshot.table(.intelligence).texts(code))
    let early = Moment(Demo.today - 1, 540)
    let reported = try #require(Moment(seen["Reported"] ?? ""))
    for (texts, refusal) in [
      (["Outcome": "ruledout", "Closed": Demo.now.moment.text], .notChecked(code)),
      (["Assigned": early.text], .wrongOrder(early, before: reported)),
      (["Officer": ""], .officerAndTime), (["Findings": "到场"], .findingsAndTime),
      (["Outcome": "ruledout"], .outcomeAndTime),
    ] as [([String: String], LeadRefusal)] {
      let record = RegisterRecord(
        .intelligence, seen.merging(texts) { $1 }.filter { !$0.value.isEmpty }, seen: seen)
      let said = Said.by(told.runner.perform(.put(record)))
      #expect(said.contains(refusal.notice.happened[.hans]), "\(texts): \(said)")
    }
  }

  @Test("An informant stands there by the alias, and an officer who has left gets nothing")
  func people() throws {
    let scratch = try Demo.stocked()
    try scratch.write(
      try scratch.text("register/QSP/officers.rec").replacing(
        "Unit: QSP\n\nCode: P-002", with: "Unit: QSP\nUntil: 2026-11-01\n\nCode: P-002"),
      to: "register/QSP/officers.rec")
    let runner = try Demo.runner(scratch)
    let seen = try #require(try runner.snapshot.table(.intelligence).texts("QSP-Q-0001"))
    for (texts, refusal) in [
      (["Informant": "QSP-I-0001 邓玉兰"], .informantByName("QSP-I-0001")),
      (["Officer": "P-001 王警官"], .officerLeft(Named("P-001", "王警官"))),
    ] as [([String: String], LeadRefusal)] {
      let record = RegisterRecord(.intelligence, seen.merging(texts) { $1 }, seen: seen)
      let said = Said.by(runner.perform(.put(record)))
      #expect(said.contains(refusal.notice.happened[.hans]), "\(texts): \(said)")
    }
  }

  @Test("Two consoles that assign one page at once make one record")
  func twice() throws {
    let told = try Told()
    let (one, two) = (try Typist(told.scratch), try Typist(told.scratch))
    for typist in [one, two] {
      typist.tick()
      typist.type("4<F5>")
    }
    one.type("王警官<F10>")
    two.type("李警官<F10>")
    #expect(two.message.contains("已"), "\(two.message)")
    let leads = try Demo.runner(told.scratch).snapshot.allLeads
    #expect(leads.map(\.officer?.code) == ["P-001"], "\(two.screen)")
    // With another number it is the page that is named already.
    let texts = (leads.first?.texts ?? [:]).merging(["Code": "QSP-Q-0009"]) { $1 }
    let said = Said.by(
      try Demo.runner(told.scratch).perform(
        .put(RegisterRecord(.intelligence, texts.filter { !$0.value.isEmpty }, seen: nil))))
    #expect(said.contains("已有情报 QSP-Q-0001"), "\(said)")
  }

  @Test("A page that is struck out reports nothing; what was assigned goes on and says so")
  func void() throws {
    let told = try Told()
    #expect(try told.leads.count == 1)
    told.void()
    #expect(try told.leads.isEmpty)
    let other = try Told()
    try other.take(Self.officer)
    other.void()
    #expect(try other.leads.map(\.told?.state) == [.void])
    let typist = try Typist(other.scratch)
    typist.tick()
    typist.type("4")
    #expect(typist.screen.contains("记录页已作废"), "\(typist.screen)")
  }

  @Test("A correction takes back what a page told, and tells what it did not")
  func corrected() throws {
    let told = try Told()
    told.correct("")
    #expect(try told.leads.isEmpty)
    let other = try Told(["Intelligence": ""])
    #expect(try other.leads.isEmpty)
    other.correct("yes")
    #expect(try other.leads.map(\.stage) == [.reported])
    try other.take(Self.officer)
    other.correct("")
    #expect(try other.leads.map(\.told?.state) == [.takenBack])
  }

  @Test("What a page told years ago is still there, and undo gives it back to the page")
  func years() throws {
    let told = try Told()
    let later = try Demo.runner(
      told.scratch, at: try #require(Stamp("2029-02-01T22:30:00+08:00")))
    #expect(try later.leads().1.map(\.id) == [.page(page)])
    try told.take(Self.officer)
    #expect(try told.leads.map(\.stage) == [.assigned])
    _ = told.runner.perform(.undo)
    #expect(try told.leads.map(\.id) == [.page(page)])
  }

  @Test("Several are given to one officer in one go, and stay apart")
  func several() throws {
    let told = try Told()
    _ = told.runner.perform(
      .record(
        try Sample.quiet([
          "Found": "suspicious-person", "Observed": "2人查看卷闸门", "Intelligence": "yes",
          "From": "2026-11-24 16:00", "To": "2026-11-24 17:00",
        ])))
    let typist = try Typist(told.scratch)
    typist.tick()
    typist.type("4<Space><Space><F5>李警官<F10>")
    let leads = typist.world.snapshot.allLeads
    #expect(
      leads.count == 2 && leads.allSatisfy { $0.officer?.code == "P-002" }, "\(typist.screen)")
    #expect(Set(leads.compactMap(\.page?.number)) == [1, 2])
  }

  @Test("F6 asks what is known of a new one, and the cursor stands on it when it is saved")
  func new() throws {
    let typist = try Typist(try Demo.directory(), size: Size(120, 40)).type("4<Down><Down><F6>")
    let more = try #require(typist.lines.firstIndex { $0.contains("── 更多 ──") })
    #expect(typist.lines[..<more].allSatisfy { !$0.contains("查证") && !$0.contains("承办") })
    #expect(!typist.screen.contains("信息员"), "Only an informant's has one.")
    typist.type("有人在桥头查看井盖<F10>")
    let row = try #require(typist.lines.first { $0.contains("有人在桥头查看井盖") })
    #expect(!row.isEmpty)
    typist.type("<Enter>")
    #expect(typist.lines[1].contains("有人在桥头查看井盖"), "\(typist.screen)")
  }

  @Test("A case shows what was reported of it, and a lead its case")
  func ofCase() throws {
    let scratch = try Demo.stocked()
    try scratch.write(
      try scratch.text("register/QSP/intelligence.rec").replacing(
        "Code: QSP-Q-0001\n", with: "Code: QSP-Q-0001\nIncident: QSP-C-0001\n"),
      to: "register/QSP/intelligence.rec")
    let typist = try Typist(scratch, size: Size(120, 40)).type("4")
    #expect(typist.screen.contains("案件  QSP-C-0001 电缆被剪断约30米"), "\(typist.screen)")
    typist.type("6<F6><Esc><Tab><Esc>")
    let other = try Typist(scratch, size: Size(120, 40)).type("6<Down><Enter><Enter>")
    #expect(other.screen.contains("情报信息"), "\(other.screen)")
    #expect(other.screen.contains("QSP-Q-0001 查证  无牌摩托1辆"), "\(other.screen)")
    let runner = try Demo.runner(scratch)
    let seen = try #require(try runner.snapshot.table(.intelligence).texts("QSP-Q-0001"))
    let unknown = RegisterRecord(
      .intelligence, seen.merging(["Incident": "QSP-C-0404"]) { $1 }, seen: seen)
    #expect(Said.by(runner.perform(.put(unknown))).contains("QSP-C-0404"))
  }

  @Test("Words that judge somebody are asked to be others, and not refused")
  func judging() throws {
    let typist = try Typist(try Demo.small()).type("4<F6>一名小偷在村口<Enter>")
    #expect(typist.screen.contains("是评价：请写看到什么"), "\(typist.screen)")
    typist.type("<F10>")
    #expect(typist.world.snapshot.allLeads.count == 1, "\(typist.message)\n\(typist.screen)")
  }

  @Test("Where nothing was reported the list says so, and keys do nothing")
  func empty() throws {
    let typist = try Typist(try Demo.small()).type("4")
    #expect(typist.screen.contains("没有要查的情报。"), "\(typist.screen)")
    for key in ["<F5>", "<F8>", "<Enter>", "<F4>"] {
      typist.type(key)
      #expect(typist.message == "没有要查的情报。", "\(key): \(typist.message)")
    }
  }

  @Test(
    "Nobody's, not looked into for seven days, overdue: one finding of each, that ends with the outcome"
  )
  func rules() throws {
    let told = try Told()
    func found(_ time: String) throws -> [String] {
      let runner = try Demo.runner(told.scratch, at: try #require(Stamp(time)))
      return try runner.findings(runner.snapshot.today).map(\.rule.rawValue)
        .filter { ["A20", "A36", "A37"].contains($0) }
    }
    #expect(try found("2026-11-24T22:30:00+08:00") == ["A36"])
    try told.take(Self.officer)
    #expect(try found("2026-11-24T22:30:00+08:00").isEmpty)
    #expect(try found("2026-11-26T22:30:00+08:00") == ["A37"])
    #expect(try found("2026-12-02T22:30:00+08:00") == ["A20"])
    try told.take(.check("到场未见"))
    #expect(try found("2026-12-02T22:30:00+08:00") == ["A37"])
    try told.take(.close(.ruledout, told: ""))
    #expect(try found("2026-12-02T22:30:00+08:00").isEmpty)
  }

  @Test("The register goes out as a table and comes in as it was")
  func csv() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    let table = try runner.table(RegisterRows(.intelligence), why: nil)
    #expect(table.contains("出租车0002") && !table.contains("单长河"))
    let before = try scratch.text("register/QSP/intelligence.rec")
    let folder = try Scratch()
    try folder.write(table, to: "leads.csv")
    let result = try Program(on: scratch).run(
      ["import", "intelligence", folder.path + "/leads.csv"])
    #expect(result.status == 0, "\(result.err)")
    #expect(try scratch.text("register/QSP/intelligence.rec") == before)
  }

  @Test("It is the screen written out in Screens/, at three sizes and in three languages")
  func screens() throws {
    let demo = try Demo.directory()
    for (size, language) in [
      (Size(120, 40), Language.hans), (Size(80, 24), .hans), (Size(60, 16), .hant),
      (Size(80, 24), .en),
    ] {
      let typist = try Typist(demo, size: size, language: language)
      typist.tick()
      let name = "\(size.width)x\(size.height)-\(language.rawValue)"
      try Screens.expect(typist.type("4*").screen, "intelligence-\(name)")
    }
  }
}

extension Snapshot {
  /// The records, whether they have an outcome or not.
  fileprivate var allLeads: [Lead] { leadRecords.open + leadRecords.done }
}
