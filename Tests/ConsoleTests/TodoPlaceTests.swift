import Patrol
import Records
import Runner
import Terminal
import TestSupport
import Testing
import Wording

/// A directory in which a rule finds something, and where Enter leads from it.
struct TodoPlace: Sendable, CustomTestStringConvertible {
  let rule: RuleID
  /// What stands on the screen that it leads to: which screen, and what is filled in.
  let shows: [String]
  var isInService = false
  /// Whether nothing opens: what is said says it all.
  var stays = false
  let arrange: @Sendable (Scratch) throws -> Void

  init(
    _ rule: RuleID, _ shows: String..., isInService: Bool = false, stays: Bool = false,
    arrange: @escaping @Sendable (Scratch) throws -> Void = { _ in }
  ) {
    (self.rule, self.shows, self.arrange) = (rule, shows, arrange)
    (self.isInService, self.stays) = (isInService, stays)
  }

  var testDescription: String { "\(rule.rawValue) \(rule.title[.hans])" }

  static let all: [TodoPlace] = [
    TodoPlace(.lookoutPast, "5 布控 M-0002", "到期不撤，仍留在待办。") {
      try message(
        $0, kind: "lookout",
        also: "Incident: QSP-C-0002\nApprover: P-002 李警官\nApproved: 2026-11-24 12:00\n"
          + "Expires: 2026-11-24 20:00\n")
    },
    TodoPlace(.textsStuck, "5 提示 M-0002", "▲失败 1") {
      try message($0, kind: "prompt")
      try $0.write(
        try $0.text("register/QSP/sendings.rec") + """

          Code: QSP-M-0002-001
          Message: QSP-M-0002
          To: QSP-I-0001 环卫保洁0001
          Parts: 1
          State: failed
          Handed: 2026-11-24 12:00
          Over: 2026-11-24 12:01
          Why: gammu-smsd

          """, to: "register/QSP/sendings.rec")
    },
    TodoPlace(.textsWaiting, "5 收件", "中心街有人拉卷闸门"),
    TodoPlace(.notRead, "members.rec", stays: true) {
      try $0.write("garbage\n", to: "register/QSP/volunteers.rec")
      try $0.write(
        try $0.text("register/QSP/members.rec") + "\ngarbage\n", to: "register/QSP/members.rec")
    },
    TodoPlace(.underwayOverdue, "记巡逻", "青石镇专职队", "19:00") {
      try $0.write(
        "Team: QS 青石镇专职队\nFrom: 2026-11-24 19:00\nDue: 2026-11-24 22:00\nStrength: 3\n",
        to: "register/QSP/underway.rec")
    },
    TodoPlace(.booksDisagree, "治安巡逻记录簿 · 高庄村队", "巡防检查记录簿 · 青石镇专职队") {
      try patrol($0, village.merging(["Present": "QS-01-001 高有福"]) { $1 })
      try inspect($0, ["Present": "0", "Found": "到场无人"])
    },
    TodoPlace(.refusalUnreviewed, "复核拒签 №1", "到场时不在") {
      try inspect($0, on: "2026-11-18", signedBy: ["QS-001"])
      _ = try runner($0, "2026-11-18").perform(
        .attest(
          .refuse(
            Signed.page(1), refused: Named("QS-01-001", "高有福"), reason: "到场时不在", statement: "",
            witness: Named("P-002", "李警官")), by: "QS-001", Signed.secret()))
      _ = try runner($0, "2026-11-18").perform(
        .attest(.witness(Signed.page(1)), by: "P-002", Signed.secret()))
    },
    TodoPlace(.unsignedInspection, "签字 · 被检方 · 高有福") {
      try inspect($0, on: "2026-11-20", signedBy: ["QS-001"])
    },
    TodoPlace(.overdueProblem, "记检查", "高庄村队", "复查销号   1") {
      try inspect(
        $0,
        [
          "Problems": "B", "Decision": "deadline", "By": "2026-11-20", "Required": "袖标缺2个",
        ], on: "2026-11-18")
    },
    TodoPlace(.silentTeam, "记巡逻", "高庄村队", "2026-11-10") {
      try patrol($0, on: "2026-11-10")
    },
    TodoPlace(.missingEntry, "记巡逻", "高庄村队", "2026-11-20") {
      try patrol($0, on: "2026-11-20")
      try patrol($0, on: "2026-11-23")
    },
    TodoPlace(.missedShift, "记巡逻", "青石镇专职队", "2026-11-23") {
      try patrol($0, on: "2026-11-23")
      try $0.write(
        try $0.text("register/QSP/exceptions.rec").replacing("2026-11-25", with: "2026-11-23"),
        to: "register/QSP/exceptions.rec")
    },
    TodoPlace(.openHandover, "办结交接", "围栏门未锁") {
      try patrol($0, ["Handover": "变压器围栏门未锁"], on: "2026-11-20")
    },
    TodoPlace(.leadUnassigned, "情报派办 QS 第 1 页", "面包车停在村口") {
      try patrol(
        $0, ["Found": "suspicious", "Observed": "面包车停在村口", "Intelligence": "yes"],
        on: "2026-11-20")
    },
    TodoPlace(.leadUnverified, "情报查证 QSP-Q-0001", "无牌摩托1辆") {
      try $0.write(
        try $0.text("register/QSP/intelligence.rec").replacing("2026-11-22", with: "2026-11-12")
          .replacing("Checked: 2026-11-23 09:00\nFindings: 到场未见，访加油员\n", with: ""),
        to: "register/QSP/intelligence.rec")
    },
    TodoPlace(.leadOverdue, "情报结果 QSP-Q-0001", "无牌摩托1辆"),
    TodoPlace(.equipmentOut, "装备发放 QSP-E-0002", "归还日") {
      try $0.write(
        try $0.text("register/QSP/members.rec").replacing(
          "Code: QS-001\n", with: "Code: QS-001\nUntil: 2026-11-01\n"),
        to: "register/QSP/members.rec")
    },
    TodoPlace(.pastKeeping, "再按一次 Enter", stays: true) {
      try $0.write(
        try $0.text("register/QSP/members.rec").replacing(
          "Code: QS-001\n", with: "Code: QS-001\nUntil: 2026-11-01\n"),
        to: "register/QSP/members.rec")
    },
    TodoPlace(.undeclared, "新增零申报", "影响国家安全、政治稳定", "2026-11-01", "2026-11-10") {
      try $0.write(
        try $0.text("station.rec") + "CampaignFrom: 2026-11-01\nCampaignTo: 2027-01-10\n",
        to: "station.rec")
    },
    TodoPlace(.unjudged, "修改案事件 QSP-C-0002", "酒后争吵") {
      try $0.write(
        try $0.text("register/QSP/incidents.rec").replacing("Preventable: no\n", with: ""),
        to: "register/QSP/incidents.rec")
    },
    TodoPlace(.rosterGap, "勤务", "柳庄村队"),
    TodoPlace(.sameTexts, "治安巡逻记录簿 · 青石镇专职队", "№3") {
      for day in 21...23 {
        try patrol(
          $0, ["Found": "suspicious", "Observed": "面包车停在村口", "Handling": "persuaded"],
          on: "2026-11-\(day)")
      }
    },
    TodoPlace(.smallCrew, "治安巡逻记录簿 · 青石镇专职队", "№1") {
      try patrol($0, ["Present": "QS-001 周建林", "Absent": ""], on: "2026-11-20")
    },
    TodoPlace(.lateEntry, "治安巡逻记录簿 · 青石镇专职队", "停电") {
      try patrol($0, ["Late": "停电"], on: "2026-11-20", at: "2026-11-22")
    },
    TodoPlace(.struckOut, "巡防检查记录簿 · 青石镇专职队", "记错了队") {
      try inspect($0, on: "2026-11-20", signedBy: ["QS-001", "QS-01-001"])
      _ = try runner($0, "2026-11-21").perform(
        .attest(.void(Signed.page(1), reason: "记错了队"), by: "QS-001", Signed.secret()))
    },
    TodoPlace(.cosignDue, "把头单交给外站会签", isInService: true, stays: true),
    TodoPlace(.cityFloor, "新增队员", "特勤二队") {
      try $0.write(
        try $0.text("register/QSP/teams.rec") + """

          Code: JC-1
          Name: 特勤一队
          Tier: city
          Unit: JC
          Floor: 0

          Code: JC-2
          Name: 特勤二队
          Tier: city
          Unit: JC
          Floor: 40

          """, to: "register/QSP/teams.rec")
    },
    TodoPlace(.townshipFloor, "新增队员", "青石镇专职队") {
      try $0.write(
        try $0.text("register/QSP/teams.rec").replacing("Floor: 3", with: "Floor: 15"),
        to: "register/QSP/teams.rec")
    },
    TodoPlace(.villageFloor, "新增队员", "柳庄村队") {
      try $0.write("", to: "register/QSP/deferrals.rec")
    },
    TodoPlace(.firstSteps, "● 2 县级编制标准", "第一步"),
    TodoPlace(.unitWithoutTeam, "新增队伍", "市级", "景川市"),
    TodoPlace(.leaderGap, "新增领导小组", "景川市"),
    TodoPlace(.notInspected, "记检查", "柳庄村队") { try inspect($0) },
    TodoPlace(.notChecked, "记检查", "青石镇专职队") {
      try $0.write(
        try $0.text("register/QSP/units.rec").replacing(
          "Code: QS\n", with: "Code: QS\nStation: QSP\n"), to: "register/QSP/units.rec")
      try inspect($0, ["Inspecting": "QSP 青石派出所", "Inspector": "P-001 王警官"])
    },
    TodoPlace(.postNotChecked, "记检查", "青石公园") {
      try $0.write(
        try $0.text("register/QSP/units.rec").replacing(
          "Code: QS\n", with: "Code: QS\nStation: QSP\n"), to: "register/QSP/units.rec")
      try inspect(
        $0,
        [
          "Inspecting": "QSP 青石派出所", "Inspector": "P-001 王警官",
          "Inspected": "QSP-W-0002 青石加油站", "Answering": "QSP-W-0002 白站长", "Present": "1",
          "Expected": "1",
        ])
    },
    TodoPlace(.untrained, "新增培训", "单雄") {
      try $0.write(
        try $0.text("register/QSP/members.rec").replacing(
          "Code: QS-004\n", with: "Code: QS-004\nSince: 2026-10-01\n"),
        to: "register/QSP/members.rec")
    },
    TodoPlace(.equipmentLack, "新增装备发放", "制服", "数量   4"),
    TodoPlace(.informantGap, "信息员 QSP-I-0002"),
    TodoPlace(.watchGap, "守望", "青石公园"),
    TodoPlace(.samePerson, "队员 · 周建林", "QS-001", "QS-009") {
      try $0.write(
        try $0.text("register/QSP/members.rec") + """

          Code: QS-009
          Name: 周建林
          Team: QS
          Post: member
          Service: part
          Phone: 10012345678

          """, to: "register/QSP/members.rec")
    },
  ]

