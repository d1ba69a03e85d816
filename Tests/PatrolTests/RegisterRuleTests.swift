import Patrol
import Records
import TestSupport
import Testing

@Suite("What the rules find in the base registers")
struct RegisterRuleTests {
  private func said(_ rule: RuleID, _ scratch: Scratch) throws -> [String] {
    try Demo.runner(scratch).findings(Demo.today).filter { $0.rule == rule }.map { $0.text[.hans] }
  }

  @Test("A register that was never begun is one fact")
  func notBegun() throws {
    let scratch = try Demo.small()
    #expect(try said(.equipmentLack, scratch) == ["装备发放尚未登记"])
    #expect(try said(.untrained, scratch) == ["培训尚未登记"])
    #expect(try said(.leaderGap, scratch).first == "领导小组尚未登记")
    #expect(try said(.informantGap, scratch).isEmpty)
  }

  @Test("A17: fewer pieces out than members, of what the tier is to carry")
  func equipment() throws {
    #expect(
      try said(.equipmentLack, try Demo.stocked()) == [
        "青石镇专职队 少制服 4、橡胶棒 4、强光手电 4", "高庄村队 少红袖标 5、强光手电 5",
        "柳庄村队 少红袖标 1、强光手电 1",
      ])
  }

  @Test("A18: still with somebody who left; lost without a word")
  func notReturned() throws {
    let scratch = try Demo.stocked()
    let members = "register/QSP/members.rec"
    try scratch.write(
      try scratch.text(members).replacing(
        "Code: QS-001\n", with: "Code: QS-001\nUntil: 2026-11-01\n"),
      to: members)
    #expect(try said(.equipmentOut, scratch) == ["周建林 已离队，对讲机 DJ-07 未归还"])
    let equipment = "register/QSP/equipment.rec"
    try scratch.write(
      try scratch.text(equipment).replacing(
        "Serial: DJ-07\nIssued: 2026-09-02\nState: good",
        with: "Serial: DJ-07\nIssued: 2026-09-02\nState: lost"), to: equipment)
    #expect(try said(.equipmentOut, scratch) == ["对讲机 DJ-07 遗失，未写明经过"])
  }

  @Test("A19: thirty days there and never trained; an informant by the alias")
  func untrained() throws {
    let scratch = try Demo.stocked()
    let members = "register/QSP/members.rec"
    try scratch.write(
      try scratch.text(members).replacing(
        "Code: QS-004\n", with: "Code: QS-004\nSince: 2026-10-25\n"
      )
      .replacing("Code: QS-003\n", with: "Code: QS-003\nSince: 2026-10-26\n"), to: members)
    #expect(
      try said(.untrained, scratch) == [
        "青石镇专职队 1 人满 30 天未培训：单雄", "出租车 1 人满 30 天未培训：出租车0002",
        "青石镇守望点 2 处未培训：青石公园、青石加油站",
      ])
  }

  @Test(
    "A19: volunteers and watch posts are trained too; who attended by code counts, whatever it is")
  func untrainedOthers() throws {
    let scratch = try Demo.stocked()
    let (volunteers, training) = ("register/QSP/volunteers.rec", "register/QSP/training.rec")
    try scratch.write(
      try scratch.text(volunteers).replacing("Phone:", with: "Since: 2026-09-01\nPhone:"),
      to: volunteers)
    #expect(try said(.untrained, scratch).contains("柳庄村义务巡防队员 1 人满 30 天未培训：曾友谊"))
    try scratch.write(
      try scratch.text(training).replacing(
        "环卫保洁0001", with: "环卫保洁0001, QSP-V-0001 曾友谊, QSP-W-0001 青石公园"), to: training)
    #expect(
      try said(.untrained, scratch) == [
        "出租车 1 人满 30 天未培训：出租车0002", "青石镇守望点 1 处未培训：青石加油站",
      ])
  }

  @Test("A19: a team that came as a whole is trained, but for who joined it afterwards")
  func trainedTeam() throws {
    let scratch = try Demo.stocked()
    let (members, training) = ("register/QSP/members.rec", "register/QSP/training.rec")
    try scratch.write(
      try scratch.text(members).replacing(
        "Code: QS-004\n", with: "Code: QS-004\nSince: 2026-09-01\n"
      )
      .replacing("Code: QS-003\n", with: "Code: QS-003\nSince: 2026-09-20\n"), to: members)
    #expect(try said(.untrained, scratch).contains { $0.hasPrefix("青石镇专职队 2 人") })
    try scratch.write(
      try scratch.text(training).replacing("环卫保洁0001", with: "环卫保洁0001, QS 青石镇专职队"), to: training)
    let left = try said(.untrained, scratch).filter { $0.hasPrefix("青石镇专职队") }
    #expect(left.count == 1 && left[0].hasPrefix("青石镇专职队 1 人") && !left[0].contains("单雄"))
    let snapshot = try Demo.snapshot(scratch)
    #expect(snapshot.trainings(of: "QS-004").map(\.code) == ["QSP-T-0001"])
    #expect(snapshot.trainings(of: "QS-003").isEmpty)
  }

  @Test(
    "The words of the order for people and places are codes in three languages; none there was is gone"
  )
  func codes() throws {
    let codes = try Demo.codes()
    let people = codes.table("background")
    #expect(
      Set(["社区村组干部", "计生专干", "治安志愿者", "治安积极分子", "保安员", "治安巡防队员", "流动人口协管员", "治安信息员"])
        .isSubset(of: people.map(\.hans)))
    let places = codes.table("focus")
    #expect(Set(["主要街道", "繁华路段", "治安复杂区域"]).isSubset(of: places.map(\.hans)))
    for code in people + places {
      #expect(!code.hans.isEmpty && !code.hant.isEmpty && !code.en.isEmpty, "\(code.code)")
    }
    for code in ["cadre", "family", "volunteer", "activist", "other"] {
      #expect(codes.code("background", code) != nil, "\(code)")
    }
    for code in [
      "compound", "shop", "alley", "public", "school", "transformer", "cable", "vehicle",
      "livestock",
    ] {
      #expect(codes.code("focus", code) != nil, "\(code)")
    }
    // One width a table.
    #expect(Set(places.map(\.key.count)) == [2])
    #expect(codes.codes(written: "1112", in: "focus") == ["street", "busy"])
  }

  @Test(
    "A31: a watch post that the station did not check, once it checks any; another unit's is not ours"
  )
  func postNotChecked() throws {
    let scratch = try Demo.stocked()
    let units = "register/QSP/units.rec"
    try scratch.write(
      try scratch.text(units).replacing("Code: QS\n", with: "Code: QS\nStation: QSP\n"), to: units)
    #expect(try said(.postNotChecked, scratch) == [])
    let checked = [
      "Inspecting": "QSP 青石派出所", "Inspector": "P-001 王警官",
      "Inspected": "QSP-W-0002 青石加油站", "Answering": "QSP-W-0002 白站长", "Present": "1",
      "Expected": "1",
    ]
    let said = Said.by(try Demo.runner(scratch).perform(.inspect(try Signed.inspection(checked))))
    #expect(said.hasPrefix("№1"), "\(said)")
    #expect(try self.said(.postNotChecked, scratch) == ["守望点青石公园 未受派出所检查"])
  }

  @Test("A22: an informant without phone, section or vehicle; fewer than were declared")
  func informants() throws {
    let scratch = try Demo.stocked()
    try scratch.write(
      try scratch.text("station.rec") + "SanitationDeclared: 3\nTaxiDeclared: 1\n",
      to: "station.rec")
    #expect(
      try said(.informantGap, scratch) == [
        "环卫保洁信息员登记 1 人，应有 3 人", "出租车信息员 1 人未登记电话：出租车0002",
      ])
  }

  @Test("A23: a post without its caretaker, or with too few")
  func watch() throws {
    let scratch = try Demo.stocked()
    #expect(try said(.watchGap, scratch) == ["青石公园（公园）未落实看护人员"])
    let path = "register/QSP/watch.rec"
    try scratch.write(
      try scratch.text(path).replacing("Required: 1\nActual: 1", with: "Required: 3\nActual: 1"),
      to: path)
    #expect(try said(.watchGap, scratch).last == "青石加油站 应配 3 人，实配 1 人")
  }

  @Test("A24: no body, an unnamed leader, a village team without its officer")
  func leaders() throws {
    let scratch = try Demo.stocked()
    #expect(
      try said(.leaderGap, scratch) == [
        "景川市 未登记领导小组", "高庄村队 未明确责任民警", "柳庄村队 未明确责任民警",
      ])
    let path = "register/QSP/bodies.rec"
    let text = try scratch.text(path)
    try scratch.write(text.replacing("InCharge: 顾副镇长\n", with: ""), to: path)
    #expect(try said(.leaderGap, scratch).dropFirst().first == "青石镇 领导小组未明确分管领导")
    try scratch.write(text.replacing("Unit: QS\n", with: "Unit: XX\n"), to: path)
    #expect(try said(.leaderGap, scratch).dropFirst().first == "青石镇 未登记领导小组")
  }

  @Test("A12: nobody on the roster for three days, changes counted in")
  func roster() throws {
    let scratch = try Demo.stocked()
    #expect(try said(.rosterGap, scratch) == ["柳庄村队 今后三天未排班"])
  }
}
