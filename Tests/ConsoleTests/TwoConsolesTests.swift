import Foundation
import Patrol
import Records
import TestSupport
import Testing

@Suite("Two consoles on one directory take nothing from each other")
struct TwoConsolesTests {
  private static let draft = "drafts/patrol-QS-2026-11-24.rec"

  @Test(
    "The same form in both: the first one's draft stays, and the second is told that its own is not kept"
  )
  func sameForm() throws {
    let scratch = try Demo.small()
    let (one, two) = (try Typist(scratch), try Typist(scratch))
    one.type("<F2><Enter>1930<Enter>")
    two.type("<F2><Enter>1900<Enter>")
    one.tick()
    let kept = try scratch.bytes(Self.draft)
    two.tick()
    #expect(two.message.hasPrefix("草稿没有保住：另一窗口正在填同一张表"), "\(two.message)")
    two.type("<Esc>")
    #expect(!two.message.contains("草稿已保留"), "\(two.message)")
    #expect(try scratch.bytes(Self.draft) == kept)
    // Until the program ends it is there.
    two.type("<F2>")
    #expect(two.screen.contains("19:00"))
  }

  @Test(
    "One saves: the other's draft is kept from then on, and is not thrown away with the first's")
  func oneSaves() throws {
    let scratch = try Demo.small()
    let (one, two) = (try Typist(scratch), try Typist(scratch))
    one.type("<F2><Enter>1930-2100<Enter>=<Enter><Enter>01<Enter>")
    one.tick()
    two.type("<F2><Enter>2130-2210<Enter>")
    two.tick()
    one.type("<F10>")
    #expect(one.message.contains("已存"))
    two.tick()
    #expect(try scratch.text(Self.draft).contains("From: 2026-11-24 21:30\n"))
    let third = try Typist(scratch)
    third.type("<F2>")
    #expect(third.screen.contains("21:30"))
  }

  @Test("What one has begun, the other takes up when it opens the form later")
  func takenUp() throws {
    let scratch = try Demo.small()
    let (one, two) = (try Typist(scratch), try Typist(scratch))
    one.type("<F2><Enter>1930<Enter><Esc>")
    two.tick()
    two.type("<F2>")
    #expect(two.screen.contains("19:30") && two.screen.contains("草稿 0 分钟前"))
  }

  @Test("What was recorded elsewhere stops a close, and is on the screen before it is tried again")
  func closedMeanwhile() throws {
    let scratch = try Signed.directory()
    let (one, two) = (try Typist(scratch), try Demo.runner(scratch))
    one.type("<C-p>封簿<Enter>")
    one.type(Signed.pin)
    let other = try Sample.quiet([
      "Team": "QS-02 柳庄村队", "Leader": "QS-02-001 柳得水",
      "Present": "QS-02-001 柳得水", "Absent": "",
    ])
    #expect(Said.by(two.perform(.record(other))).hasPrefix("№1"))
    one.type("<Enter>")
    #expect(one.message.contains("有了改动"), "\(one.message)")
    one.tick()
    #expect(one.screen.contains("柳庄村队  治安巡逻记录簿  №1"), "\(one.screen)")
    one.type("\(Signed.pin)<Enter>")
    #expect(one.message.contains("这一页刚有改动"), "\(one.screen)")
    one.type("<Enter>")
    #expect(one.world.ledger?.openBooks.isEmpty == true, "\(one.screen)")
  }

  @Test("Of pages signed in one go one that was corrected meanwhile is seen anew")
  func correctedMeanwhile() throws {
    let scratch = try Demo.small()
    let two = try Demo.runner(scratch)
    Signed.issueKeys(two)
    for from in ["20:40", "21:40"] {
      _ = two.perform(.inspect(try Signed.inspection(["From": "2026-11-24 \(from)"])))
    }
    let one = try Typist(scratch)
    one.type("<F8><Enter><PageDown><Down><PageDown><F8>\(Signed.pin)")
    _ = two.perform(.correct(Signed.page(1), changes: ["Remark": "补"], reason: "漏记补充"))
    one.type("<Enter>")
    #expect(one.message.contains("第1页在看过之后有了改动"), "\(one.screen)")
    one.tick()
    one.type("<Home>")
    one.type("<PageDown><F8>\(Signed.pin)<Enter>")
    #expect(one.world.waiting.allSatisfy { $0.role == .inspected }, "\(one.screen)")
  }

  @Test("A record that was changed elsewhere is shown with both texts, and F10 saves it then")
  func sameRecord() throws {
    let scratch = try Demo.small()
    let (one, two) = (try Typist(scratch), try Typist(scratch))
    for typist in [one, two] { typist.type("7<Tab><Down><F4>") }
    try one.go(to: "备注")
    one.type("甲<Enter><F10>")
    #expect(one.message.contains("已存"), "\(one.message)")
    try two.go(to: "备注")
    two.type("乙<Enter><F10>")
    #expect(two.message.contains("刚被别处改动"), "\(two.message)")
    two.tick()
    two.type("<F10>")
    #expect(two.message.contains("别处已改为“甲”"), "\(two.message)")
    two.type("<F10>")
    #expect(two.message.contains("已存"), "\(two.message)")
    #expect(try scratch.text("register/QSP/members.rec").contains("Remark: 乙\n"))
  }

  @Test("The draft of a night is named when the form is opened on the next day")
  func nextMorning() throws {
    let scratch = try Demo.small()
    try Typist(scratch).type("<F2><Enter>1930<Enter><Esc>")
    let morning = try #require(Stamp("2026-11-25T08:05:00+08:00"))
    let next = try Typist(scratch, at: morning)
    next.type("<F2>")
    #expect(next.message.hasPrefix("2026-11-24 还有一份草稿没有保存"), "\(next.message)")
    next.type("<Esc>[<F2>")
    #expect(next.screen.contains("19:30"))
  }

  @Test("What another station keeps opens no form that would be refused at the end")
  func keptElsewhere() throws {
    let scratch = try Demo.small()
    let members = try scratch.text("register/QSP/members.rec")
    let other = members.components(separatedBy: "\n\n").dropFirst().first {
      $0.contains("Code: QS-002")
    }
    try scratch.write(
      "%rec: Member\n\n" + (try #require(other)) + "\n", to: "register/BYP/members.rec")
    try scratch.write(
      members.replacing(try #require(other) + "\n\n", with: ""), to: "register/QSP/members.rec")
    let typist = try Typist(scratch)
    typist.type("7<Tab>/QS-002<Enter><F4>")
    #expect(
      typist.message.contains("QS-002 由 BYP 登记，这里只能看。"), "\(typist.message)\n\(typist.screen)")
    #expect(!typist.screen.contains("修改队员"))
  }
}
