import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console

private let sizes = [
  (Size(120, 40), Language.hans), (Size(80, 24), .hans), (Size(60, 16), .hant),
  (Size(80, 24), .en), (Size(120, 40), .en),
]

@Suite("Messages are written, looked at, sent and followed at `5`")
struct MessageScreenTests {
  @Test("A prompt to the sweepers of one street on duty takes ten keys besides what is chosen")
  func budget() throws {
    let desk = try MessageDesk()
    let typist = try desk.typist()
    let before = typist.keys
    typist.type("5<F6>01<Enter>1<Enter>中心街<Enter>20-23<Enter>22时至次日2时<Enter>3<F10>")
    #expect(typist.message.isEmpty && typist.screen.contains("F8 发送"), "\(typist.screen)")
    typist.type("<F8>")
    let chosen = "01" + "1" + "中心街" + "20-23" + "22时至次日2时" + "3"
    #expect(typist.keys - before - chosen.count <= 10, "\(typist.keys - before - chosen.count)")
    let book = typist.world.snapshot.messageBook
    let message = try #require(book.messages.first { $0.code == "QSP-M-0002" }, "\(typist.screen)")
    #expect(
      message.text
        == "近一周22时至次日2时，中心街沿街店铺卷闸门被撬警情3起。请在岗同志留意，发现情况报派出所或110，请勿自行处置。")
    #expect(book.sendings[message.code]?.map(\.to.name) == ["环卫保洁0003"], "\(typist.screen)")
    // What was queued was given to the modem at once, and the form's draft is gone.
    #expect(try desk.names("outbox").count == 1)
    #expect(book.sendings[message.code]?.map(\.state) == [.handed])
    #expect(typist.world.drafts.isEmpty)
  }

  @Test("Only F8 sends, in the second step alone")
  func secondStep() throws {
    let typist = try MessageDesk().typist()
    typist.type("5<F6><Enter>1<Enter><Enter><Enter>今晚请多留意。<F10><F10><Enter>")
    #expect(typist.message == "核对无误按 F8 发送，Esc 再改。", "\(typist.screen)")
    #expect(typist.world.snapshot.messageBook.messages.count == 1)
    // Back in the form everything still stands there.
    typist.type("<Esc>")
    #expect(typist.screen.contains("今晚请多留意。") && typist.screen.contains("草稿"), "\(typist.screen)")
    typist.type("<F10><F8>")
    #expect(typist.world.snapshot.messageBook.messages.count == 2, "\(typist.screen)")
  }

  @Test("Blanks of a template are filled one after the other, and one that is left is named")
  func blanks() throws {
    let typist = try MessageDesk().typist()
    typist.type("5<F6>02<Enter>1<Enter>中心街<Enter><Enter><F10>")
    #expect(typist.message.contains("正文里“起数”还没有填。"), "\(typist.message)\n\(typist.screen)")
    // The caret stands behind it, and what is typed takes its place.
    typist.type("4<F10>")
    #expect(typist.message.contains("正文里“时段”还没有填。"), "\(typist.message)")
    typist.type("晚八时后<F10>")
    #expect(
      typist.screen.contains("近期中心街电动车被盗警情4起，多在晚八时后。"), "\(typist.screen)")
  }

  @Test("A template that was chosen first follows the section, until its words were changed")
  func following() throws {
    let typist = try MessageDesk().typist(size: Size(120, 40))
    typist.type("5<F6>02<Enter>1<Enter>中心街<Enter>")
    #expect(typist.screen.contains("近期中心街电动车被盗"), "\(typist.screen)")
    typist.type("<Up><C-u>北段<Enter>")
    #expect(typist.screen.contains("近期北段电动车被盗"), "\(typist.screen)")
    typist.type("<Enter>4<Up><Up><C-u>南段<Enter>")
    #expect(typist.screen.contains("近期北段电动车被盗警情4起"), "\(typist.screen)")
  }

  @Test("It says to how many, who falls away, what it takes, and what no section narrows")
  func preview() throws {
    let typist = try MessageDesk().typist(size: Size(120, 40))
    typist.type("5<F6>01<Enter>1 2 3<Enter>中心街<Enter><Enter>")
    for words in [
      "发给 3 人  环卫保洁 2  出租车 1", "重复 1", "无号码 1", "未入平台 1", "今日还可发 499 条",
      "出租车 1 人不分路段，全部在内", "1 人今天已收过同样的，仍在名单中",
    ] {
      #expect(typist.screen.contains(words), "\(words)\n\(typist.screen)")
    }
  }

  @Test("In quiet hours it is looked at all the same, and says why it does not go")
  func quiet() throws {
    let night = try #require(Stamp("2026-11-25T01:30:00+08:00"))
    let desk = try MessageDesk()
    _ = try Demo.runner(desk.scratch).perform(.setStation(["QuietHours": "23:00-06:00"]))
    let typist = try desk.typist(at: night)
    typist.type("5<F6><Enter>1<Enter><Enter><Enter>今晚请多留意。")
    #expect(typist.screen.contains("▲ 23:00-06:00 是免打扰时段，不发提示。"), "\(typist.screen)")
    typist.type("<F10>")
    #expect(typist.screen.contains("发给 2 人"), "\(typist.screen)")
    #expect(typist.screen.contains("免打扰时段，不发提示"), "\(typist.screen)")
    typist.type("<F8>")
    #expect(
      typist.message.contains("免打扰时段") && typist.world.snapshot.messageBook.messages.count == 1)
  }

  @Test("Space leaves one out, and the form knows it when it is opened again")
  func leftOut() throws {
    let typist = try MessageDesk().typist()
    typist.type("5<F6><Enter>1<Enter><Enter><Enter>今晚请多留意。<F10><F4><Space>")
    #expect(typist.screen.contains("提示短信，1 人，1 条"), "\(typist.screen)")
    typist.type("<Esc><F10>")
    #expect(typist.screen.contains("去掉 1 人"), "\(typist.screen)")
    typist.type("<F4> ")
    #expect(typist.screen.contains("提示短信，2 人，2 条"), "\(typist.screen)")
    typist.type(" <F8>")
    let book = typist.world.snapshot.messageBook
    #expect(book.sendings["QSP-M-0002"]?.map(\.to.code) == ["QSP-I-0001"], "\(typist.screen)")
  }

  @Test("A look-out offers fresh grave cases alone, and asks another officer's PIN")
  func lookout() throws {
    let desk = try MessageDesk()
    let typist = try desk.typist()
    typist.type("5+<F4>")
    #expect(typist.screen.contains("11-24 21:10 中心街 抢夺"), "\(typist.screen)")
    #expect(!typist.screen.contains("抢劫") && !typist.screen.contains("电缆"), "\(typist.screen)")
    typist.type("<Esc><Esc><Esc>" + MessageDesk.lookout)
    #expect(typist.screen.contains("案 QSP-C-0009 抢夺 11-24 21:10 中心街"), "\(typist.screen)")
    typist.type("<F8>")
    #expect(typist.screen.contains("李警官 口令") && typist.message.contains("李警官"), "\(typist.screen)")
    #expect(typist.world.snapshot.messageBook.messages.count == 1)
    typist.type("111111<Enter>")
    #expect(typist.message.contains("布控没有批准，没有发出"), "\(typist.message)")
    #expect(!typist.screen.contains("口令 *"), "\(typist.screen)")
    // Nothing is lost: the PIN again, or back to the form.
    typist.type("<Esc><Esc>")
    #expect(typist.screen.contains("2人骑黑色两轮摩托车"), "\(typist.screen)")
    typist.type("<F10><F8>\(Signed.pin)<Enter>")
    let message = try #require(typist.world.snapshot.message("QSP-M-0002"), "\(typist.screen)")
    #expect(message.approver?.code == "P-002" && message.incident == "QSP-C-0009")
    #expect(try desk.names("outbox").count == 3)
  }

  @Test("Who sends a look-out is not among those who approve it")
  func ownApproval() throws {
    let typist = try MessageDesk().typist()
    typist.type(MessageDesk.lookout + "<F8><F4>王警官<Enter>")
    #expect(typist.message.contains("没有符合的"), "\(typist.message)")
    #expect(typist.world.snapshot.messageBook.messages.count == 1)
  }

  @Test("A look-out is stood down after a question that says to how many it tells")
  func standDown() throws {
    let desk = try MessageDesk()
    let typist = try desk.typist()
    typist.type(MessageDesk.sent)
    try desk.move("outbox", "sent")
    typist.tick(try #require(Stamp("2026-11-24T22:32:00+08:00")))
    #expect(typist.screen.contains("已发出 3"), "\(typist.screen)")
    typist.type("<Del>")
    #expect(typist.screen.contains("向这 3 人各发一条解除短信"), "\(typist.screen)")
    typist.type("<Esc>")
    #expect(typist.world.snapshot.message("QSP-M-0002")?.ended == nil)
    typist.type("<Esc><Del><F5>")
    #expect(typist.message == "Enter 撤控，Esc 不做。")
    typist.type("<Enter>")
    #expect(typist.world.snapshot.message("QSP-M-0002")?.ended != nil, "\(typist.screen)")
    #expect(typist.world.snapshot.message("QSP-M-0003")?.about == "QSP-M-0002")
    #expect(try desk.names("outbox").count == 3)
    typist.type("<Del>")
    #expect(typist.message.contains("已于 2026-11-24"), "\(typist.message)")
  }

  @Test("What failed stands first, and F8 sends it once more after a question")
  func resend() throws {
    let desk = try MessageDesk()
    let typist = try desk.typist()
    typist.type(MessageDesk.sent)
    try desk.move("outbox", "error", only: "QSP-M-0002-003")
    try desk.move("outbox", "sent")
    typist.tick(try #require(Stamp("2026-11-24T22:32:00+08:00")))
    let stuck = try #require(typist.world.findings.first { $0.rule == .textsStuck })
    #expect(
      TodoAct(typist.world).effects(of: stuck) == [.open(.message("QSP-M-0002", for: .whoFailed))])
    typist.type("<F4>")
    let first = try #require(typist.lines.first { $0.contains("▲失败") && $0.contains("11-24") })
    #expect(first.contains("gammu-smsd"), "\(typist.screen)")
    typist.type("<F8>")
    #expect(typist.screen.contains("向这 1 人各再发一条，按登记里现在的号码。"), "\(typist.screen)")
    typist.type("<F5>")
    #expect(typist.message == "Enter 重发失败的，Esc 不做。")
    typist.type("<Enter>")
    #expect(try desk.names("outbox").count == 1)
    #expect(typist.screen.contains("3 人  已发出 2  已交发 1  回报 0"), "\(typist.screen)")
    // Where nothing failed it leads to what waits for a signature, as everywhere.
    typist.type("<F8>")
    #expect(typist.lines[1].contains("待签"), "\(typist.screen)")
  }

  @Test("A unit that was chosen stands in its field, is marked in the list, and can be taken out")
  func unit() throws {
    let typist = try MessageDesk().typist()
    typist.type("5+<Tab><Tab><Tab><Tab>青石<Space><Enter>")
    typist.type("<S-Tab>")
    let field = try #require(typist.lines.first { $0.contains("06 单位") }, "\(typist.screen)")
    #expect(field.contains("青石镇"), "\(field)")
    typist.type("<F4>")
    #expect(typist.lines.contains { $0.contains("*") && $0.contains("青石镇") }, "\(typist.screen)")
    typist.type("<Esc><C-u><Tab><S-Tab>")
    let empty = typist.lines.first { $0.contains("06 单位") } ?? ""
    #expect(!empty.contains("青石镇"), "\(typist.screen)")
  }

  @Test("Tables for the platform are written and read from the screen")
  func tables() throws {
    let desk = try MessageDesk(gateway: "platform")
    let typist = try desk.typist()
    typist.type("5<F6><Enter>1<Enter><Enter><Enter>今晚请多留意。<F10><F8>")
    let table = "\(desk.spool.path)/out.csv"
    typist.type("5>")
    #expect(typist.screen.contains("~/sms-2026-11-24-2230.csv"), "\(typist.screen)")
    #expect(
      typist.lines.count { $0.contains("巡防") && $0.contains("青石派出所") } == 1, "\(typist.screen)")
    typist.type("<C-u>\(table)<Enter><F10>")
    let written = try String(contentsOfFile: table, encoding: .utf8)
    #expect(written.contains("QSP-M-0002-001,1009") && written.contains("今晚请多留意。"), "\(written)")
    try "Code,State\nQSP-M-0002-001,sent\n".write(
      toFile: "\(desk.spool.path)/in.csv", atomically: true, encoding: .utf8)
    typist.type("5《\(desk.spool.path)/in.csv<Enter><F10>")
    #expect(typist.world.snapshot.messageBook.counts("QSP-M-0002")[.sent] == 1, "\(typist.screen)")
    let modem = try MessageDesk().typist()
    modem.type("5>")
    #expect(modem.message.contains("网关不是 110 平台表格"), "\(modem.message)")
  }

  @Test("A look-out is made longer by an officer's PIN, and the first approval stays")
  func extended() throws {
    let typist = try MessageDesk().typist()
    typist.type(MessageDesk.sent + "<F5>0800<F10>")
    #expect(typist.message.contains("现在的有效期已是 2026-11-25 09:00"), "\(typist.message)")
    // Whoever leaves at the PIN finds the form as it was.
    typist.type("11-27 0900<F10><Esc><F5>")
    #expect(typist.screen.contains("2026-11-27 09:00"), "\(typist.screen)")
    typist.type("<F10>\(Signed.pin)<Enter>")
    #expect(typist.world.drafts.isEmpty)
    let message = try #require(typist.world.snapshot.message("QSP-M-0002"))
    #expect(message.expires?.text == "2026-11-27 09:00" && message.approver?.code == "P-002")
    #expect(message.extendedBy?.code == "P-002", "\(typist.screen)")
    #expect(typist.screen.contains("有效至  11-27 09:00"), "\(typist.screen)")
  }

  @Test("What came in is claimed as a lead under a message that somebody chooses, and leads to it")
  func claim() throws {
    let desk = try MessageDesk()
    let typist = try desk.typist()
    typist.type("5<Tab><Enter>")
    #expect(typist.screen.contains("认领收件 QSP-R-0001"), "\(typist.screen)")
    typist.type("保洁0003<Enter><F10>")
    let reply = try #require(typist.world.snapshot.messageBook.replies.first)
    #expect(reply.from?.name == "环卫保洁0003" && reply.lead != nil && reply.message == nil)
    typist.type("<Enter>")
    #expect(
      typist.screen.contains("4 情报信息") && typist.screen.contains("中心街有人拉卷闸门"), "\(typist.screen)")
    // And back to the text that it was.
    typist.type("<Enter>")
    #expect(typist.lines[1].contains("5 QSP-R-0001"), "\(typist.screen)")
  }

  @Test("What is no lead says why, and then leads to its own words")
  func put() throws {
    let typist = try MessageDesk().typist()
    typist.type("5<Tab><Del><F10>")
    #expect(typist.screen.contains("不作情报"), "\(typist.screen)")
    typist.type("打错了<F10>")
    #expect(typist.world.snapshot.messageBook.replies.first?.put == "打错了", "\(typist.screen)")
    typist.type("<Enter>")
    #expect(typist.screen.contains("打错了"), "\(typist.screen)")
    typist.type("<Esc><Del>")
    #expect(typist.message.contains("QSP-R-0001 已经处理"), "\(typist.message)")
  }

  @Test("A long text shows to its end, and nothing in it reaches the terminal")
  func whole() throws {
    let desk = try MessageDesk()
    let long = "\u{1B}[2J" + String(repeating: "桥头", count: 400) + "末尾"
    try desk.bring("20261124_223000_00_+8610099990007_00", long)
    let typist = try desk.typist()
    typist.type("5<Tab><F3><End>")
    #expect(typist.screen.contains("末尾") && !typist.screen.contains("\u{1B}"), "\(typist.screen)")
    typist.type("<Home>")
    #expect(typist.screen.contains("‹"), "\(typist.screen)")
  }

  @Test("The modem is asked on opening, every minute, and not while somebody types")
  func poll() throws {
    let desk = try MessageDesk()
    let typist = try desk.typist()
    typist.type("5")
    try desk.bring("20261124_223000_00_+8610090000013_00", "看到了")
    typist.tick(try #require(Stamp("2026-11-24T22:30:30+08:00")))
    #expect(typist.world.snapshot.messageBook.replies.count == 1)
    typist.tick(try #require(Stamp("2026-11-24T22:31:01+08:00")))
    #expect(typist.world.snapshot.messageBook.replies.count == 2, "\(typist.screen)")
    #expect(typist.message.contains("收到 1"), "\(typist.message)")
  }

  @Test(
    "A modem that is not there is complained of once, and stands on the screen until it is back")
  func fault() throws {
    let desk = try MessageDesk()
    _ = try Demo.runner(desk.scratch).perform(.setStation(["Spool": "/nonexistent/gammu"]))
    let typist = try desk.typist()
    typist.type("5")
    #expect(typist.message.contains("没有短信猫目录"), "\(typist.message)")
    typist.type("<Down>")
    #expect(typist.message.isEmpty)
    typist.tick(try #require(Stamp("2026-11-24T22:32:00+08:00")))
    #expect(typist.message.isEmpty && typist.screen.contains("▲ 没有短信猫目录"), "\(typist.screen)")
  }

  @Test(
    "Where texts don't go out by themselves the screen says how they do",
    arguments: [(String?.none, "没有设短信网关"), ("platform", "在 5 按 > 写待发的")])
  func gateways(_ gateway: String?, _ words: String) throws {
    let typist = try MessageDesk(gateway: gateway).typist()
    typist.type("5")
    #expect(typist.screen.contains(words) && typist.message.isEmpty, "\(typist.screen)")
  }

  @Test("An empty list says what to do")
  func empty() throws {
    let typist = try Typist(Demo.new())
    typist.type("5")
    #expect(typist.screen.contains("还没有短信。F6 新提示，+ 新布控。"), "\(typist.screen)")
    for key in ["<Enter>", "<F5>", "<Del>", "<F3>"] {
      typist.type(key)
      #expect(typist.message == "还没有短信。F6 新提示，+ 新布控。", "\(key)")
    }
    typist.type("<Tab>")
    #expect(typist.screen.contains("还没有收件。"), "\(typist.screen)")
  }

  @Test("Search leads to the message, whichever of its records was found")
  func search() throws {
    let typist = try MessageDesk().typist()
    typist.type("<C-f>卷闸门被撬<Enter>")
    #expect(typist.screen.contains("5 提示 M-0001"), "\(typist.screen)")
    typist.type("<Esc><Esc><C-f>有人拉卷闸门<Enter>")
    #expect(typist.screen.contains("5 收件"), "\(typist.screen)")
  }

  @Test("What is to be done leads to the message, and to the text that waits")
  func toDo() throws {
    let desk = try MessageDesk()
    try desk.typist().type(MessageDesk.sent)
    let later = try #require(Stamp("2026-11-25T10:00:00+08:00"))
    let typist = try desk.typist(at: later)
    typist.tick(later)
    let past = try #require(typist.world.findings.first { $0.rule == .lookoutPast })
    #expect(TodoAct(typist.world).effects(of: past) == [.open(.message("QSP-M-0002"))])
    let waiting = try #require(typist.world.findings.first { $0.rule == .textsWaiting })
    #expect(
      TodoAct(typist.world).effects(of: waiting) == [.open(.receivedTexts(at: "QSP-R-0001"))])
    typist.type("5<Enter>")
    #expect(typist.screen.contains("到期不撤，仍留在待办。"), "\(typist.screen)")
  }

  @Test("What the program wrote nobody changes by hand", arguments: Kinds.ours.registers)
  func byHand(_ kind: RegisterKind) throws {
    guard kind.layout.isMade else { return }
    let world = try MessageDesk().typist().world
    let code = try #require(world.snapshot.table(kind).records.first?["Code"])
    for place in [
      .recordForm(kind, code: nil, scope: nil), .recordForm(kind, code: code, scope: nil),
      .severalForm(kind, codes: [code]), .ending(kind, codes: [code]), .merge(kind, code: code),
      .importing(kind, scope: nil),
    ] as [Place] {
      #expect(place.refusal(in: world) == RegisterRefusal.notByHand(kind.name).notice, "\(place)")
    }
    for screen in [
      RecordScreen(kind, code), RegistersScreen(kind, scope: nil, in: world),
    ] as [any Screen] {
      let names = Set(screen.hints(in: world).map(\.name))
      #expect(names.isDisjoint(with: ActionName.byHand), "\(screen)")
    }
  }

  @Test("It is the screen written out in Screens/, at three sizes and in three languages")
  func screens() throws {
    for (size, language) in sizes {
      let name = "\(size.width)x\(size.height)-\(language.rawValue)"
      let desk = try MessageDesk()
      let typist = try desk.typist(size: size, language)
      typist.type("5<F6>01<Enter>1 2 3<Enter>中心街<Enter><Enter>22时至次日2时<Enter>3")
      try Screens.expect(typist.screen, "message-form-\(name)")
      try Screens.expect(typist.type("<F10>").screen, "message-check-\(name)")
      typist.type("<F8><Esc><Esc><Esc>" + MessageDesk.lookout)
      try Screens.expect(typist.type("<F8>739").screen, "lookout-check-\(name)")
      typist.type("251<Enter>")
      try desk.move("outbox", "sent", only: "M-0003-001")
      try desk.move("outbox", "error", only: "M-0003-002")
      try desk.bring("20261124_223100_00_+8610090000013_00", "黑色摩托1辆往北去了")
      typist.tick(try #require(Stamp("2026-11-24T22:32:00+08:00")))
      try Screens.expect(typist.type("<Down>").screen, "lookout-\(name)")
      try Screens.expect(typist.type("<F4>").screen, "lookout-recipients-\(name)")
      try Screens.expect(typist.type("<Esc>").screen, "messages-\(name)")
      try Screens.expect(typist.type("<Tab>").screen, "messages-received-\(name)")
      try Screens.expect(typist.type("<Enter>").screen, "message-claim-\(name)")
    }
  }
}
