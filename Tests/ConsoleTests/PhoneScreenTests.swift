import Patrol
import Records
import Terminal
import TestSupport
import Testing

@testable import Console

@Suite("A patrol that is told over the telephone is one line")
struct PhoneScreenTests {
  @Test("F2 twice, the line, Enter: three keys besides characters")
  func saved() throws {
    let typist = try Typist(try Demo.small())
    let line = "1 1930-2210 3/4 -4.1 01"
    typist.type("<F2><F2>\(line)<Enter>")
    #expect(typist.keys - line.count == 3)
    let entry = try #require(typist.patrols.first?.entry, "\(typist.screen)")
    #expect(entry.team.code == "QS" && entry.from.clock == "19:30" && entry.to.clock == "22:10")
    #expect(entry.absent.map(\.text) == ["QS-004 单雄 (sick)"] && entry.found.isEmpty)
    #expect(typist.screen.contains("已存 №1  青石镇专职队 11-24 19:30-22:10（2时40分）"))
  }

  @Test("It is read back as it is typed")
  func readBack() throws {
    let typist = try Typist(try Demo.small(), size: Size(120, 40))
    typist.type("<F2><F2>高庄 1930-2210 4/5 -3.1")
    #expect(
      typist.screen.contains("复述  高庄村队 11-24 19:30-22:10（2时40分），应到5实到4，缺"), "\(typist.screen)")
    #expect(typist.screen.contains("还差  情况"))
    typist.type(" 21 厢式货车1辆")
    #expect(typist.screen.contains("可疑车辆，厢式货车1辆，转情报"), "\(typist.screen)")
  }

  /// What is told wrongly or not whole, and what is said of it.
  private static let untold = [
    ("1 1930-2510 4 01", "起止“2510”不对"), ("1 1930-2210 4", "还差 情况，未存"),
    ("1 1930-2210 3 01", "缺的 1 人是谁"), ("1 1930-2210 5 01", "至多 4"),
    ("1 1930-2210 4-9.1 01", "没有 9 号"), ("1 1930-2210 3-4 01", "4 号缺勤的事由"),
    ("99 1930-2210 4 01", "队伍“99”不对"), ("1 1930-2210 4 77", "情况“77”不对"),
    ("1 1930-2210 4 01 有人", "发现经过“有人”不对"), ("1 1930-2210 4 0121", "情况“0121”不对"),
    ("1", "还差 起止、实到、情况"), ("", "顺序：队"),
  ]

  @Test("What is not understood, or missing, is said, and nothing is saved", arguments: untold)
  func refused(_ line: String, _ said: String) throws {
    let typist = try Typist(try Demo.small(), size: Size(120, 40))
    typist.type("<F2><F2>\(line)<Enter>")
    #expect(typist.message.contains(said), "\(typist.message)")
    typist.type("<F10>")
    #expect(typist.patrols.isEmpty && !typist.scratch.exists("books/2026/QS.patrol.rec"))
  }

  @Test("With a warning Enter stays; F10 saves, and the team that was out is back")
  func warned() throws {
    let scratch = try Demo.small()
    try Typist(scratch, at: try #require(Stamp("2026-11-24T19:12:00+08:00"))).type("<F5><F10>")
    let typist = try Typist(scratch)
    typist.type("<F2><F2>1 1931-2210 4 01")
    #expect(typist.screen.contains("19:12 出巡未归：存后算这一趟归队。"), "\(typist.screen)")
    typist.type("<Enter>")
    #expect(typist.message.contains("F10") && typist.patrols.isEmpty)
    typist.type("<F10>")
    #expect(typist.patrols.count == 1 && typist.world.snapshot.underway.isEmpty)
  }

  @Test("F4 carries what was understood into the form")
  func intoForm() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F2><F2>1 1930-2210 3-4.1<F4>")
    #expect(typist.screen.contains("02 起止         19:30-22:10"), "\(typist.screen)")
    #expect(typist.screen.contains("03 实到         3/4 缺 单雄(病假)"), "\(typist.screen)")
    typist.type("<Enter><Enter><Enter><Enter>01<F10>")
    #expect(typist.patrols.count == 1, "\(typist.screen)")
  }

  @Test(
    "What was not understood is in the form as well: in its field, and all behind it in what was seen",
    arguments: [
      ("1 1930-2210 4/4 -9.1 02 围栏破了", "03 实到         4/4-9.1", "02 围栏破了"),
      ("1 1930-2510 4/4 02 围栏破了", "02 起止         1930-2510", "4/4 02 围栏破了"),
      ("没有的队 1930-2210 4/4", "01 队伍         没有的队", "1930-2210 4/4"),
      ("1 1930-2210 4/4 01 围栏破了", "06 发现经过     围栏破了", "围栏破了"),
    ])
  func notUnderstood(_ line: String, _ field: String, _ rest: String) throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F2><F2>\(line)<F4>")
    #expect(typist.screen.contains(field), "\(typist.screen)")
    #expect(typist.screen.contains(rest), "\(typist.screen)")
    typist.type("<F10>")
    #expect(typist.patrols.isEmpty)
  }

  @Test("A line that is not saved is not left without a word")
  func left() throws {
    let typist = try Typist(try Demo.small())
    typist.type("<F2><F2>1 1930<Esc>")
    #expect(typist.message.contains("再按一次离开") && typist.screen.contains("电话"))
    typist.type("<Esc>")
    #expect(typist.screen.contains("1 巡防力量"))
  }
}
