import Foundation
import Patrol
import Records
import Runner
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console

@Suite("The base registers on the screen")
struct RegisterScreenTests {
  private static let sizes = [Size(80, 24), Size(120, 40)]

  @Test(
    "Every register at 80×24 and 120×40 is the screen written out in Screens/",
    arguments: Kinds.ours.registers(in: .base))
  func registers(_ kind: RegisterKind) throws {
    for size in Self.sizes {
      let typist = try Typist(try Demo.stocked(), size: size)
      let down = Kinds.ours.registers(in: .base).firstIndex(of: kind) ?? 0
      typist.type("7" + String(repeating: "<Down>", count: down) + "<Tab>")
      try Screens.expect(
        typist.screen, "\(kind.name)-\(size.width)x\(size.height)")
    }
  }

  @Test(
    "Roster, routes and changes are the screens written out in Screens/",
    arguments: Kinds.ours.registers(in: .roster))
  func ofRoster(_ kind: RegisterKind) throws {
    let typist = try Typist(try Demo.stocked())
    let down = Kinds.ours.registers(in: .roster).firstIndex(of: kind) ?? 0
    typist.type("8*" + String(repeating: "<Down>", count: down) + "<Tab>")
    try Screens.expect(typist.screen, "\(kind.name)-80x24")
  }

  @Test("The roster as a calendar and as a table, in three languages")
  func roster() throws {
    for language in Language.allCases {
      let typist = try Typist(try Demo.stocked(), language: language)
      _ = typist.runner.perform(
        .record(
          try Sample.quiet([
            "From": "2026-11-24 20:20", "To": "2026-11-24 21:30",
            "Points": "QSP-R-0001 柳庄夜巡线 (2/3) 农机站",
          ])))
      typist.tick()
      typist.type("8")
      try Screens.expect(typist.screen, "roster-calendar-\(language.rawValue)")
      typist.type("<S-Tab>")
      try Screens.expect(typist.screen, "roster-table-\(language.rawValue)")
    }
  }

  @Test(
    "The settings as they stand with what was changed of them; a language is taken back like the others"
  )
  func settings() throws {
    let typist = try Typist(try Demo.stocked())
    typist.type("<C-p>本所设置<Enter><F4><Enter>7<Enter><F10>")
    typist.tick()
    try Screens.expect(typist.screen, "settings-80x24")
    typist.type("<End>")
    #expect(typist.screen.contains("单位名称 青石派出所 → 青石派出所7"))
    typist.type("<C-z>")
    typist.tick()
    #expect(typist.message == "已撤销（登记）：本所设置 单位名称。C-y 重做。")
    typist.type("<End>")
    #expect(typist.screen.contains("单位名称 青石派出所7 → 青石派出所"))
    typist.type("<Esc><C-p>语言<Enter><Down><Down><Enter>")
    #expect(typist.screen.contains("Patrol force"))
    typist.type("<C-z>")
    #expect(typist.screen.contains("巡防力量"))
  }

  @Test("One record whole: what other registers say of it, who changed what")
  func record() throws {
    let typist = try Typist(try Demo.stocked())
    typist.type("7<Tab><F4><Enter>2<F10>")
    #expect(typist.message == "已存队员 周建林。C-z 撤销。")
    typist.type("<Enter>")
    try Screens.expect(typist.screen, "record-80x24")
  }

  @Test("A phone shows after a reason was given, and only until the record is left")
  func reveal() throws {
    let typist = try Typist(try Demo.stocked())
    typist.type("7<Tab><Enter>")
    #expect(typist.screen.contains("100****5678") && !typist.screen.contains("10012345678"))
    typist.type("<F5>1<F10>")
    #expect(typist.screen.contains("10012345678"))
    #expect(try typist.scratch.text("access/QSP.rec").contains("Why: 联系出勤"))
    typist.type("<Esc><Enter>")
    #expect(!typist.screen.contains("10012345678"))
    // Nor does the form show what was not typed in it.
    typist.type("<F4>")
    #expect(typist.screen.contains("100****5678") && !typist.screen.contains("10012345678"))
  }