  // MARK: Pages

  private static let village: [String: String] = [
    "Team": "QS-01 高庄村队", "Leader": "QS-01-001 高有福", "Absent": "",
  ]

  private static func runner(_ scratch: Scratch, _ day: String) throws -> CommandRunner {
    try Demo.runner(scratch, at: try #require(Stamp("\(day)T22:30:00+08:00")))
  }

  /// A message that went out at noon.
  private static func message(_ scratch: Scratch, kind: String, also: String = "") throws {
    let path = "register/QSP/messages.rec"
    let text =
      "\nCode: QSP-M-0002\nKind: \(kind)\nText: 请注意发现并报告。\nSigned: 青石派出所\n"
      + "At: 2026-11-24 12:00\nBy: P-001 王警官\nGroups: sanitation\n\(also)"
    try scratch.write(try scratch.text(path) + text, to: path)
  }

  /// An entry of the night of a day, written that night or later.
  private static func patrol(
    _ scratch: Scratch, _ changes: [String: String] = [:], on day: String = "2026-11-24",
    at written: String? = nil
  ) throws {
    let texts = ["Date": day, "From": "\(day) 19:30", "To": "\(day) 22:10"]
    let entry = try Sample.quiet(texts.merging(changes) { $1 })
    let reply = try runner(scratch, written ?? day).perform(.record(entry))
    try #require(!reply.outcome.pages.isEmpty, "\(reply.outcome)")
  }

  private static func inspect(
    _ scratch: Scratch, _ changes: [String: String] = [:], on day: String = "2026-11-24",
    signedBy people: [String] = []
  ) throws {
    let runner = try runner(scratch, day)
    let texts = ["Date": day, "From": "\(day) 21:40", "To": "\(day) 22:05"]
    let page = try Signed.inspection(texts.merging(changes) { $1 })
    let reply = runner.perform(.inspect(page))
    try #require(!reply.outcome.pages.isEmpty, "\(reply.outcome)")
    for (person, role) in zip(people, [SignatureRole.inspector, .inspected]) {
      _ = runner.perform(Signed.sign(1, role, person))
    }
  }
}

@Suite("From every kind of thing to do to its mending, and back to the same line")
struct TodoPlaceTests {
  /// What stands on the line with the caret.
  private func line(_ typist: Typist) -> String {
    typist.surface.caret.map { typist.lines[$0.y] } ?? ""
  }

