import Foundation
import Patrol
import Records
import Runner
import TestSupport
import Testing
import Wording

@Suite("Messages go to whom they are for, once, and what comes back is put somewhere")
struct MessageTests {
  @Test(
    "A prompt to one street's people on duty is queued, handed over, and said to be transmitted")
  func prompt() throws {
    let post = try PostOffice()
    let reply = post.runner.perform(.send(post.prompt))
    #expect(Said.by(reply) == "QSP-M-0002 已排队，2 人。")
    #expect(try post.states("QSP-M-0002") == [.waiting, .waiting])
    #expect(Said.by(post.poll()) == "交发 2。")
    #expect(
      try post.names("outbox") == [
        "OUTC20261124_223000_00_10090000001_QSP-M-0002-001.txt",
        "OUTC20261124_223000_00_10090000003_QSP-M-0002-002.txt",
      ])
    #expect(
      try post.text("outbox/OUTC20261124_223000_00_10090000001_QSP-M-0002-001.txt")
        == "【青石派出所】中心街今晚请多留意。")
    try post.move("outbox", "sent", "QSP-M-0002-001")
    try post.move("outbox", "error", "QSP-M-0002-002")
    #expect(Said.by(post.poll()) == "已发出 1  失败 1。")
    #expect(try post.states("QSP-M-0002") == [.sent, .failed])
    #expect(Said.by(post.poll()) == "没有新的收发。")
    #expect(try Demo.isSound(post.scratch))
  }

  @Test("Whoever is cut off between a file and its note finds it there, wherever it has moved to")
  func neverTwice() throws {
    let post = try PostOffice()
    _ = post.runner.perform(.send(post.prompt))
    let waiting = try post.scratch.text("register/QSP/sendings.rec")
    for folder in ["outbox", "sent", "error"] {
      _ = post.poll()
      if folder != "outbox" {
        try post.move("outbox", folder, "QSP-M-0002-001")
        try post.move("outbox", folder, "QSP-M-0002-002")
      }
      // The note never came onto the disk.
      try post.scratch.write(waiting, to: "register/QSP/sendings.rec")
      let again = try Demo.runner(post.scratch)
      _ = again.perform(.exchangeMessages)
      let all = try ["outbox", "sent", "error"].flatMap { try post.names($0) }
      #expect(all.count == 2, "\(folder): \(all)")
      for name in try post.names(folder) {
        try FileManager.default.removeItem(atPath: "\(post.spool.path)/\(folder)/\(name)")
      }
      try post.scratch.write(waiting, to: "register/QSP/sendings.rec")
    }
  }

  @Test(
    "A text of somebody registered is intelligence under its message; another waits to be claimed")
  func received() throws {
    let post = try PostOffice()
    _ = post.runner.perform(.send(post.prompt))
    _ = post.poll()
    try post.bring("20261124_223000_00_+8610090000001_00", "中心街东头2人逐个")
    try post.bring("20261124_223000_00_+8610090000001_01", "拉卷闸门")
    try post.bring("20261124_223000_00_10099990002_00", "看到了")
    #expect(Said.by(post.poll()) == "收到 2。")
    #expect(try post.names("inbox").isEmpty)
    let snapshot = try post.runner.snapshot
    let replies = snapshot.messageBook.replies.suffix(2)
    #expect(replies.map(\.from?.code) == ["QSP-I-0001", nil])
    #expect(replies.map(\.text) == ["中心街东头2人逐个拉卷闸门", "看到了"])
    #expect(replies.map(\.message) == ["QSP-M-0002", nil])
    #expect(replies.map(\.phone) == [nil, "10099990002"])
    let lead = try #require(replies.first?.lead.flatMap(snapshot.lead))
    #expect(lead.facts == "中心街东头2人逐个拉卷闸门" && lead.source == .informant)
    #expect(lead.informant == Named("QSP-I-0001", "环卫保洁0001"))
    // The same text, brought again by a folder that was put back.
    try post.bring("20261124_223000_00_10099990002_00", "看到了")
    #expect(Said.by(post.poll()) == "没有新的收发。")
  }

  @Test("A text that waits is claimed for somebody or the public, or said to be none; once")
  func claimed() throws {
    let post = try PostOffice()
    let claim = Command.claimText("QSP-R-0001", of: "QSP-I-0001", under: "QSP-M-0001")
    #expect(Said.by(post.runner.perform(claim)).hasPrefix("QSP-R-0001 已转情报 QSP-Q-"))
    #expect(Said.by(post.runner.perform(claim)).contains("已经处理"))
    let text = try post.scratch.text("register/QSP/replies.rec")
    #expect(text.contains("From: QSP-I-0001 环卫保洁0001") && !text.contains("10099990001"))
    #expect(!(try post.scratch.text("register/QSP/changes.rec")).contains("10099990001"))
    try post.bring("20261124_222100_00_10086_00", "您的余额不足")
    _ = post.poll()
    #expect(Said.by(post.runner.perform(.putText("QSP-R-0002", why: " "))).contains("为什么不作情报"))
    #expect(Said.by(post.runner.perform(.putText("QSP-R-0002", why: "广告"))).contains("不作情报"))
    #expect(try post.runner.snapshot.messageBook.replies.allSatisfy { !$0.waits })
  }

  @Test(
    "A look-out needs a grave current case, an end and another officer's PIN; the first approval stays"
  )
  func lookout() throws {
    let post = try PostOffice()
    var new = try post.lookout()
    #expect(Said.by(post.runner.perform(.send(new))).contains("没有人批准"))
    let own = post.runner.perform(.send(new, approval: Signed.hand("P-001")))
    #expect(Said.by(own).contains("不能由本人批准"))
    let wrong = HandAtKeyboard("P-002", Signed.secret("111111"))
    let refused = whole(post.runner.perform(.send(new, approval: wrong)))
    #expect(refused.contains("布控没有批准，没有发出。") && !refused.contains("签字"))
    #expect(try post.states("QSP-M-0002").isEmpty)
    let sent = post.runner.perform(.send(new, approval: Signed.hand("P-002")))
    #expect(Said.by(sent) == "QSP-M-0002 已排队，2 人。")
    _ = post.poll()
    let until = Demo.now.moment + 20 * 60
    let longer = post.runner.perform(
      .extendLookout("QSP-M-0002", until: until, by: Signed.hand("P-002")))
    #expect(Said.by(longer) == "QSP-M-0002 延期至 \(until.text)，2 人将收到短信。")
    let told = try #require(try post.runner.snapshot.message("QSP-M-0003"))
    #expect(told.kind == .longer && told.about == "QSP-M-0002")
    #expect(told.text == "11月24日21时10分建设路布控延期，请继续注意发现并报告。有效至11月25日18时30分。")
    let message = try #require(try post.runner.snapshot.message("QSP-M-0002"))
    #expect(message.approver?.code == "P-002" && message.approved == Demo.now.moment)
    #expect(message.extendedBy?.code == "P-002" && message.expires == until)
    new.text += "有效至11月26日9时。"
    let unlike = Said.by(post.runner.perform(.send(new, approval: Signed.hand("P-002"))))
    #expect(unlike.contains("正文说有效至“11月26日9时”，有效期是 2026-11-25 10:30"), "\(unlike)")
    (new.incident, new.text) = ("QSP-C-0002", "请注意发现并报告。")
    let other = Said.by(post.runner.perform(.send(new, approval: Signed.hand("P-002"))))
    #expect(other.contains("不发布控"), "\(other)")
  }

  @Test("Standing down tells everybody it went to, and drops what has not left")
  func standDown() throws {
    let post = try PostOffice()
    _ = post.runner.perform(.send(try post.lookout(), approval: Signed.hand("P-002")))
    _ = post.runner.perform(.setStation(["TextsAMinute": "1"]))
    _ = post.poll()
    #expect(try post.states("QSP-M-0002") == [.handed, .waiting])
    #expect(Said.by(post.runner.perform(.standDown("QSP-M-0002"))).contains("1 人将收到解除短信"))
    #expect(try post.states("QSP-M-0002") == [.handed, .dropped])
    #expect(try post.states("QSP-M-0003") == [.waiting])
    #expect(Said.by(post.runner.perform(.standDown("QSP-M-0002"))).contains("已于"))
    let over = try #require(try post.runner.snapshot.message("QSP-M-0003"))
    #expect(over.kind == .standdown && over.about == "QSP-M-0002" && over.text.contains("已解除"))
  }

  @Test("What was not read decides nothing: nobody is dropped or told for it")
  func unread() throws {
    for name in ["messages", "sendings", "replies", "informants"] {
      let post = try PostOffice()
      _ = post.runner.perform(.send(post.prompt))
      let path = "register/QSP/\(name).rec"
      let text = try post.scratch.text(path)
      try post.scratch.write(text + "\nNo field\n", to: path)
      #expect(try Demo.runner(post.scratch).perform(.exchangeMessages).outcome.pages.isEmpty)
      #expect(Said.by(post.poll()).contains("\(name).rec"), "\(name)")
      try post.scratch.write(text, to: path)
      #expect(try post.states("QSP-M-0002") == [.waiting, .waiting], "\(name)")
    }
  }

  @Test("A stand-down tells those too whose text lies in the gateway and was never noted to")
  func standDownAfterCut() throws {
    let post = try PostOffice()
    _ = post.runner.perform(.send(try post.lookout(), approval: Signed.hand("P-002")))
    let waiting = try post.scratch.text("register/QSP/sendings.rec")
    _ = post.poll()
    try post.scratch.write(waiting, to: "register/QSP/sendings.rec")
    // The daemon may be at the first; what lies behind it is taken back, and its people need no word.
    #expect(Said.by(post.runner.perform(.standDown("QSP-M-0002"))).contains("1 人将收到解除短信"))
    #expect(try post.states("QSP-M-0002") == [.handed, .dropped])
    #expect(try post.names("outbox").count == 1)
  }

  @Test(
    "What lies in the gateway past its time is taken back, but for what may be leaving just now")
  func takenBack() throws {
    let post = try PostOffice()
    _ = post.runner.perform(.send(post.prompt))
    _ = post.poll()
    let tomorrow = try Demo.runner(
      post.scratch, at: try #require(Stamp("2026-11-25T12:00:00+08:00")))
    #expect(Said.by(tomorrow.perform(.exchangeMessages)) == "未发 1。")
    #expect(
      try tomorrow.snapshot.messageBook.sendings["QSP-M-0002"]?.map(\.state) == [.handed, .dropped])
    #expect(try post.names("outbox").map { $0.suffix(18) } == ["QSP-M-0002-001.txt"])
  }

  @Test(
    "What failed is sent once more under another code, to the number of today; once it is stale, never"
  )
  func resend() throws {
    let post = try PostOffice()
    _ = post.runner.perform(.send(post.prompt))
    _ = post.poll()
    try post.move("outbox", "sent", "QSP-M-0002-001")
    try post.move("outbox", "error", "QSP-M-0002-002")
    #expect(Said.by(post.runner.perform(.resend("QSP-M-0001"))).contains("没有失败的短信"))
    _ = post.poll()
    #expect(Said.by(post.runner.perform(.resend("QSP-M-0002"))) == "QSP-M-0002 重发 1 条，已排队。")
    #expect(try post.states("QSP-M-0002") == [.sent, .dropped, .waiting])
    #expect(Said.by(post.poll()) == "交发 1。")
    #expect(try post.names("outbox").map { $0.suffix(30) } == ["10090000003_QSP-M-0002-003.txt"])
    #expect(Said.by(post.runner.perform(.resend("QSP-M-0002"))).contains("没有失败的短信"))
    let counts = try post.runner.snapshot.messageBook.counts("QSP-M-0002")
    #expect(counts == [.sent: 1, .handed: 1], "Two people, each of whom has one text.")
    try post.move("outbox", "error", "QSP-M-0002-003")
    let tomorrow = try Demo.runner(
      post.scratch, at: try #require(Stamp("2026-11-25T12:00:00+08:00")))
    _ = tomorrow.perform(.exchangeMessages)
    #expect(Said.by(tomorrow.perform(.resend("QSP-M-0002"))).contains("已经过时"))
    #expect(try Demo.isSound(post.scratch))
  }

  @Test(
    "One number gets one text of a message, even where it became two people's after it was queued")
  func oneNumber() throws {
    let post = try PostOffice()
    _ = post.runner.perform(.send(post.prompt))
    let path = "register/QSP/volunteers.rec"
    try post.scratch.write(
      try post.scratch.text(path).replacing("10090000003", with: "10090000001"), to: path)
    let again = try Demo.runner(post.scratch)
    #expect(Said.by(again.perform(.exchangeMessages)) == "交发 1  未发 1。")
    #expect(
      try again.snapshot.messageBook.sendings["QSP-M-0002"]?.map(\.state) == [.handed, .dropped])
  }

  @Test("A state that nobody understands stops the exchange, and is named; nothing goes out or in")
  func strangeState() throws {
    let post = try PostOffice()
    _ = post.runner.perform(.send(post.prompt))
    let path = "register/QSP/sendings.rec"
    let text = try post.scratch.text(path)
    try post.scratch.write(text.replacing("State: waiting", with: "State: gone"), to: path)
    let said = Said.by(try Demo.runner(post.scratch).perform(.exchangeMessages))
    #expect(said.contains("QSP-M-0002-00") && said.contains("gone"), "\(said)")
    #expect(try post.names("outbox").isEmpty)
  }

  @Test("Files in the inbox that are no texts, or too large, are left and counted")
  func noTexts() throws {
    let post = try PostOffice()
    for (name, bytes) in [
      ("IN20261124_213000_00_10090000001_00.bin", 12), ("note.txt", 3),
      ("IN20261124_213000_00_10090000001_00.txt", (1 << 20) + 1),
    ] {
      try post.scratch.write(String(repeating: "x", count: bytes), to: "x")
      try FileManager.default.copyItem(
        atPath: "\(post.scratch.path)/x", toPath: "\(post.spool.path)/inbox/\(name)")
    }
    #expect(Said.by(post.poll()) == "收件箱里不是短信的 3。")
    #expect(try post.names("inbox").count == 3)
  }

  @Test("A prompt that was queued before quiet hours waits until they are over")
  func quietAtHand() throws {
    let post = try PostOffice()
    _ = post.runner.perform(.send(post.prompt))
    _ = post.runner.perform(.setStation(["QuietHours": "22:00-23:00"]))
    #expect(Said.by(post.poll()) == "稍后再发 2。")
    _ = post.runner.perform(.setStation(["QuietHours": ""]))
    #expect(Said.by(post.poll()) == "交发 2。")
  }

  @Test(
    "Prompts that lie in the gateway when quiet hours begin are taken back until these are over")
  func quietInOutbox() throws {
    let post = try PostOffice()
    _ = post.runner.perform(.send(post.prompt))
    _ = post.poll()
    _ = post.runner.perform(.setStation(["QuietHours": "22:00-23:00"]))
    _ = post.poll()
    #expect(try post.states("QSP-M-0002") == [.handed, .waiting])
    #expect(try post.names("outbox").count == 1)
    _ = post.runner.perform(.setStation(["QuietHours": ""]))
    #expect(Said.by(post.poll()) == "交发 1。")
  }

  @Test("Another gateway gets nothing that the one before holds already, noted or not")
  func otherGateway() throws {
    for change in [["Gateway": "platform"], ["Spool": "/nowhere"]] {
      let post = try PostOffice()
      _ = post.runner.perform(.send(post.prompt))
      let waiting = try post.scratch.text("register/QSP/sendings.rec")
      _ = post.poll()
      try post.scratch.write(waiting, to: "register/QSP/sendings.rec")
      let runner = try Demo.runner(post.scratch)
      _ = runner.perform(.setStation(change))
      let states = try runner.snapshot.messageBook.sendings["QSP-M-0002"]?.map(\.state)
      #expect(states == [.handed, .handed], "\(change)")
    }
  }

  @Test("A text with somebody's number waits to be put into other words, whoever sent it")
  func number() throws {
    let post = try PostOffice()
    try post.bring("20261124_222900_00_10090000001_00", "偷电缆的，电话13800138000")
    try post.bring("20261124_222901_00_10090000001_00", "110101199001011234在桥头")
    _ = post.poll()
    let replies = try post.runner.snapshot.messageBook.replies.suffix(2)
    #expect(replies.allSatisfy { $0.waits && $0.from?.code == "QSP-I-0001" })
  }

  @Test("Two texts of one name are two, and each is kept")
  func sameName() throws {
    let post = try PostOffice()
    for text in ["第一条", "第二条刀在后座"] {
      try post.bring("20261124_222900_00_CM_CC_00", text)
      #expect(Said.by(post.poll()) == "收到 1。")
    }
    #expect(
      try post.runner.snapshot.messageBook.replies.suffix(2).map(\.text) == ["第一条", "第二条刀在后座"])
  }

  @Test("What is stale never goes out: a prompt of another day, a look-out past its end")
  func stale() throws {
    let post = try PostOffice()
    _ = post.runner.perform(.send(post.prompt))
    _ = post.runner.perform(.send(try post.lookout(), approval: Signed.hand("P-002")))
    let tomorrow = try Demo.runner(
      post.scratch, at: Stamp(moment: Demo.now.moment + 1440, second: 0, offset: 480))
    #expect(Said.by(tomorrow.perform(.exchangeMessages)) == "未发 4。")
    #expect(try post.names("outbox").isEmpty)
  }

  @Test("A minute, a day and quiet hours hold; the same kind of number counts in all of them")
  func limits() throws {
    let post = try PostOffice()
    _ = post.runner.perform(.setStation(["TextsADay": "2"]))
    #expect(Said.by(post.runner.perform(.send(post.prompt))).contains("今日只能再发 1 条"))
    _ = post.runner.perform(.setStation(["TextsADay": "", "QuietHours": "22:00-06:00"]))
    #expect(Said.by(post.runner.perform(.send(post.prompt))).contains("免打扰"))
    let lookout = post.runner.perform(.send(try post.lookout(), approval: Signed.hand("P-002")))
    #expect(Said.by(lookout).contains("已排队"))
  }

  @Test("C-z takes no text back, and nobody writes by hand what the program did")
  func byHand() throws {
    let post = try PostOffice()
    // What was done before it stays as well: whoever sends and takes back means the text.
    _ = post.runner.perform(.setStation(["TextsADay": "400"]))
    _ = post.runner.perform(.send(post.prompt))
    #expect(Said.by(post.runner.perform(.undo)).contains("发出的收不回"))
    #expect(try post.states("QSP-M-0002") == [.waiting, .waiting])
    #expect(try post.runner.snapshot.station.policy.textsPerDay == 400)
    for kind in Kinds.ours.registers where kind.layout.isMade {
      let table = try post.runner.snapshot.table(kind)
      let texts = table.texts(at: 0)
      var changed = texts
      changed[kind.columns[2].name] = "x"
      let reply = post.runner.perform(.put(RegisterRecord(kind, changed, seen: texts)))
      #expect(Said.by(reply).contains("不能手工改"), "\(kind.name)")
    }
  }

  @Test(
    "A gateway that can't be reached is said to be so, and nothing is lost",
    arguments: ["", "gammu", "platform"])
  func unreachable(kind: String) throws {
    let post = try PostOffice()
    _ = post.runner.perform(.send(post.prompt))
    _ = post.runner.perform(.setStation(["Gateway": kind, "Spool": "/nowhere/at/all"]))
    let said = whole(post.poll())
    let expected = ["": "没有设短信网关", "gammu": "没有短信猫目录", "platform": "网关是 110 平台表格"]
    #expect(said.contains(expected[kind] ?? "?"), "\(said)")
    #expect(said.contains("不会丢失、不会重发"))
    #expect(try post.states("QSP-M-0002") == [.waiting, .waiting])
  }

  /// Every sentence of a refusal.
  private func whole(_ reply: Reply) -> String {
    guard case .failed(let notice, _) = reply.outcome else { return Said.by(reply) }
    return notice.line(.hans, at: .console)
  }
}