  /// The names in the list, without its heading.
  private func names(_ typist: Typist) -> [String] {
    typist.lines.dropFirst(2).compactMap { line in
      let cells = line.split(separator: "│", omittingEmptySubsequences: false)
      guard cells.count > 3 else { return nil }
      return cells[3].split(separator: " ").first.map(String.init)
    }.filter { $0 != "姓名" && $0 != "/" }
  }

  @Test("Typing narrows the list: initials, characters, codes, a phone's tail; Esc widens it again")
  func filter() throws {
    let typist = try Typist(try Demo.stocked())
    func names() -> [String] { self.names(typist) }
    typist.type("7<F7>ggd")
    #expect(names() == ["没有符合的。Esc"])
    typist.type("<BS><BS>dsg")
    typist.type("<Esc>").type("<F7>gds")
    #expect(names() == ["高大山"])
    typist.type("<Esc><F7>5678")
    #expect(names() == ["周建林"])
    typist.type("<Esc><F7>qs-02-001")
    #expect(names() == ["柳得水"])
    typist.type("<Esc><F7>柳")
    #expect(names().contains("柳得水"))
    typist.type("<Esc>")
    #expect(names().count == 10)
  }

  @Test("Many are marked and changed at once; C-z takes all of it back")
  func several() throws {
    let typist = try Typist(try Demo.stocked())
    typist.type("7<Tab><Space><Space><Space>")
    #expect(typist.screen.contains("已标 3"))
    typist.type("<F4>")
    #expect(typist.screen.contains("批量修改队员 3 条"))
    typist.type("<Enter>1<F10>")
    #expect(typist.message == "已存（批量修改）：队员 3 条。C-z 撤销。")
    typist.type("<C-z>")
    #expect(typist.message.hasPrefix("已撤销（批量修改）：队员 3 条。"))
    typist.type("<C-y>")
    #expect(typist.message == "已重做：队员 3 条。")
  }

  @Test("Somebody leaves: the day is stated, the phone goes, the list is shorter")
  func leaving() throws {
    let typist = try Typist(try Demo.stocked())
    typist.type("7<Tab><Del>")
    #expect(typist.screen.contains("撤销也不恢复"))
    // What is erased for good is not erased by two keys.
    typist.type("<F10>")
    #expect(typist.world.snapshot.member("QS-001")?.phone != nil, "\(typist.screen)")
    typist.type("今天<F10>")
    #expect(typist.world.snapshot.member("QS-001")?.until == Demo.today, "\(typist.screen)")
    #expect(typist.world.snapshot.member("QS-001")?.phone == nil)
    #expect(!names(typist).contains("周建林"))
    typist.type("=")
    #expect(names(typist).contains("周建林"))
  }

  @Test("Several leave by a form that says how many they are and what goes with them for good")
  func severalLeave() throws {
    let typist = try Typist(try Demo.stocked())
    typist.type("7<Tab>+<Del>")
    let count = typist.world.snapshot.memberCount
    #expect(typist.screen.contains("离队：队员 \(count) 条"))
    #expect(typist.screen.contains("撤销也不恢复"))
    #expect(typist.world.snapshot.member("QS-001")?.phone != nil)
    typist.type("<Esc>")
    #expect(typist.world.snapshot.memberCount == count)
    typist.type("<Del>2026-11-30<Enter>")
    #expect(!typist.screen.contains("撤销也不恢复"), "nobody has left yet")
    typist.type("<F10>")
    #expect(typist.world.snapshot.member("QS-001")?.until == Day("2026-11-30"))
    #expect(typist.world.snapshot.member("QS-001")?.phone != nil)
  }