  @Test("Every rule has its place, filled in, one key away; Esc is back", arguments: TodoPlace.all)
  func everyRule(_ place: TodoPlace) throws {
    let scratch = try place.isInService ? Service.station() : Demo.stocked()
    if !place.isInService {
      Signed.issueKeys(
        try Demo.runner(scratch, at: try #require(Stamp("2026-11-01T08:00:00+08:00"))))
    }
    try place.arrange(scratch)
    let typist = try Typist(scratch, size: Size(120, 40), isInService: place.isInService)
    typist.tick()
    let finding = try #require(typist.world.findings.first { $0.rule == place.rule })
    typist.type("0<F7>\(place.rule.title[.hans])<Enter>")
    let text = String(finding.text[.hans].prefix(12))
    for _ in 0..<40 where !line(typist).contains(text) { typist.type("<Down>") }
    let before = line(typist)
    #expect(before.contains(text), "\(typist.screen)")
    if !place.stays { #expect(before.contains(finding.act[.hans]), "\(before)") }
    let keys = typist.keys
    typist.type("<Enter>")
    #expect(typist.keys - keys == 1)
    for shown in place.shows {
      #expect(typist.screen.contains(shown), "\(shown)\n\(typist.screen)")
    }
    guard !place.stays else { return }
    #expect(!before.isEmpty && line(typist) != before)
    typist.type("<Esc>")
    #expect(line(typist) == before, "\(typist.screen)")
  }

  @Test("No rule is without its line in the table")
  func whole() {
    #expect(Set(TodoPlace.all.map(\.rule)) == Set(Rules.ids))
  }
}
