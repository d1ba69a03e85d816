import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("Nothing of a table is dropped or invented: it is taken, or counted and named")
struct ForeignTableTests {
  private func plan(
    _ kind: RegisterKind, _ table: String, _ scratch: Scratch, map: HeadingMap? = nil,
    scope: Scope? = nil
  ) throws -> (plan: ImportPlan, runner: CommandRunner) {
    let file = try Scratch()
    try file.write(table, to: "t.csv")
    let runner = try Demo.runner(scratch)
    let asked = TableImport(kind, path: file.path + "/t.csv", scope: scope, map: map)
    for progress in runner.finish(.readTable(asked)) {
      if case .brought(let plan as ImportPlan) = progress { return (plan, runner) }
    }
    throw Tool.Missing(description: "no plan was made")
  }

  private func reasons(_ plan: ImportPlan) -> [String] { plan.bad.map { $0.reason[.hans] } }

  @Test(
    "Titles, totals, signatures and repeated headings are passed over by name; two marks in front are none"
  )
  func passed() throws {
    let table = """
      \u{FEFF}\u{FEFF}青石镇巡防队员花名册,,
      填报单位：青石镇,,
      姓名,队伍,电话
      甲一,高庄村队,10000000001
      ,,
      姓名,队伍,电话
      甲二,柳庄村队,10000000002
      合计,2人,
      合计,高庄村队,
      负责人：某某,,
      制表人：某某,,填表日期：2026年11月
      """
    let (plan, _) = try plan(.members, table, try Demo.small())
    #expect(plan.summary[.hans] == "共 9 行：新增 2，改动 0，相同 0，重复 0，有误 0，略过 7")
    #expect(plan.passed.map(\.line) == [1, 2, 6, 8, 9, 10, 11])
    #expect(plan.refusal == nil)
  }

  @Test("The second column of one name is meant by its number; no number ends the program")
  func secondOfOneName() throws {
    let scratch = try Demo.small()
    let snapshot = try Demo.runner(scratch).snapshot
    let map = HeadingMap(["电话", "姓名", "电话"], .members, in: snapshot)
    #expect(map.index(of: "电话#1") == 0)
    #expect(map.index(of: "电话#2") == 2)
    for place in ["0", "3", "-1", "\(Int.min)", "\(Int.max)", "99999999999999999999", ""] {
      #expect(map.index(of: "电话#" + place) == nil, "\(place)")
    }
  }

  @Test("A line says everything that is wrong with it, and what it lacks")
  func everything() throws {
    let table = "姓名,队伍,电话,入队\n张\u{200B}三,没有的队,137000011112,2026年3月\n甲一,,10000000001,\n"
    let (plan, _) = try plan(.members, table, try Demo.small())
    let said = reasons(plan)
    #expect(said.count == 2)
    for part in ["U+200B", "没有的队", "不是电话号码", "缺日"] {
      #expect(said[0].contains(part), "\(said[0])")
    }
    #expect(!said[0].contains("\u{200B}"), "what nobody sees is said by its code")
    #expect(said[1] == "队伍未填。")
  }

  @Test("Two columns for one field: somebody says which, nothing is dropped before")
  func twice() throws {
    let scratch = try Demo.small()
    let table = "姓名,队伍,电话,手机\n甲一,高庄村队,10000000001,10000000002\n"
    let (first, runner) = try plan(.members, table, scratch)
    #expect(first.undecided.count == 1 && first.bad.isEmpty)
    guard case .undecided = first.refusal else {
      Issue.record("the second column was dropped")
      return
    }
    let failed = runner.finish(.importTable(first)).contains {
      if case .failed = $0 { true } else { false }
    }
    #expect(failed)
    var map = first.map
    map.set(3, to: "Phone")
    let (second, _) = try plan(.members, table, scratch, map: map)
    #expect(second.refusal == nil)
    #expect(second.new.first?.texts["Phone"] == "10000000002")
    #expect(second.summary[.hans].hasSuffix("；未导入 1 栏 1 格"))
  }

  @Test("Numbers of days are dates where most of a column is such, and it is said")
  func serials() throws {
    let head = "姓名,队伍,入队\n"
    let mostly = head + "甲一,高庄村队,45000\n甲二,高庄村队,46000\n甲三,高庄村队,2026-03-01\n"
    let (plan, _) = try plan(.members, mostly, try Demo.small())
    #expect(plan.new.map { $0.texts["Since"] } == ["2023-03-15", "2025-12-09", "2026-03-01"])
    #expect(plan.notes.map { $0[.hans] } == ["“入队”栏有 2 格是日期序号，已换算为日期。"])
    let seldom = head + "甲一,高庄村队,45000\n甲二,高庄村队,2026-03-01\n"
    #expect(reasons(try self.plan(.members, seldom, try Demo.small()).plan).count == 1)
  }

