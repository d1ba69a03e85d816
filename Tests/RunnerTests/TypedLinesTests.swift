import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("Lines are understood as tables are, and what is not keeps its line")
struct TypedLinesTests {
  private func understood(
    _ text: String, _ kind: RegisterKind, team: String? = nil, _ scratch: Scratch? = nil
  ) throws -> TypedLines {
    let snapshot = try Demo.snapshot(try scratch ?? Demo.small())
    return TypedLines(
      text, kind, team: team, in: snapshot, reading: { Pinyin.reading(of: $0) })
  }

  private func texts(_ lines: TypedLines, _ fields: String...) -> [String] {
    lines.records.map { record in
      fields.map { record.texts[$0] ?? "" }.joined(separator: " ")
    }
  }

  @Test(
    "Units in one line, in several, by blanks of any width, by commas and tabs, with a mark in front",
    arguments: [
      "白杨乡 石门村 南湖社区", "白杨乡　石门村　南湖社区", "白杨乡，石门村，南湖社区", "白杨乡\t石门村\t南湖社区",
      "\u{FEFF}白杨乡\r\n石门村\r\n南湖社区\r\n", "单位名单\n1 白杨乡\n2 石门村\n3 南湖社区\n合计：3个",
      "名称,类别\n白杨乡,乡镇\n石门村,村\n南湖社区,社区\n制表人：某某",
    ])
  func units(_ text: String) throws {
    let lines = try understood(text, .units)
    #expect(
      texts(lines, "Code", "Name", "Kind", "Parent") == [
        "BY 白杨乡 township ", "BY-01 石门村 village BY", "BY-02 南湖社区 community BY",
      ], "\(lines.faults)")
    #expect(lines.faults.isEmpty)
  }

  @Test("A code that is another's is not proposed, and one that is typed stays")
  func codes() throws {
    let lines = try understood("清水镇 清水村\n王家镇 WJZ", .units)
    #expect(
      texts(lines, "Code", "Name") == ["QS2 清水镇", "WJZ 王家镇", "QS2-01 清水村"], "\(lines.faults)")
  }

  @Test("What is registered already is passed over, and says under what those behind it stand")
  func again() throws {
    let lines = try understood("青石镇\n高庄村\n新村", .units)
    #expect(texts(lines, "Code", "Name") == ["QS-03 新村"])
    #expect(lines.passed.map(\.line) == [1, 2])
  }

  @Test("A unit of no kind, and a village of no township, keep their lines and say why")
  func faults() throws {
    let lines = try understood("某某某\n甲村", .units, try Demo.new())
    #expect(lines.records.isEmpty)
    #expect(lines.faulty == [1, 2])
    #expect(lines.faults.map { $0.reason[.hans] }.contains { $0.contains("哪个镇") })
  }

  @Test("Teams find their units and tiers by their names; those that units lack are proposed")
  func teams() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let units = try understood("白杨乡 石门村", .units, scratch)
    _ = runner.perform(.change(RegisterStep(.bulkImport, units.records)))
    let snapshot = try runner.snapshot
    #expect(TypedLines.proposedTeams(in: snapshot) == ["白杨乡专职队", "石门村队"])
    let lines = try understood("白杨乡专职队 12\n石门村队\n义务队", .teams, scratch)
    #expect(
      texts(lines, "Code", "Name", "Tier", "Unit", "Floor") == [
        "BY 白杨乡专职队 township BY 12", "BY-01 石门村队 village BY-01 ",
      ], "\(lines.faults)")
    #expect(lines.faulty == [3])
  }

  @Test("People stand under the team that a line named; phones are read as in tables")
  func people() throws {
    let lines = try understood(
      "张三 13700001111 李四 0371-61234567\n柳庄村队\n王五 137-0000-2222 副队长\n赵六 137", .members, team: "QS-01"
    )
    #expect(
      texts(lines, "Code", "Name", "Phone", "Team", "Post") == [
        "QS-01-006 张三 13700001111 QS-01 member", "QS-01-007 李四 037161234567 QS-01 member",
        "QS-02-002 王五 13700002222 QS-02 deputy",
      ], "\(lines.faults)")
    #expect(lines.faulty == [4])
  }

  @Test("Who stands first leads a team without a leader, unless somebody else is said to")
  func leader() throws {
    let scratch = try Demo.small()
    try scratch.write("", to: "register/QSP/members.rec")
    let first = try understood("张三\n李四", .members, team: "QS-01", scratch)
    #expect(texts(first, "Name", "Post") == ["张三 leader", "李四 member"])
    let said = try understood("张三\n李四 队长", .members, team: "QS-01", scratch)
    #expect(texts(said, "Name", "Post") == ["张三 member", "李四 leader"])
  }
}
