import Foundation
import Patrol
import Records
import Runner
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console

@Suite("What a register's list shows, and what is done with its marked lines")
struct RegisterReachTests {
  private static let volunteers = "7<Left>" + String(repeating: "<Down>", count: 5)

  private func table(_ typist: Typist) throws -> String {
    let path = try #require(typist.message.split(separator: "：").last?.dropLast())
    return try String(contentsOfFile: String(path), encoding: .utf8)
  }

  @Test("A register without anything of one's own team opens on what others have, and - narrows it")
  func opens() throws {
    let typist = try Typist(try Demo.stocked())
    // The tree, down to a village that has no volunteer.
    typist.type("1<F7>高庄村队<Enter>" + Self.volunteers + "<Tab>")
    #expect(typist.screen.contains("义务巡防队员 · 全部") && typist.screen.contains("曾友谊"))
    typist.type("-")
    #expect(typist.screen.contains("义务巡防队员 · 高庄村"))
    #expect(typist.screen.contains("尚未登记；全部有 1 条，按 - 查看"))
    typist.type("-")
    #expect(typist.screen.contains("曾友谊"))
  }

  @Test("- widens from the own unit and back, on the same record, in three languages")
  func turns() throws {
    for (language, all) in [(Language.hans, "全部"), (.hant, "全部"), (.en, "all")] {
      let typist = try Typist(try Demo.stocked(), size: Size(100, 30), language: language)
      typist.type("7<Tab>")
      let own = typist.lines[1]
      #expect(!own.contains("· \(all)"))
      typist.type("<Down>-")
      #expect(typist.lines[1].contains("· \(all) "), "\(typist.lines[1])")
      typist.type("-")
      #expect(typist.lines[1].contains("2/"), "\(typist.lines[1])")
    }
  }

  @Test(
    "Only marked records are written as a table, also those that the filter hides; the marks go")
  func exporting() throws {
    let typist = try Typist(try Demo.stocked())
    typist.type("7<Tab><Space><Down><Space>")
    #expect(typist.screen.contains("已标 2"))
    typist.type("<F7>柳得水<Enter>>")
    #expect(typist.message.hasPrefix("只写所标 2 条："))
    let rows = try CSVReader.rows(String(try table(typist).dropFirst()))
    #expect(rows.count == 3)
    #expect(!rows.contains { $0.cells.contains("柳得水") })
    #expect(!typist.screen.contains("已标"))
    typist.type(">")
    #expect(typist.message.hasPrefix("已写到 "))
  }

  @Test("Marks are dropped by what was done with them, whatever form it took")
  func used() throws {
    let typist = try Typist(try Demo.stocked())
    typist.type("7<Tab><Space><Space><F4><Enter>1<F10>")
    #expect(typist.message.hasPrefix("已存（批量修改）"))
    #expect(!typist.screen.contains("已标"))
    typist.type("<Home><Space><Space><Del>今天<F10>")
    #expect(!typist.screen.contains("已标"))
    typist.type("<Home><Space><Space><Space>*")
    #expect(typist.message == "合并一次两条：请只标两条。")
    typist.type("<F5>")
    #expect(typist.message == "这件事一次只能办一条：按 Esc 去掉标记。")
  }

  @Test("A new record is the chosen one, though the filter or the unit would hide it")
  func selected() throws {
    let typist = try Typist(try Demo.stocked())
    typist.type("7<Tab><F7>柳得水<Enter><F6>甲新<F10>")
    #expect(typist.message.hasPrefix("已存队员 甲新"))
    #expect(typist.lines[1].contains("队员 · 青石镇") && !typist.lines[1].contains("/柳得水"))
    typist.type("<Enter>")
    #expect(typist.screen.contains("队员 · 甲新"))
  }

  @Test("A record of another unit widens the list that was narrowed to one's own")
  func elsewhere() throws {
    let typist = try Typist(try Demo.stocked())
    typist.type("1<F7>高庄村队<Enter>7<Tab>")
    #expect(typist.lines[1].contains("队员 · 高庄村"))
    let record = [
      "Code": "QS-02-009", "Name": "乙新", "Team": "QS-02", "Post": "member", "Service": "part",
    ]
    var screen = RegistersScreen(.members, scope: .team("QS-01"), in: typist.world)
    _ = typist.runner.perform(.put(RegisterRecord(.members, record, seen: nil)))
    typist.tick()
    screen.note(
      .saved(SavedRecord(RegisterRecord(.members, record, seen: nil))), in: typist.world)
    #expect(screen.rows.scope == nil)
    #expect(screen.selected(in: typist.world) == "QS-02-009")
  }

  @Test(
    "A filter looks at every column as it shows, names of teams too; C-u clears it, order stays",
    arguments: [
      "青石镇专职队", "青石鎮專職隊", "兼职", "Leader",
    ])
  func columns(_ text: String) throws {
    let typist = try Typist(try Demo.stocked())
    typist.type("7<Tab>.,")
    let sorted = typist.lines[2]
    typist.type("<F7>" + text)
    #expect(!typist.screen.contains(Phrase.noMatch[.hans]), "\(text)")
    #expect(typist.lines[1].contains("/\(text)"))
    typist.type("<C-u>")
    #expect(!typist.lines[1].contains("/\(text)"))
    typist.type("<Enter>")
    #expect(typist.lines[2] == sorted)
    typist.type("<F7>" + text + "<Enter><C-u>")
    #expect(!typist.lines[1].contains("/\(text)"), "also when nobody types any more")
  }
}