  @Test(
    "Every column of every register refuses what it can't read, and stores nothing else in its place"
  )
  func everyColumn() throws {
    let scratch = try Demo.stocked()
    let station = try Demo.snapshot(scratch).station
    for kind in Kinds.ours.registers(in: .base) + Kinds.ours.registers(in: .roster) {
      for column in kind.columns(in: station) {
        let wrong: [String] =
          switch column.entry {
          case .day: ["2026年3月", "99999", "45000x", "2/3/26", "2026-13-01"]
          case .phone: ["137000011112", "0371-61234567-801", "10000000001/10000000002", "1.37E+10"]
          case .line: ["张\u{200B}三", "\u{202E}三张", "张\u{FFFD}", "张\u{7}"]
          case .code, .codes: ["没有这一项"]
          case .count: ["三四人", "12.5", "-1", "5个3件", "99999999999999999999"]
          case .identity: ["11010519491231002Y"]
          case .money: ["12元5", "1e4", "99999999999999999999万"]
          case .clock, .hours: ["25:61"]
          case .reference, .references: ["没有的"]
          default: []
          }
        guard !wrong.isEmpty else { continue }
        let lines = wrong.map { "\"\($0)\"\n" }.joined()
        let (plan, _) = try plan(kind, column.label[.hans] + "\n" + lines, scratch)
        #expect(plan.new.isEmpty && plan.changed.isEmpty, "\(kind).\(column.name)")
        #expect(plan.bad.count == wrong.count, "\(kind).\(column.name)")
        for (text, said) in zip(wrong, reasons(plan)) {
          #expect(said.contains(column.label[.hans]), "\(kind).\(column.name) \(text): \(said)")
        }
      }
    }
  }

  @Test("A masked number that fits says nothing new; one that does not is refused")
  func masked() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let exported = try runner.table(RegisterRows(.members), why: nil)
    #expect(exported.contains("100****5678"))
    let (same, _) = try plan(.members, exported, scratch)
    #expect(same.refusal == nil && same.same == same.count, "\(reasons(same))")
    let other = exported.replacing("100****5678", with: "100****5679")
    #expect(reasons(try plan(.members, other, scratch).plan).map { $0.contains("脱敏") } == [true])
    let fresh = "姓名,队伍,电话\n甲一,高庄村队,138****0001\n"
    #expect(reasons(try plan(.members, fresh, scratch).plan).map { $0.contains("脱敏") } == [true])
  }

  @Test("Somebody with another dot in the name is who is there, and the name stays byte for byte")
  func dots() throws {
    let scratch = try Demo.small()
    let (plan, runner) = try plan(.members, "姓名,队伍\n买买提·艾力,高庄村队\n", scratch)
    _ = runner.finish(.importTable(plan)).count
    for dot in ["・", "•", "‧", "⋅", "．"] {
      let (again, _) = try self.plan(.members, "姓名,队伍\n买买提\(dot)艾力,高庄村队\n", scratch)
      #expect(again.new.isEmpty && again.same == 1, "\(dot)")
    }
  }

  @Test("A form refuses a character that nobody sees, as a table does")
  func form() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let texts = [
      "Code": "QS-099", "Name": "张\u{200B}三", "Team": "QS", "Post": "member", "Service": "full",
    ]
    let reply = runner.perform(.put(RegisterRecord(.members, texts, seen: nil)))
    guard case .failed(let notice, let field) = reply.outcome else {
      Issue.record("it was taken: \(reply.outcome)")
      return
    }
    #expect(field == "Name", "\(notice.happened[.hans])")
    #expect(notice.happened[.hans].contains("U+200B"), "\(field ?? "-") \(notice.happened[.hans])")
  }

  @Test("Who stands in a register with such a name already can still leave")
  func leaving() throws {
    let scratch = try Demo.small()
    let register = "register/QSP/members.rec"
    let text = try scratch.text(register).replacing("高大山", with: "高\u{200B}大山")
    try scratch.write(text, to: register)
    let runner = try Demo.runner(scratch)
    let seen = try #require(try runner.snapshot.table(.members).texts("QS-01-004"))
    #expect(seen["Name"] == "高\u{200B}大山")
    let gone = seen.merging(["Until": "2026-11-24"]) { $1 }
    let reply = runner.perform(.put(RegisterRecord(.members, gone, seen: seen)))
    if case .failed(let notice, _) = reply.outcome { Issue.record("\(notice.happened[.hans])") }
  }

  @Test(
    "What was left out for another column is asked again; what was sent elsewhere is remembered")
  func remembered() throws {
    let scratch = try Demo.small()
    let table = "姓名,队伍,电话,手机\n甲一,高庄村队,10000000001,10000000002\n"
    let (first, runner) = try plan(.members, table, scratch)
    var map = first.map
    map.set(3, to: "Phone")
    _ = runner.finish(.importTable(try plan(.members, table, scratch, map: map).plan)).count
    let next = "姓名,队伍,电话\n甲二,高庄村队,10000000003\n"
    #expect(try plan(.members, next, scratch).plan.new.first?.texts["Phone"] == "10000000003")
  }

  @Test(
    "A blank team is a lack where the table has such a column; without one it is said where all go")
  func blankTeam() throws {
    let scratch = try Demo.small()
    let blank = try plan(.members, "姓名,队伍\n甲一,\n", scratch, scope: .team("QS-01")).plan
    #expect(reasons(blank) == ["队伍未填。"])
    let without = try plan(.members, "姓名,职务\n甲一,队员\n", scratch, scope: .team("QS-01")).plan
    #expect(without.new.first?.texts["Team"] == "QS-01")
    #expect(without.notes.map { $0[.hans] } == ["表格没有“队伍”栏，新增的都登记到 高庄村队。"])
  }
}
