import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@Suite("Both sides sign at one keyboard, with few keys")
struct SigningScreenTests {
  private func city() throws -> Scratch {
    let scratch = try Demo.small()
    Signed.issueKeys(try Demo.runner(scratch))
    return scratch
  }

  /// A console that stands on 高庄村队.
  private func typist(_ scratch: Scratch, size: Size = Size(80, 24)) throws -> Typist {
    let typist = try Typist(scratch, size: size)
    typist.type("<Down>")
    return typist
  }

  private let inspected = "<F3><Enter>2140+25<Enter>=<Enter>11111111<F10>"

  @Test("An inspection, eight points checked, and both signatures: at most twenty keys")
  func inspection() throws {
    let scratch = try city()
    let typist = try typist(scratch)
    let before = typist.keys
    let characters = "2140+25=11111111".count
    typist.type(inspected)
    #expect(typist.screen.contains("签字 · 检查方 · 周建林"), "\(typist.screen)")
    typist.type(Signed.pin + "<Enter>")
    #expect(typist.screen.contains("签字 · 被检方 · 高有福"), "\(typist.screen)")
    typist.type(Signed.pin + "<Enter>")
    let keys = typist.keys - before - characters - 2 * Signed.pin.count
    #expect(keys <= 20, "\(keys)")
    #expect(typist.message == "已签，写入 1 页。")
    let page = try #require(typist.world.ledger?.inspections.first)
    #expect(page.missing == nil)
    #expect(page.inspection?.present == 5 && page.inspection?.expected == 5)
    #expect(page.inspection?.to.clock == "22:05")
    #expect(try Demo.isSound(scratch))
  }

  @Test("Two points that fail bring problems, demand and date; with both signatures twenty keys")
  func remarks() throws {
    let scratch = try city()
    let typist = try typist(scratch)
    let before = typist.keys
    // Out of five, the fifth is missing without leave; two points fail; in a standing phrase what was found.
    let typed = ["2140+25", "4-5.5", "12211111", "39"]
    typist.type("<F3><Enter>2140+25<Enter>4-5.5<Enter>12211111<Enter><Enter>39<F10>")
    typist.type(Signed.pin + "<Enter>" + Signed.pin + "<Enter>")
    let keys = typist.keys - before - typed.joined().count - 2 * Signed.pin.count
    #expect(keys <= 20, "\(keys)")
    let page = try #require(typist.world.ledger?.inspections.first?.inspection, "\(typist.screen)")
    #expect(page.problems == ["B", "D"] && page.decision == "deadline")
    #expect(page.required == "补足应到人数，缺勤的说明原因。红袖标配齐，人人佩戴“治安巡逻”袖标。")
    #expect(page.absent.map(\.text) == ["QS-01-005 高小山 (unexcused)"] && page.present == 4)
    #expect(page.by == Demo.today + 3 && page.found == "队员在岗，记录簿漏记。")
    #expect(typist.world.ledger?.inspections.first?.missing == nil)
  }

  @Test("A point that fails is never in order: without its problem nothing is saved")
  func failedPoint() throws {
    let typist = try typist(try city(), size: Size(120, 40))
    typist.type("<F3><Enter>2140+25<Enter>5<Enter>11211131<Enter><C-u><Enter><F10>")
    #expect(typist.message.contains("有不合格或无人在岗，问题未写。"), "\(typist.screen)")
    typist.type("4<F10>")
    let page = try #require(typist.world.ledger?.inspections.first?.inspection, "\(typist.screen)")
    #expect(page.problems == ["D"])
  }

  /// Somebody corrects the page from another place.
  private func correct(_ scratch: Scratch) throws {
    let act = Attesting.correct(
      Signed.page(1), changes: ["Points": "11111112", "Problems": "I"], reason: "看错了")
    let reply = try Demo.runner(scratch).perform(.attest(act, by: "QS-001", Signed.secret()))
    #expect(reply.outcome.pages.count == 1, "\(reply.outcome)")
  }

