import Foundation
import Patrol
import Records
import Runner
import TestSupport
import Testing
import Wording

@Suite("The 110 platform by tables")
struct PlatformTableTests {
  private func office() throws -> PostOffice {
    let post = try PostOffice()
    _ = post.runner.perform(.setStation(["Gateway": "platform", "Spool": ""]))
    _ = post.runner.perform(.send(post.prompt))
    return post
  }

  private func table(_ post: PostOffice, _ name: String) -> String { "\(post.spool.path)/\(name)" }

  private func export(
    _ post: PostOffice, again: String? = nil, to name: String = "out.csv"
  ) -> Reply {
    post.runner.perform(.exportTexts(to: table(post, name), again: again))
  }

  private func receive(_ post: PostOffice, _ text: String) throws -> Reply {
    try Data(text.utf8).write(to: URL(fileURLWithPath: table(post, "in.csv")))
    return post.runner.perform(.messages(.receive(table(post, "in.csv"))))
  }

  @Test("What waits goes out once; numbers that leave are noted in the access log")
  func out() throws {
    let post = try office()
    #expect(Said.by(export(post)) == "交发 2。")
    #expect(
      try post.text("out.csv") == """
        Code,Phone,Text\r
        QSP-M-0002-001,10090000001,【青石派出所】中心街今晚请多留意。\r
        QSP-M-0002-002,10090000003,【青石派出所】中心街今晚请多留意。\r

        """)
    #expect(Said.by(export(post)) == "没有新的收发。")
    #expect(try post.text("out.csv").contains("QSP-M-0002-001"), "the table stays")
    #expect(try post.scratch.text("access/QSP.rec").contains("短信平台表格"))
    // Nobody may have carried it away yet.
    #expect(Said.by(export(post, again: "QSP-M-0002")).contains("已有同名文件"))
    #expect(Said.by(export(post, again: "QSP-M-0002", to: "again.csv")) == "交发 2。")
  }

  @Test("A table that was cut off on its way to its place is put there, once its texts are noted")
  func cutOff() throws {
    let post = try office()
    let waiting = try post.scratch.text("register/QSP/sendings.rec")
    _ = export(post)
    let place = table(post, "out.csv")
    try FileManager.default.moveItem(atPath: place, toPath: place + ".next")
    #expect(Said.by(export(post)).hasPrefix("上次写到一半的表格已放好，2 条"))
    #expect(try post.text("out.csv").contains("QSP-M-0002-002"))
    // Cut off before its note, it is written anew.
    try FileManager.default.moveItem(atPath: place, toPath: place + ".next")
    try post.scratch.write(waiting, to: "register/QSP/sendings.rec")
    let again = try Demo.runner(post.scratch)
    #expect(Said.by(again.perform(.exportTexts(to: place))) == "交发 2。")
    #expect(!FileManager.default.fileExists(atPath: place + ".next"))
  }

  @Test("A table that can't be written leaves everything waiting")
  func unwritable() throws {
    let post = try office()
    let reply = post.runner.perform(.messages(.export("/nowhere/out.csv", again: nil)))
    #expect(reply.outcome.answer(Exchanged.self) == nil)
    #expect(try post.states("QSP-M-0002") == [.waiting, .waiting])
  }

  @Test("No table takes the place of a file of the station, by no way of naming it")
  func ownFiles() throws {
    let post = try office()
    let link = table(post, "link.csv")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "\(post.scratch.path)/station.rec")
    let station = try post.scratch.text("station.rec")
    for path in [link, "\(post.scratch.path)/out.csv", "\(post.scratch.path)/station.rec", ""] {
      let said = Said.by(post.runner.perform(.messages(.export(path, again: nil))))
      #expect(said.contains("在数据目录里"), "\(path): \(said)")
    }
    #expect(try post.scratch.text("station.rec") == station)
    #expect(try post.states("QSP-M-0002") == [.waiting, .waiting])
  }

  @Test("Receipts and texts come in once, however often their table does; unknown codes are named")
  func back() throws {
    let post = try office()
    _ = export(post)
    let receipts = "编号,状态,原因\nQSP-M-0002-001,成功,\nQSP-M-0002-002,失败,空号\nX-1,成功,\n"
    #expect(Said.by(try receive(post, receipts)) == "已发出 1  失败 1。表中 1 个编号这里没有：X-1。")
    #expect(Said.by(try receive(post, receipts)).hasPrefix("没有新的收发。"))
    #expect(try post.states("QSP-M-0002") == [.sent, .failed])
    let texts = "号码,时间,内容\n10090000001,2026-11-24 22:29:30,东头有2人\n10099990009,2026/11/24 22:30,看到\n"
    #expect(Said.by(try receive(post, texts)) == "收到 2。")
    #expect(Said.by(try receive(post, texts)) == "没有新的收发。")
    // As programs for tables write the same, the country before the number.
    let same = "号码,时间,内容\n+8610090000001,2026/11/24 22:29,东头有2人\n"
    #expect(Said.by(try receive(post, same)) == "没有新的收发。")
    #expect(
      Said.by(try receive(post, "号码,时间,内容\n10090000001,2026/11/4 9:05,东头\n")) == "收到 1。")
    let other = Said.by(try receive(post, "编号,状态\nQSP-M-0002-001,失败\n"))
    #expect(other.contains("1 条与先前的回执相反，仍按先前的：QSP-M-0002-001"), "\(other)")
    #expect(try post.states("QSP-M-0002") == [.sent, .failed])
  }

  @Test(
    "A table that is none is refused whole, with its line",
    arguments: [
      ("", "空"), ("甲,乙\n1,2\n", "表头没有"),
      ("编号,状态\nQSP-M-0002-001,成功\nQSP-M-0002-002,???\n", "第 3 行的状态“???”不认识"),
      ("号码,时间,内容\n10090000001,昨天,x\n", "第 2 行的时间“昨天”读不出"),
      ("编号,状态\nQSP-M-0002-001,成功\nQSP-M-0002-001,失败\n", "第 3 行的 QSP-M-0002-001 与前面的行不一致"),
      ("编号,状态,状态\nQSP-M-0002-001,成功,失败\n", "表头有两列“状态”"),
      (
        "编号,状态,号码,时间,内容\nQSP-M-0002-001,成功,10090000001,2026-11-24 22:29,混\n",
        "第 2 行又是回执又是短信"
      ),
    ])
  func refused(_ text: String, _ why: String) throws {
    let post = try office()
    _ = export(post)
    #expect(Said.by(try receive(post, text)).contains(why))
    #expect(try post.states("QSP-M-0002") == [.handed, .handed])
  }
}
