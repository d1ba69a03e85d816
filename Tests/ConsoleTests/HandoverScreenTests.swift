import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@Suite("A shift is handed over at one keyboard, everything that is open answered one by one")
struct HandoverScreenTests {
  private static let morning = "2026-11-25T08:02:00+08:00"

  /// A station with a thing to be done, a page to be signed and a team that is out.
  private func typist(
    _ size: Size = Size(80, 24), _ language: Language = .hans
  ) throws -> Typist {
    let scratch = try Demo.small()
    let night = try Demo.runner(scratch)
    Signed.issueKeys(night)
    _ = night.perform(.record(try Sample.quiet(["Handover": "路灯待复查"])))
    _ = night.perform(.inspect(try Signed.inspection()))
    let out = [
      "Team": "QS-01 高庄村队", "From": "2026-11-25 07:00", "Due": "2026-11-25 10:00", "Strength": "5",
    ]
    let morning = try #require(Stamp(Self.morning))
    _ = try Demo.runner(scratch, at: morning).perform(
      .setOut(try Underway.schema.parse(out)))
    return try Typist(scratch, size: size, language: language, at: morning)
  }

  @Test("The form asks of each thing by itself, and says who is out")
  func form() throws {
    for (size, name) in [
      (Size(80, 24), "80x24"), (Size(120, 40), "120x40"), (Size(60, 16), "60x16"),
    ] {
      let typist = try typist(size)
      typist.type(":jjjb<Enter>")
      try Screens.expect(typist.screen, "handover-\(name)")
    }
    for (language, name) in [(Language.hant, "hant"), (.en, "en")] {
      let typist = try typist(Size(80, 24), language)
      typist.type((language == .en ? ":hand over" : ":jjjb") + "<Enter><F4>li<Enter>")
      typist.type("<Down><Down>1<Enter>2 ask<Enter>")
      try Screens.expect(typist.screen, "handover-\(name)")
    }
  }

  private let answered = ":jjjb<Enter><F4>li<Enter><Down><Down>1 已修<Enter>2<Enter>"