  @Test("What is corrected while the PIN is typed is not signed unread")
  func correctedMeanwhile() throws {
    let scratch = try city()
    _ = try Demo.runner(scratch).perform(.inspect(try Signed.inspection()))
    _ = try Demo.runner(scratch).perform(Signed.sign(1, .inspector, "QS-001"))
    let typist = try typist(scratch)
    typist.type("<F8><Enter><F8>" + Signed.pin)
    try correct(scratch)
    typist.type("<Enter>")
    #expect(typist.message.contains("第1页在看过之后有了改动"), "\(typist.screen)")
    #expect(try Demo.runner(scratch).page(Signed.page(1)).missing == .inspector)
    #expect(!(try scratch.text("books/2026/QS.inspection.rec")).contains("As: inspected"))
  }

  @Test("A PIN that was typed by one signs for no other, whose turn it has become meanwhile")
  func otherTurn() throws {
    let scratch = try city()
    let typist = try typist(scratch)
    typist.type(inspected + Signed.pin + "<Enter>" + Signed.pin)
    #expect(typist.screen.contains("签字 · 被检方 · 高有福"), "\(typist.screen)")
    try correct(scratch)
    typist.tick()
    #expect(typist.screen.contains("签字 · 检查方 · 周建林"), "\(typist.screen)")
    let before = try scratch.text("books/2026/QS.inspection.rec")
    typist.type("<Enter>")
    #expect(typist.message.contains("刚才换了签字人"), "\(typist.screen)")
    typist.type("<Enter><Enter>")
    #expect(try scratch.text("books/2026/QS.inspection.rec") == before)
    typist.type(Signed.pin + "<Enter>")
    #expect(try scratch.text("books/2026/QS.inspection.rec") != before, "\(typist.screen)")
  }

  @Test("So it is of a single page: it is read again before it is signed")
  func correctedOnPage() throws {
    let scratch = try city()
    let typist = try typist(scratch)
    typist.type(inspected + Signed.pin)
    #expect(typist.screen.contains("签字 · 检查方 · 周建林"), "\(typist.screen)")
    let correct = Command.correct(
      Signed.page(1), changes: ["Points": "11111112", "Problems": "I"], reason: "看错了")
    #expect(Said.by(try Demo.runner(scratch).perform(correct)) == "№2")
    typist.type("<Enter>")
    #expect(!(try scratch.text("books/2026/QS.inspection.rec")).contains("Kind: signature"))
    #expect(typist.message.contains("有了改动"), "\(typist.screen)")
    // What it says now has been read by then.
    typist.type("<Esc><F8><Enter><F8>" + Signed.pin + "<Enter>")
    #expect(typist.message.contains("已签"), "\(typist.screen)")
  }

  @Test("A day is closed as it was read: a page that came meanwhile is read first")
  func closedMeanwhile() throws {
    let scratch = try city()
    _ = try Demo.runner(scratch).perform(.inspect(try Signed.inspection()))
    let ledger = try #require(Demo.runner(scratch).perform(.open(nil)).ledger)
    _ = try Demo.runner(scratch).perform(.record(Sample.quiet([:])))
    let reply = try Demo.runner(scratch).perform(
      .attest(.close(Demo.today), by: "P-001", Signed.secret(), seen: ledger.wordings))
    #expect(Said.by(reply).contains("在看过之后有了改动"))
    #expect(reply.outcome.pages.isEmpty)
  }

  @Test("Fifty that wait are signed in one go")
  func fifty() throws {
    let scratch = try city()
    let runner = try Demo.runner(scratch)
    for index in 0..<50 {
      let from = Moment(Demo.today, 9 * 60 + 15 * index)
      _ = runner.perform(
        .inspect(try Signed.inspection(["From": from.text, "To": (from + 10).text])))
    }
    let items = (1...50).map { Attesting.Item(Signed.page($0), .inspector) }
    _ = runner.perform(.attest(.sign(items), by: "QS-001", Signed.secret()))
    let typist = try typist(scratch)
    #expect(typist.world.waiting.count == 50)
    typist.type("<F8><Enter>" + String(repeating: "<Down>", count: 49) + "<F8>")
    typist.type(Signed.pin + "<Enter>")
    #expect(typist.message == "已签，写入 50 页。", "\(typist.screen)")
    #expect(typist.world.waiting.isEmpty)
    #expect(try Demo.verified(scratch).signatures == 110)
    #expect(try Demo.isSound(scratch))
  }