  @Test("A table is read, what goes where is shown, wrong lines are named, then it is imported")
  func importing() throws {
    let typist = try Typist(try Demo.stocked(), size: Size(100, 30))
    let file = try Scratch()
    try file.write("姓名,队伍,电话,血型\n甲一,高庄村队,10000000001,A\n甲二,没有的队,1,B\n", to: "a.csv")
    typist.type("7<")
    try Screens.expect(typist.screen, "import-path")
    typist.paste(file.path + "/a.")
    typist.type("<Tab>")
    #expect(typist.screen.contains("/a.csv"))
    typist.type("<Enter>")
    try Screens.expect(typist.screen, "import-wrong")
    typist.type("<F10>")
    #expect(typist.message.hasPrefix("有 1 行不对，整表没有导入。"))
    try file.write("姓名,队伍,电话,血型\n甲一,高庄村队,10000000001,A\n甲二,柳庄村队,10000000002,B\n", to: "a.csv")
    typist.type("<Esc><Enter><F10>")
    #expect(typist.message == "已存（导入）：队员 2 条。C-z 撤销。")
    #expect(typist.world.snapshot.memberCount == 12)
    typist.type("<C-z>")
    #expect(typist.world.snapshot.memberCount == 10)
  }

  @Test("The same person twice: the to-do list leads to the merge")
  func merging() throws {
    let typist = try Typist(try Demo.stocked())
    let twin = [
      "Code": "QS-009", "Name": "周建林", "Team": "QS", "Post": "member", "Service": "part",
      "Phone": "10012345678",
    ]
    _ = typist.runner.perform(.put(RegisterRecord(.members, twin, seen: nil)))
    typist.tick()
    typist.type("0<F7>疑为同一人<Enter><Down><Down><Enter>")
    #expect(typist.screen.contains("队员 · 周建林"))
    #expect(typist.screen.contains("QS-001") && typist.screen.contains("QS-009"))
    typist.type("<Enter>")
    #expect(typist.screen.contains("QS-001"), "Enter shows a record, and merges nothing")
    typist.type("<Esc>*")
    try Screens.expect(typist.screen, "merging-80x24")
    typist.type("<Enter><Enter>")
    #expect(typist.world.snapshot.member("QS-009")?.sameAs == nil, "Enter never merges")
    typist.type("<F10>")
    #expect(typist.world.snapshot.member("QS-009")?.sameAs == "QS-001")
  }

  @Test(
    "A merge from the list shows both sides first; the value that stays is chosen field by field")
  func mergingByFields() throws {
    let typist = try Typist(try Demo.stocked())
    let twin = [
      "Code": "QS-009", "Name": "周建林", "Team": "QS", "Post": "member", "Service": "full",
      "Phone": "10099999999", "Remark": "原在高庄",
    ]
    _ = typist.runner.perform(.put(RegisterRecord(.members, twin, seen: nil)))
    typist.tick()
    let seen = try #require(typist.world.snapshot.table(.members).texts("QS-001"))
    // The picker offers the twin first; Enter leads to both sides.
    typist.type("7<Tab><F7>qs-009<Enter>*<Enter>")
    #expect(typist.screen.contains("QS-009 并入后停用") && typist.screen.contains("QS-001 保留"))
    #expect(typist.screen.contains("没有别的登记随同改动"))
    typist.type("<Tab>")
    #expect(typist.screen.contains("QS-001 并入后停用") && typist.screen.contains("装备发放 1"))
    typist.type("<Tab>")
    // Down to the phone, whose other value is wanted.
    while !typist.lines.contains(where: { $0.contains("✓ 100****9999") }) && typist.keys < 60 {
      typist.type("<Down><Space>")
      if !typist.lines.contains(where: { $0.contains("✓ 100****9999") }) { typist.type("<Space>") }
    }
    typist.type("<F10>")
    let kept = try #require(typist.world.snapshot.table(.members).texts("QS-001"))
    #expect(kept["Phone"] == "10099999999")
    #expect(kept["Remark"] == "原在高庄", "what it lacks is filled in")
    #expect(kept["Post"] == seen["Post"], "what was not chosen stays")
    #expect(typist.world.snapshot.table(.members).texts("QS-009")?["SameAs"] == "QS-001")
    typist.type("<C-z>")
    #expect(typist.world.snapshot.table(.members).texts("QS-001") == seen)
  }
}
