import Patrol
import Records
import TestSupport
import Testing

@Suite("The console over New Year says of every page which day and which volume it is")
struct NewYearConsoleTests {
  private let scratch: Scratch

  init() throws { scratch = try NewYear.books() }

  private func console(_ time: String) throws -> Typist {
    try Typist(scratch, at: NewYear.stamp(time))
  }

  private func pages(_ typist: Typist) -> [String] {
    typist.patrols.map { "\($0.page.id.text) \($0.text("From"))" }
  }

  private func head(_ typist: Typist) -> String {
    (typist.lines.first ?? "").trimmingBlanks()
  }

  // MARK: A night shift

  @Test(
    "A shift from 22:00 to 02:00 recorded at once is a page of the old year and of its last day")
  func night() throws {
    let night = try console("2027-01-01T02:30").type(
      "<F2><Enter>2200-0200<Enter>=<Enter><Enter>01<F10>")
    #expect(night.message == "已存 青石镇专职队 №2。")
    #expect(pages(night) == ["QS.patrol 2026 No 2 2026-12-31 22:00"])
    #expect(head(night).hasPrefix("巡防  演示 青石派出所  2026-12-31 周四  已记 1/4 队  待签 1 件"))
    #expect(night.screen.contains("归队          次日02:00"))
    let morning = try console("2027-01-01T09:00")
    #expect(head(morning).hasPrefix("巡防  演示 青石派出所  2027-01-01 周五  已记 0/4 队  待签 1 件"))
    morning.type("[")
    #expect(head(morning).hasPrefix("巡防  演示 青石派出所  2026-12-31 周四（1天前）  已记 1/4 队"))
    #expect(morning.screen.contains("22:00-02:00"))
    #expect(try Demo.isSound(scratch))
  }

  @Test("Recorded at nine it is a page of the old year about its last day, and in time")
  func morning() throws {
    let morning = try console("2027-01-01T09:00").type(
      "[<F2><Enter>2200-0200<Enter>=<Enter><Enter>01<F10>")
    #expect(pages(morning) == ["QS.patrol 2026 No 2 2026-12-31 22:00"])
    #expect(morning.patrols.map { $0.text("Late") } == [""])
    _ = try console("2027-01-02T00:30").type("<F2><Enter>2200-0020<Enter>=<Enter><Enter>01<F10>")
    let volume = VolumeText(Bytes(try scratch.bytes("books/2027/QS.patrol.rec")))
    #expect(volume.says?.cover.title == "治安巡逻记录簿 · 青石镇专职队 · 2027年卷")
    #expect(volume.says?.continues?.id.text == "QS.patrol 2026 No 2")
    #expect(try Demo.isSound(scratch))
  }