  @Test("Five that wait are countersigned with at most eight keys and one PIN")
  func countersign() throws {
    let scratch = try city()
    for minute in 0..<5 {
      let runner = try Demo.runner(scratch)
      _ = runner.perform(
        .inspect(
          try Signed.inspection(["From": "2026-11-24 21:4\(minute)", "To": "2026-11-24 22:05"])))
      _ = runner.perform(Signed.sign(1 + 2 * minute, .inspector, "QS-001"))
    }
    let typist = try typist(scratch)
    #expect(typist.world.waiting.count == 5)
    let before = typist.keys
    typist.type("<F8><Enter><Down><Down><Down><Down><F8>" + Signed.pin + "<Enter>")
    #expect(typist.keys - before - Signed.pin.count <= 8)
    #expect(typist.world.waiting.isEmpty, "\(typist.screen)")
    #expect(typist.message == "已签，写入 5 页。")
    #expect(try Demo.isSound(scratch))
  }

  @Test("What was not seen to its end is not signed")
  func unseen() throws {
    let scratch = try city()
    let runner = try Demo.runner(scratch)
    let long = (1...40).map { "第\($0)点：变压器房周边没有巡到。" }.joined(separator: "\n")
    for minute in 0..<2 {
      _ = runner.perform(
        .inspect(
          try Signed.inspection([
            "From": "2026-11-24 21:4\(minute)", "To": "2026-11-24 22:05",
            "Found": minute == 0 ? long : "",
          ])))
      _ = runner.perform(Signed.sign(1 + 2 * minute, .inspector, "QS-001"))
    }
    let typist = try typist(scratch)
    typist.type("3<F8>" + Signed.pin + "<Enter>")
    #expect(typist.message == "请先用 PageDown 把全页看完，再签。")
    typist.type("<PageDown><PageDown><PageDown><PageDown><Enter>")
    #expect(typist.world.waiting.count == 1, "\(typist.screen)")
    // In the list the short one counts as seen at once, the long one not.
    let again = try self.typist(try city())
    let other = try Demo.runner(again.scratch)
    for minute in 0..<2 {
      _ = other.perform(
        .inspect(
          try Signed.inspection([
            "From": "2026-11-24 21:4\(minute)", "To": "2026-11-24 22:05",
            "Found": minute == 0 ? long : "",
          ])))
      _ = other.perform(Signed.sign(1 + 2 * minute, .inspector, "QS-001"))
    }
    again.tick()
    again.type("<F8><Enter><Down><F8>")
    #expect(again.message == "还有 1 件没看，不在其中。", "\(again.screen)")
  }

  @Test("A PIN shows as stars, takes full-width digits and stands in no draft")
  func secret() throws {
    let scratch = try city()
    let typist = try typist(scratch)
    typist.type(inspected + "７３９２５")
    #expect(typist.lines[2].contains("口令 *****"), "\(typist.screen)")
    #expect(!typist.screen.contains("73925"))
    #expect(typist.surface.caret?.y == 2)
    typist.tick()
    typist.hangUp()
    for file in scratch.files("drafts") {
      #expect(try !scratch.text("drafts/" + file).contains("73925"))
    }
    let again = try self.typist(scratch)
    again.type("3<F8>１２<C-u>７３９２５１<Enter>")
    #expect(again.screen.contains("签字 · 被检方 · 高有福"), "\(again.screen)")
  }

  @Test("A wrong PIN signs nothing and says so; the page waits in the list")
  func wrong() throws {
    let scratch = try city()
    let typist = try typist(scratch)
    typist.type(inspected + "111222<Enter>")
    #expect(typist.message.hasPrefix("周建林 的口令不对，已记下。"))
    typist.type("<Esc>")
    #expect(typist.message == "没有签的留在“待签”里（F8）。")
    #expect(typist.screen.contains("待签"))
    typist.type("<F8>")
    #expect(typist.screen.contains("周建林") && typist.screen.contains("青石镇专职队"))
  }