@Suite("Equipment against headcount on a screen of its own")
struct EquipmentTotalsTests {
  private static let keys = "7<Down><Down><Down>#"

  @Test(
    "It is the screen written out in Screens/",
    arguments: [Size(60, 16), Size(80, 24), Size(120, 40)])
  func screens(_ size: Size) throws {
    for language in [Language.hans, .en] {
      let typist = try Typist(try Demo.stocked(), size: size, language: language)
      typist.type(Self.keys)
      try Screens.expect(
        typist.screen, "equipment-totals-\(language.rawValue)-\(size.width)x\(size.height)")
    }
  }

  @Test(
    "It says in words what is lacking; Enter issues it, filled in, and Esc leads back to the line")
  func issues() throws {
    let typist = try Typist(try Demo.stocked())
    typist.type(Self.keys + "<Down>")
    #expect(typist.screen.contains("青石镇专职队缺：制服 4、橡胶棒 4、强光手电 4。"))
    typist.type("<Enter>")
    #expect(typist.screen.contains("新增装备发放") && typist.screen.contains("青石镇专职队"))
    #expect(typist.screen.contains("制服") && typist.screen.contains("03 数量   4"))
    typist.type("<F10>")
    #expect(typist.screen.contains("青石镇专职队缺：橡胶棒 4、强光手电 4。"))
    typist.type("<Esc>#")
    #expect(typist.screen.contains("装备与人数"))
  }

  @Test("Of who lacks nothing Enter shows what was issued; other registers have no such screen")
  func whole() throws {
    let scratch = try Demo.stocked()
    try scratch.write(
      "%rec: Equipment\n\n"
        + ["uniform", "baton", "armband", "torch"].enumerated().map {
          "Code: QSP-E-1\($0.offset)\nItem: \($0.element)\nTeam: QS\nQuantity: 4\nSerial: X\nIssued: 2026-09-02\nState: good\n"
        }.joined(separator: "\n"), to: "register/QSP/equipment.rec")
    let typist = try Typist(scratch)
    typist.type(Self.keys + "<Down>")
    #expect(typist.screen.contains("青石镇专职队不缺。"))
    typist.type("<Enter>")
    #expect(typist.screen.contains("装备发放 · 青石镇专职队"))
    typist.type("<Esc><Esc><Up>#")
    #expect(typist.message == "对照表只用于装备。")
  }

  @Test("Lacking are pieces of each team: what one has too much is not another's")
  func sums() throws {
    let scratch = try Demo.stocked()
    try scratch.write(
      try scratch.text("register/QSP/equipment.rec").replacing("Quantity: 4", with: "Quantity: 40"),
      to: "register/QSP/equipment.rec")
    let rows = EquipmentTotals(try Demo.snapshot(scratch)).rows
    let sum = try #require(rows.first)
    #expect(sum.counts[.armband]?.out == 40)
    #expect(sum.counts[.armband]?.lacking == 6, "two villages of five and one still lack theirs")
  }
}

@Suite("A watch post is inspected from its register")
struct PostFormTests {
  @Test(
    "F5 opens the inspection of the post, filled in; what is saved shows in the book of the day and is found"
  )
  func inspects() throws {
    let typist = try Typist(try Demo.stocked())
    typist.type("7<Down><Down><Tab><Down>")
    #expect(typist.screen.contains("F5 记检查"))
    typist.type("<F5>")
    #expect(typist.screen.contains("青石加油站") && typist.screen.contains("白站长"))
    #expect(typist.screen.contains("青石派出所") && !typist.screen.contains("05 列队"))
    typist.type("<Enter>2140-2205<Enter>=<Enter>11113313<Enter><Enter>红袖标、登记本齐全。<F10>")
    let page = try #require(typist.world.ledger?.inspections.first)
    #expect(page[Inspection.inspected] == Named("QSP-W-0002", "青石加油站"))
    #expect(page.text(Inspection.present) == "1" && page.problemCodes == [])
    typist.type("<Esc><Esc><Esc>3")
    #expect(typist.screen.contains("青石加油站"))
    typist.type("<Enter>")
    #expect(typist.screen.contains("被检单位") && typist.screen.contains("白站长"))
  }

  @Test("Who goes in file is asked of a township team, and brings its problem where they did not")
  func inFile() throws {
    let typist = try Typist(try Demo.stocked())
    typist.type("<F3>qszzzd<Enter>")
    typist.type("2140-2205<Enter>3<Enter>11111111<Enter>")
    #expect(typist.screen.contains("05 列队"))
    typist.type("2<Enter>")
    #expect(typist.screen.contains("未列队"))
    #expect(typist.screen.contains("步巡列队行进"))
  }
}

extension LedgerPage {
  fileprivate var problemCodes: [String] {
    text(Inspection.problems).split(separator: " ").map(String.init)
  }
}