  @Test("Recorded at noon it asks why it is late; before its end it is refused")
  func late() throws {
    let noon = try console("2027-01-01T12:00").type(
      "[<F2><Enter>2200-0200<Enter>=<Enter><Enter>01<F10>")
    #expect(noon.message.hasPrefix("巡防日 2026-12-31 已过，这是补记。"), "\(noon.message)")
    noon.type("停电<F10>")
    #expect(noon.patrols.map { $0.text("Late") } == ["停电"], "\(noon.screen)")
    #expect(try console("2027-01-01T12:01").type("0").screen.contains("12-31 未记巡逻"))
    let evening = try console("2026-12-31T23:30").type(
      "<F2><Enter>2200-0200<Enter>=<Enter><Enter>01<F10>")
    #expect(
      evening.message.hasPrefix("归队 2027-01-01 02:00 还没到（现在 2026-12-31 23:30），不能提前记录。"))
  }

  @Test("Who went out before midnight is out after it, and comes back into the volume of the day")
  func out() throws {
    _ = try console("2026-12-31T23:50").type("<F5><F10>")
    let midnight = try console("2027-01-01T00:40")
    #expect(head(midnight).contains("2026-12-31 周四"))
    #expect(midnight.screen.contains("应02:50归"))
    midnight.type("<F5>")
    #expect(midnight.screen.contains("起止         23:50-次日00:40"), "\(midnight.screen)")
    midnight.type("=<Enter><Enter>01<F10>")
    #expect(pages(midnight) == ["QS.patrol 2026 No 2 2026-12-31 23:50"])
    #expect(midnight.world.snapshot.underway.isEmpty)
    _ = try console("2027-01-01T07:50").type("<F5><F10>")
    let morning = try console("2027-01-01T09:30").type("<F5>=<Enter><Enter>01<F10>")
    // It is told on which day it was written; the day that is worked on stays.
    #expect(morning.message.contains("№3") && morning.message.contains("（记在12月31日 周四）"))
    #expect(morning.world.day == (try #require(Day("2027-01-01"))))
    morning.type("[")
    #expect(pages(morning).last == "QS.patrol 2026 No 3 2027-01-01 07:50", "\(morning.screen)")
    #expect(morning.world.day == (try #require(Day("2026-12-31"))))
    #expect(try Demo.isSound(scratch))
  }

  // MARK: What is written about December in January

  @Test("A correction, a void and the close of December name their volume")
  func about() throws {
    let corrected = try console("2027-01-01T09:00").type("-12-29<Enter>2<F4>135<F10>1<F10>")
    #expect(corrected.message == "青石镇专职队 №1 已更正，记在 №2。", "\(corrected.screen)")
    corrected.type("2<Enter>")
    #expect(corrected.screen.contains("治安巡逻记录簿 · 青石镇专职队 · 2026"), "\(corrected.screen)")
    #expect(corrected.screen.contains("更正 №2 2027-01-01 09:00 王警官"), "\(corrected.screen)")
    let voided = try console("2027-01-02T09:00").type("-12-29<Enter>2<Del>重复<F10><Enter>")
    #expect(voided.screen.contains("作废 重复 (№3 王警官)"), "\(voided.screen)")
    #expect(head(voided).contains("已记 0/4 队"))
    let closed = try console("2027-01-02T09:10").type("-12-29<Enter><C-p>close<Enter>")
    #expect(closed.screen.contains("当日封簿：12月29日 周二 的各页到此为止"), "\(closed.screen)")
    closed.type(Signed.pin + "<Enter>")
    #expect(closed.message == "已签，写入 2 页。", "\(closed.screen)")
    #expect(closed.world.ledger?.openBooks.isEmpty == true)
    #expect(try Demo.isSound(scratch))
  }

  @Test("An inspection of January is signed by both sides and stands in January's volume")
  func inspection() throws {
    let typist = try console("2027-01-01T21:50")
    typist.type("<Down><F3>")
    #expect(typist.screen.contains("有问题未销号"))
    typist.type("<Enter>2105+25<Enter>=<Enter>11111111<F10>")
    #expect(typist.message == "已存 青石镇专职队 №1。", "\(typist.screen)")
    typist.type("\(Signed.pin)<Enter>\(Signed.pin)<Enter>3<Enter>")
    #expect(typist.screen.contains("巡防检查记录簿 · 青石镇专职队 · 2027"), "\(typist.screen)")
    #expect(
      typist.screen.contains("被检方签字  高有福 QS-01-001  2027-01-01 21:50  有效"), "\(typist.screen)")
    #expect(typist.world.waiting.map(\.page.year) == [2026])
    #expect(try Demo.isSound(scratch))
  }

  @Test("What waits from December is signed in January from the list of who has to sign")
  func waiting() throws {
    let typist = try console("2027-01-02T09:00").type("<F8>")
    #expect(typist.screen.contains("2026-12-29  青石镇专职队 → 高庄村队  №1  4天"), "\(typist.screen)")
    typist.type("<Enter><F8>\(Signed.pin)<Enter>")
    #expect(typist.world.waiting.isEmpty, "\(typist.screen)")
    #expect(scratch.files("books/2027").isEmpty)
    #expect(try Demo.isSound(scratch))
  }

  @Test("The deputy of 31 December signs for that day in January, and not for another")
  func deputy() throws {
    let day = try #require(Day("2026-12-29"))
    let runner = try NewYear.runner(scratch, "2026-12-29T23:30")
    Signed.issueKeys(runner, to: ["QS-01-004"])
    let deputy = KeysAct.deputy(team: "QS-01", person: "QS-01-004", day)
    #expect(Said.by(runner.perform(.keys(deputy, by: Signed.hand()))).hasPrefix("№"))
    let typist = try console("2027-01-01T09:00").type("<F8>")
    #expect(typist.screen.contains("高大山            1 被检方  高庄村队"), "\(typist.screen)")
    let january = try NewYear.runner(scratch, "2027-01-01T22:30")
    let times = [
      "Date": "2027-01-01", "From": "2027-01-01 21:00", "To": "2027-01-01 21:20",
    ]
    _ = january.perform(.inspect(try Signed.inspection(times)))
    let page = PageID(Signed.book, year: 2027, number: 1)
    let said = january.perform(
      .attest(.sign([.init(page, .inspected)]), by: "QS-01-004", Signed.secret()))
    #expect(Said.by(said).hasPrefix("Signer: 高大山"), "\(Said.by(said))")
    #expect(Said.by(january.perform(Signed.sign(1, .inspected, "QS-01-004"))) == "№3")
    #expect(try Demo.isSound(scratch))
  }

  // MARK: Days, lists and drafts

  @Test(
    "Days are gone through and named over the year's end",
    arguments: [
      ("2027-01-01T09:00", "[", "2026-12-31 周四（1天前）"),
      ("2027-01-01T09:00", "[[]]", "2027-01-01 周五"),
      ("2026-12-31T22:30", "]", "2027-01-01 周五"), ("2026-12-31T22:30", "]=", "2026-12-31 周四"),
      ("2027-01-01T09:00", "-12-31<Enter>", "2026-12-31 周四"),
      ("2027-01-01T09:00", "-1231<Enter>", "2026-12-31 周四"),
      ("2027-01-01T09:00", "-31<Enter>", "2026-12-31 周四"),
      ("2027-01-01T09:00", "--1<Enter>", "2026-12-31 周四"),
      ("2027-01-01T02:30", "--1<Enter>", "2026-12-30 周三"),
      ("2027-01-01T09:00", "-昨天<Enter>", "2026-12-31 周四"),
      ("2026-12-31T09:00", "-1-3<Enter>", "2027-01-03 周日"),
      ("2027-01-02T09:00", "-2025-12-31<Enter>", "2025-12-31 周三"),
      ("2028-02-29T09:00", "-2-29<Enter>", "2028-02-29 周二"),
      ("2028-03-01T09:00", "[", "2028-02-29 周二（1天前）"),
      ("2027-04-01T09:00", "-31<Enter>", "2027-03-31 周三"),
    ])
  func days(_ time: String, _ keys: String, _ day: String) throws {
    let typist = try console(time).type(keys)
    #expect(head(typist).contains(day), "\(typist.screen)")
  }

  @Test(
    "Every digit's screen is whole on each of the days",
    arguments: [
      "2026-12-30T22:30", "2026-12-31T22:30", "2027-01-01T02:30", "2027-01-01T22:30",
      "2027-01-02T22:30",
    ])
  func screens(_ time: String) throws {
    let titles = [
      "0": "0 待办与提醒", "1": "1 巡防力量", "2": "2 治安巡逻记录簿", "3": "3 巡防检查记录簿", "6": "6 目标案事件",
      "4": "4 情报信息", "5": "5 短信", "7": "7 基础台账", "9": "“旬报督察”还没有做好",
      "8": "8 勤务路线 · 青石镇 · 2026-12-28 → 2027-01-03",
    ]
    for digit in 0...9 {
      let typist = try console(time).type("\(digit)")
      #expect(
        typist.screen.contains(titles["\(digit)"] ?? "missing"), "\(digit) \(typist.screen)")
      let size = try Typist(scratch, size: .init(120, 40), language: .en, at: NewYear.stamp(time))
      #expect(!size.type("\(digit)").screen.isEmpty)
    }
  }

  @Test("The list of things to do carries on what December left")
  func list() throws {
    let sentences: [String: [String]] = [
      "2026-12-31T22:30": [],
      "2027-01-01T22:30": [
        "高庄村队 12-29 的检查待被检方 高有福 签字，已 3 天", "高庄村队 “补齐袖标”整改超期 1 天未复查（2026-12-29 第1页）",
        "青石镇专职队 2 日未记巡逻：12-30、12-31", "青石镇专职队 2026年12月29日交接“3号台区围栏锁待加”未办结（第1页）",
      ],
      "2027-01-02T22:30": [
        "高庄村队 12-29 的检查待被检方 高有福 签字，已 4 天", "高庄村队 “补齐袖标”整改超期 2 天未复查（2026-12-29 第1页）",
        "青石镇专职队 3 日未记巡逻：12-30、12-31、01-01", "青石镇专职队 2026年12月29日交接“3号台区围栏锁待加”未办结（第1页）",
      ],
    ]
    for (time, expected) in sentences {
      let typist = try Typist(scratch, size: .init(120, 40), at: NewYear.stamp(time))
      // What is open in every book is looked for behind the first frame, and shown at the next look.
      for _ in 0..<2 { typist.tick(NewYear.stamp(time)) }
      for text in expected {
        // Once as what is looked for, once as the line that is found.
        typist.type("0<F7>\(text)<Enter>")
        #expect(typist.screen.ranges(of: text).count == 2, "\(time): \(text)\n\(typist.screen)")
        typist.type("<Esc>")
      }
      typist.type("<Esc>0")
      #expect(typist.screen.contains("整改超期") != expected.isEmpty, "\(typist.screen)")
    }
  }

  @Test("A draft of 31 December is taken up after midnight, and on 1 January on its own day")
  func draft() throws {
    _ = try console("2026-12-31T23:30").type(
      "<F2><Enter>2200<Enter>=<Enter><Enter>91<Enter>村口有人<Esc><Esc>")
    let night = try console("2027-01-01T02:30").type("<F2>")
    #expect(
      night.screen.contains("草稿 12-31 23:30") && night.screen.contains("22:00"), "\(night.screen)")
    let morning = try console("2027-01-01T09:00").type("<F2>")
    #expect(!morning.screen.contains("22:00"), "\(morning.screen)")
    #expect(morning.message.hasPrefix("2026-12-31 还有一份草稿没有保存"), "\(morning.message)")
    let back = try console("2027-01-01T09:00").type("[<F2>")
    #expect(back.screen.contains("草稿 12-31 23:30"), "\(back.screen)")
    #expect(back.screen.contains("村口有人"), "\(back.screen)")
    back.type("<F10>-0200<Enter><F10>")
    #expect(pages(back) == ["QS.patrol 2026 No 2 2026-12-31 22:00"], "\(back.screen)")
    #expect(scratch.files("drafts").isEmpty)
  }

  @Test(
    "Roster and its ten days go over the year's end, and a shift over midnight is the old year's")
  func roster() throws {
    _ = try console("2027-01-01T02:30").type("<F2><Enter>2000-0100<Enter>=<Enter><Enter>01<F10>")
    let typist = try console("2027-01-01T09:00").type("8")
    #expect(typist.screen.contains("周三30 周四31 周五01 周六02"), "\(typist.screen)")
    typist.type("<F5>")
    #expect(typist.screen.contains("2027-01-01 → 01-10"), "\(typist.screen)")
    typist.type("[")
    #expect(typist.screen.contains("2026-12-21 → 12-31"), "\(typist.screen)")
  }

  @Test("The campaign's days are counted on over the year's end, and end with its last day")
  func campaign() throws {
    let settings =
      try scratch.text("station.rec")
      + "CampaignFrom: 2026-11-01\nCampaignTo: 2027-01-09\n"
    try scratch.write(settings, to: "station.rec")
    for (time, text) in [
      ("2026-12-31T22:30", "专项第61天/共70天"), ("2027-01-01T02:30", "专项第61天/共70天"),
      ("2027-01-01T22:30", "专项第62天/共70天"), ("2027-01-09T22:30", "专项第70天/共70天"),
    ] {
      let typist = try Typist(scratch, size: .init(120, 40), at: NewYear.stamp(time))
      #expect(head(typist).contains(text), "\(head(typist))")
    }
    let after = try Typist(scratch, size: .init(120, 40), at: NewYear.stamp("2027-01-10T22:30"))
    #expect(!head(after).contains("专项"))
  }

  @Test("Search finds pages of a volume, the newest day first")
  func search() throws {
    _ = try console("2027-01-01T09:00").type("[<F2><Enter>2200-0200<Enter>=<Enter><Enter>01<F10>")
    let typist = try console("2027-01-02T09:00").type("<C-f>柳庄—小李庄")
    let hits = typist.lines.filter { $0.contains("青石镇专职队 №") }.map { $0.dropFirst(2).prefix(10) }
    #expect(hits == ["2026-12-31", "2026-12-29"], "\(typist.screen)")
    typist.type("<Enter>")
    #expect(typist.screen.contains("治安巡逻记录簿 · 青石镇专职队 · 2026"), "\(typist.screen)")
    #expect(typist.screen.contains("巡防日        2026-12-31"), "\(typist.screen)")
    #expect(typist.world.day == (try #require(Day("2027-01-02"))))
  }
}