  @Test("Answered and saved, it is signed by both, and then nothing of it is open")
  func both() throws {
    let typist = try typist()
    typist.type(answered + "1 2<Enter>5 6<Enter><F10>")
    #expect(typist.screen.contains("签字 · 交班人 · 王警官"), "\(typist.screen)")
    typist.type(Signed.pin + "<Enter>")
    #expect(typist.screen.contains("签字 · 接班人 · 李警官"), "\(typist.screen)")
    typist.type(Signed.pin + "<Enter>")
    #expect(typist.message == "已签，写入 1 页。现由 李警官 值班。")
    #expect(try typist.runner.snapshot.station.onDuty?.name == "李警官")
    let page = try #require(typist.world.ledger?.pages(of: .handover).first)
    #expect(page.missing == nil)
    #expect(
      page.text(ShiftHandover.open)
        == """
        done matter QS.patrol 2026 No 1 | 2026-11-24 青石镇专职队 路灯待复查 | 已修
        goes-on signature QS.inspection 2026 No 1 | 2026-11-24 高庄村队 周建林
        """)
    #expect(page.text(ShiftHandover.out) == "QS-01 高庄村队 | 2026-11-25 07:00 | 2026-11-25 10:00")
    #expect(try typist.runner.handing(.handover).open.map(\.matter.page.book.kind) == [.inspection])
    #expect(try Demo.isSound(typist.scratch))
  }

  @Test("A clock that is typed means this morning's, and the shift began before it")
  func clocks() throws {
    for (typed, to, from) in [
      ("0801", "2026-11-25 08:01", "2026-11-24 08:00"),
      ("0755", "2026-11-25 07:55", "2026-11-24 08:00"),
      ("2000", "2026-11-24 20:00", "2026-11-24 08:00"),
    ] {
      let typist = try typist()
      typist.type(":jjjb<Enter><F4>li<Enter>\(typed)<Enter><Down>1<Enter>2<Enter>")
      typist.type("<Down><Down>x<F10>")
      let day = try #require(Day(String(to.prefix(10)))) - (to.hasSuffix("07:55") ? 1 : 0)
      let page = try #require(
        typist.runner.perform(.open(day)).ledger?.pages(of: .handover).first,
        "\(typed) \(typist.screen)")
      #expect(page.text(ShiftHandover.to) == to && page.text(ShiftHandover.from) == from)
    }
    // What comes soon is not taken for yesterday's, and not written before it is so.
    let early = try typist()
    early.type(":jjjb<Enter><F4>li<Enter>0830<Enter><Down>1<Enter>2<Enter><Down><Down>x<F10>")
    #expect(early.screen.contains("交接时间 08:30 还早（现在 08:02）"), "\(early.screen)")
    #expect(early.world.ledger?.pages(of: .handover).isEmpty == true)
    let typist = try typist()
    typist.type(":jjjb<Enter><F4>li<Enter><Down>2000<Enter>1<Enter>2<Enter><F10>")
    let page = try #require(typist.world.ledger?.pages(of: .handover).first, "\(typist.screen)")
    #expect(page.text(ShiftHandover.from) == "2026-11-24 20:00")
  }

  @Test("What was left unanswered is gone to, and nothing is written")
  func unanswered() throws {
    let typist = try typist()
    typist.type(":jjjb<Enter><F4>li<Enter><F10>")
    #expect(typist.message.hasPrefix("№1 11-24 青石镇专职队 路灯待复查未填，请输入1 办结 2 续办"))
    #expect(!typist.scratch.exists("books/2026/QSP.handover.rec"))
    typist.type("1<Enter>1<Enter>")
    #expect(typist.screen.contains("签字由本人签"), "\(typist.screen)")
  }

  @Test("What came up while it was filled in is asked for, and what was typed stays")
  func meanwhile() throws {
    let typist = try typist()
    typist.type(answered)
    let other = try Demo.runner(typist.scratch, at: try #require(Stamp(Self.morning)))
    _ = other.perform(
      .record(
        try Sample.quiet([
          "Date": "2026-11-24", "From": "2026-11-24 23:00", "To": "2026-11-25 01:00",
          "Handover": "井盖缺失",
        ])))
    typist.type("<F10>")
    #expect(typist.message.contains("未写明：待办 2026-11-24 青石镇专职队 井盖缺失"), "\(typist.message)")
    #expect(typist.screen.contains("办结 已修"), "\(typist.screen)")
    #expect(typist.screen.contains("井盖缺失"), "\(typist.screen)")
    typist.type("<F10>2<Enter><F10>")
    #expect(typist.screen.contains("签字 · 交班人 · 王警官"), "\(typist.screen)")
  }

  @Test("The book shows a month, the newest first, and leads to each page and its signatures")
  func book() throws {
    let typist = try typist()
    typist.type("<C-t>")
    #expect(typist.screen.contains("这个月还没有交接班记录；F6 记一份。"), "\(typist.screen)")
    typist.type("<Enter><F8>")
    #expect(typist.message == "这个月还没有交接班记录；F6 记一份。")
    typist.type("<F6><F4>li<Enter><Down><Down>1 已修<Enter>2<Enter><F10>")
    typist.type("<Esc>")
    typist.tick(try #require(Stamp(Self.morning)))
    try Screens.expect(typist.screen, "handover-book-80x24")
    typist.type("<F8>")
    #expect(typist.screen.contains("签字 · 交班人 · 王警官"), "\(typist.screen)")
    typist.type(Signed.pin + "<Enter>" + Signed.pin + "<Enter>")
    typist.tick(try #require(Stamp(Self.morning)))
    #expect(typist.screen.contains("李警官                          ✓"), "\(typist.screen)")
    typist.type("[")
    #expect(typist.screen.contains("2026年10月"), "\(typist.screen)")
    typist.type("=<Enter>")
    #expect(typist.screen.contains("交接班记录簿 · 青石派出所 · 2026"), "\(typist.screen)")
  }

  @Test("A draft comes back with every answer, the one half typed too")
  func draft() throws {
    let typist = try typist()
    typist.type(":jjjb<Enter><F4>li<Enter><Down><Down>1 已修<Enter>2 半<Esc>")
    typist.type(":jjjb<Enter>")
    #expect(typist.screen.contains("办结 已修"), "\(typist.screen)")
    #expect(typist.screen.contains("2 半"), "\(typist.screen)")
  }
}