  @Test("The other side refuses: reason, witness, and the page says so to everybody")
  func refuse() throws {
    let scratch = try city()
    let typist = try typist(scratch, size: Size(120, 40))
    typist.type(inspected + Signed.pin + "<Enter><F6>")
    #expect(typist.screen.contains("拒签 №1"))
    typist.type("不认可<Enter><Enter>李警官<Enter><F10>")
    #expect(typist.screen.contains("拒签理由") == false)
    #expect(
      typist.screen.contains("理由    不认可") && typist.screen.contains("见证人  李警官"), "\(typist.screen)")
    typist.type(Signed.pin + "<Enter>")
    let page = try #require(typist.world.ledger?.inspections.first, "\(typist.screen)")
    #expect(page.missing == .witness)
    // The witness confirms at once, at the same keyboard.
    #expect(typist.screen.contains("签字 · 见证人 · 李警官"), "\(typist.screen)")
    typist.type(Signed.pin + "<Enter>")
    #expect(typist.world.ledger?.inspections.first?.missing == .reviewer, "\(typist.screen)")
    typist.type("3")
    #expect(typist.screen.contains("高有福 拒签"), "\(typist.screen)")
    // The station reviews it from the same place.
    typist.type("<F8>1<Enter>问了见证人<F10>" + Signed.pin + "<Enter>")
    #expect(typist.world.ledger?.inspections.first?.missing == nil, "\(typist.screen)")
  }

  @Test("A PIN that is typed before the pages were taken opens nothing and shows nowhere")
  func tooEarly() throws {
    let scratch = try city()
    _ = try Demo.runner(scratch).perform(.inspect(try Signed.inspection()))
    let typist = try typist(scratch)
    typist.type("<F8><Enter>")
    let before = typist.screen
    typist.type("24680")
    #expect(typist.message == "看完各页按 F8，再输口令。")
    #expect(typist.lines.first == before.split(separator: "\n").first.map(String.init))
    #expect(!typist.screen.contains("24680") && typist.screen.contains("会签"), "\(typist.screen)")
  }

  @Test("Whose key signed, and by which page of the book of keys, is one key away")
  func fingerprints() throws {
    let typist = try typist(try Signed.directory())
    typist.type("3<Enter>")
    #expect(typist.screen.contains("周建林 QS-001") && !typist.screen.contains("SHA256:"))
    typist.type("<Enter>")
    let key = try #require(typist.world.snapshot.key(of: "QS-001"))
    #expect(typist.screen.contains("№2  \(key.print.text)"), "\(typist.screen)")
    #expect(typist.screen.contains("任职依据  人员密钥簿 2026 №5"), "\(typist.screen)")
    typist.type("<Enter>")
    #expect(!typist.screen.contains("SHA256:"))
  }

  @Test("The day is closed from the list of what waits")
  func close() throws {
    let scratch = try city()
    let typist = try typist(scratch)
    typist.type("<F2><Enter>1930-2210<Enter>=<Enter><Enter>01<F10><F8><Enter>")
    #expect(typist.screen.contains("签字 · 封簿人 · 王警官"), "\(typist.screen)")
    typist.type(Signed.pin + "<Enter>")
    #expect(typist.message == "已签，写入 1 页。")
    #expect(typist.world.ledger?.openBooks.isEmpty == true)
  }

  @Test("A key is enrolled under a PIN typed twice and an officer's; its owner changes and ends it")
  func keys() throws {
    let scratch = try Demo.small()
    let typist = try Typist(scratch)
    typist.type("<C-p>签字密钥<Enter>")
    #expect(typist.screen.contains("李警官") && typist.screen.contains("未发"), "\(typist.screen)")
    typist.type("<Down><F6>739252<Enter>739253<Enter>")
    #expect(typist.message.hasPrefix("两次输入的口令不同。"))
    // An officer who has a key enrols: the new PIN twice, then the officer's.
    typist.type("739252<Enter>739252<Enter>\(Signed.pin)<Enter>")
    #expect(typist.message == "李警官 的签字密钥已登记。")
    #expect(typist.world.snapshot.key(of: "P-002") != nil)
    typist.type("<F4>739252<Enter>862409<Enter>862409<Enter>")
    #expect(typist.message == "李警官 的签字口令已改。", "\(typist.screen)")
    typist.type("<Del>862409<Enter>")
    #expect(typist.world.snapshot.key(of: "P-002") == nil)
    #expect(typist.screen.contains("已吊销"))
    #expect(try Demo.isSound(scratch))
  }

  @Test("A page that was changed can't be taken for a sound one, and can't be signed")
  func broken() throws {
    let scratch = try Signed.directory()
    let path = "books/2026/QS.inspection.rec"
    try scratch.write(
      try scratch.text(path).replacing("Present: 5", with: "Present: 4"), to: path)
    let typist = try typist(scratch, size: Size(120, 40))
    typist.type("3")
    #expect(typist.screen.contains("!! 不算（J2）"), "\(typist.screen)")
    let roles = Set((0..<40).flatMap { typist.surface.row($0).map(\.role) })
    #expect(roles.contains(.urgent))
    typist.type("<Enter>")
    #expect(typist.screen.contains("不算（J2）：与前页接不上，或被改过"), "\(typist.screen)")
    #expect(!typist.screen.contains("有效"), "no signature holds for what nobody signed")
    #expect(typist.screen.contains("签字未核"))
    // Nothing is offered that would be refused, and its keys say why.
    for word in ["更正", "作废", "F8 签字"] {
      #expect(typist.lines.last?.contains(word) == false, "\(typist.screen)")
    }
    for key in ["<F8>", "<F4>", "<Del>"] {
      typist.type(key)
      #expect(typist.message.contains("第1页不算或未核，不能签"), "\(key)")
    }
  }

  @Test("Verification shows its result in words, and every finding whole")
  func verify() throws {
    let scratch = try Signed.directory()
    let typist = try Typist(scratch)
    typist.type("<C-p>核验<Enter>")
    #expect(typist.screen.contains("3 卷 9 页 12 个签字：全部相符。"), "\(typist.screen)")
    let path = "books/2026/QS.inspection.rec"
    try scratch.write(
      try scratch.text(path).replacing("As: inspector", with: "As: inspected"), to: path)
    typist.type("<Enter>")
    #expect(typist.screen.contains("第2页"), "\(typist.screen)")
    #expect(typist.screen.contains("请保留原件"))
  }

  @Test(
    "Verification that could not read keys or a volume does not say that all agree",
    arguments: [
      ("keys/allowed_signers.QSP", "没有核完，1 处未读入。", " 未读入"),
      // What stands in a volume's place and is none does not count.
      ("books/2026/QS.inspection.rec", "有 1 处不符。", "不算（J1）"),
    ])
  func unverified(_ path: String, _ sum: String, _ said: String) throws {
    let scratch = try Signed.directory()
    try scratch.disk.remove(path)
    try scratch.write("", to: path + "/a")
    let typist = try Typist(scratch, size: Size(120, 40))
    typist.type("<C-p>核验<Enter>")
    #expect(typist.screen.contains(sum), "\(typist.screen)")
    #expect(!typist.screen.contains("全部相符"))
    #expect(typist.screen.contains(path + said), "what was not read is named")
  }
}

