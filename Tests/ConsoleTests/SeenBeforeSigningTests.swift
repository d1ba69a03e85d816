import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@Suite("Whoever signs, reviews, strikes out or closes sees what it is about first")
struct SeenBeforeSigningTests {
  private func waiting() throws -> Scratch {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    Signed.issueKeys(runner)
    _ = runner.perform(.inspect(try Signed.inspection(["Found": "两人未戴袖标，当场纠正。"])))
    _ = runner.perform(Signed.sign(1, .inspector, "QS-001"))
    return scratch
  }

  @Test(
    "A page is struck out with the page in sight, and for a reason that is called so",
    arguments: [Size(80, 24), Size(120, 40)])
  func void(_ size: Size) throws {
    let typist = try Typist(try waiting(), size: size)
    typist.type("<Down>3<Del>")
    #expect(typist.screen.contains("作废原因") && !typist.screen.contains("更正原因"), "\(typist.screen)")
    #expect(typist.screen.contains("本页  №1  青石镇专职队"), "\(typist.screen)")
    #expect(typist.screen.contains("两人未戴袖标，当场纠正。"))
    typist.type("<F10>")
    #expect(typist.message.contains("作废原因"), "\(typist.message)")
  }

  @Test(
    "A refusal is reviewed with its reason and the page in sight, before any PIN",
    arguments: [Size(80, 24), Size(120, 40)])
  func review(_ size: Size) throws {
    let scratch = try waiting()
    let runner = try Demo.runner(scratch)
    let people = [("QS-01-001", "高有福"), ("P-002", "李警官")].map { Named($0.0, $0.1) }
    _ = runner.perform(
      .attest(
        .refuse(
          Signed.page(1), refused: people[0], reason: "点名时去接水", statement: "", witness: people[1]),
        by: "QS-001", Signed.secret()))
    _ = runner.perform(.attest(.witness(Signed.page(1)), by: "P-002", Signed.secret()))
    let typist = try Typist(scratch, size: size)
    typist.type("<Down>3<F8>")
    #expect(typist.screen.contains("复核拒签 №1"), "\(typist.screen)")
    for field in 0..<3 {
      #expect(
        typist.screen.contains("点名时去接水") && typist.screen.contains("李警官"),
        "\(field): \(typist.screen)")
      #expect(typist.screen.contains("本页  №1"), "\(field): \(typist.screen)")
      typist.type("<Tab>")
    }
  }

  @Test("Among what waits, one page can be refused as it is at the sheet itself")
  func refused() throws {
    let typist = try Typist(try waiting(), size: Size(120, 40))
    typist.type("<F8><Enter>")
    #expect(typist.screen.contains("会签 · 高有福") && typist.screen.contains("F6"), "\(typist.screen)")
    typist.type("<F6>不认可<Enter><Enter>李警官<Enter><F10>\(Signed.pin)<Enter>")
    let page = try #require(typist.world.ledger?.inspections.first, "\(typist.screen)")
    #expect(page.missing == .witness, "\(typist.screen)")
    #expect(try Demo.isSound(typist.scratch))
  }

  @Test("A witness who is party to it is offered to nobody, and not taken when typed")
  func witness() throws {
    let typist = try Typist(try waiting(), size: Size(120, 40))
    typist.type("<Down>3<F8><F6>不认可<Enter><Enter>周建林<Enter>")
    #expect(!typist.screen.contains("口令"), "\(typist.screen)")
    typist.type("<F10>")
    #expect(typist.world.ledger?.inspections.first?.missing == .inspected)
    #expect(typist.screen.contains("拒签 №1"), "no PIN is asked for: \(typist.screen)")
  }

  @Test(
    "The close lists what is unsigned and who has no entry, before it is signed",
    arguments: [Size(80, 24), Size(120, 40)])
  func close(_ size: Size) throws {
    let scratch = try waiting()
    _ = try Demo.runner(scratch).perform(.record(try Sample.quiet()))
    let typist = try Typist(scratch, size: size)
    typist.type("<C-p>封簿<Enter>")
    #expect(typist.screen.contains("待签 1 页：№1 高庄村队（被检方）"), "\(typist.screen)")
    #expect(typist.screen.contains("未记 2 队：高庄村队、柳庄村队"), "\(typist.screen)")
  }
}