@Suite("The screens of signing, written out")
struct SigningExpectedTests {
  @Test("The line for the PIN stands above the whole page")
  func sign() throws {
    let scratch = try Demo.small()
    Signed.issueKeys(try Demo.runner(scratch))
    let typist = try Typist(scratch)
    typist.type("<Down><F3><Enter>2140+25<Enter>4<Enter>12111111<F10>7392")
    let expected = """
       巡防  演示 青石派出所  2026-11-24 周二  已记 0/3 队  待签 1 件          王警官
      ┌ 签字 · 检查方 · 周建林 ──────────────────────────────────────────────────────┐
      │ 口令 ****                                                                    │
      │ 看完全页，周建林 输入口令，按 Enter 签。                                     │
      │ 被检单位    高庄村队                   巡防日      2026-11-24                │
      │ 到达        21:40                      离开        22:05                     │
      │ 实到        4                          应到        5                         │
      │ 八项        ✓✗✓✓✓✓✓✓ 人数达标          问题        缺员                      │
      │ 处理        限期整改                   整改期限    2026-11-27                │
      │ 整改要求    补足应到人数，缺勤的说明原因。                                   │
      │ 被检方      高有福                     检查方式    现场                      │
      │ 检查人      周建林                     检查单位    青石镇专职队              │
      │ 检查方  待签  周建林                                                         │
      │ №1 记录人 王警官 2026-11-24 22:30  703f920826f1                              │
      │                                                                              │
      │                                                                              │
      │                                                                              │
      │                                                                              │
      │                                                                              │
      │                                                                              │
      │                                                                              │
      │                                                                              │
      └──────────────────────────────────────────────────────────────────────────────┘
       Enter 签字  PageDown 下一屏  F4 换签字人  Esc 以后再签  F1 帮助          22:30
      """
    #expect(typist.screen == expected)
  }
}
