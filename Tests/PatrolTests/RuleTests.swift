import Patrol
import Records
import TestSupport
import Testing
import Wording

@Suite("The order's rules warn, and never refuse")
struct RuleTests {
  private func findings(
    _ scratch: Scratch, at now: String = "2026-11-24 22:30",
    rows: [Day: [String: [PageSummary]]] = [:],
    recent: [String: [PageSummary]] = [:], open: [OpenItem] = []
  ) throws -> [Finding] {
    let moment = try #require(Moment(now))
    let snapshot = try Demo.snapshot(scratch)
    return FoundOfDay(
      Survey(
        snapshot: snapshot, now: moment, day: snapshot.station.patrolDay(moment), rows: rows,
        recent: RecentEntries(recent), open: open)
    ).with(registers: [])
  }

  private func row(
    _ number: Int, _ day: Day, marks: PageSummary.Marks = [], crew: Int = 5, narrative: UInt32 = 0
  ) -> PageSummary {
    PageSummary(
      offset: 0, length: 0, number: number, day: day, kind: .entry, marks: marks, crew: crew,
      narrative: narrative)
  }

  private func about(_ rule: RuleID, _ findings: [Finding]) -> [String] {
    findings.filter { $0.rule == rule }.map(\.about)
  }

  @Test("A1–A3: teams below 80, 15 and 5 are named with what is lacking")
  func floors() throws {
    let found = try findings(try Demo.small())
    #expect(about(.villageFloor, found) == ["QS-02"])
    #expect(about(.townshipFloor, found).isEmpty, "its own floor of 3 stands before the tier's 15")
    #expect(found.first { $0.rule == .villageFloor }?.text[.hans] == "柳庄村队 1 人，应有 5 人，缺 4 人")
  }

  @Test("A1: 80 is an establishment: fewer is a shortfall, more is noted")
  func establishment() throws {
    let scratch = try Demo.small()
    try scratch.write(
      try scratch.text("station.rec").replacing("CityFloor: 80", with: "CityFloor: 2"),
      to: "station.rec")
    try scratch.write(
      try scratch.text("register/QSP/teams.rec").replacing(
        "Code: QS\nName: 青石镇专职队\nPinyin: qing shi zhen zhuan zhi dui\nTier: township",
        with: "Code: QS\nName: 青石镇专职队\nTier: city"), to: "register/QSP/teams.rec")
    let found = try findings(scratch)
    #expect(
      found.first { $0.rule == .cityFloor }?.text[.hans] == "市级专职巡防队 4 人，编制 2 人，多 2 人")
  }

  @Test("A4: a day that is over and has no entry; the day that runs is no warning yet")
  func missing() throws {
    let scratch = try Demo.small()
    let yesterday = Demo.today - 1
    let kept = [yesterday: ["QS": [row(1, yesterday)]]]
    let found = try findings(scratch, rows: kept)
    #expect(about(.missingEntry, found) == ["QS-01", "QS-02"])
    // Until the grace is over — 08:00 and two hours — the books may still be written.
    #expect(about(.missingEntry, try findings(scratch, at: "2026-11-24 09:59", rows: kept)).isEmpty)
  }

  @Test("A4: an entry struck out is none")
  func voided() throws {
    let yesterday = Demo.today - 1
    let found = try findings(
      try Demo.small(), rows: [yesterday: ["QS": [row(1, yesterday, marks: .void)]]])
    #expect(about(.missingEntry, found).contains("QS"))
  }

  @Test("A15: three entries in a row that say the same; “nothing found” may repeat")
  func same() throws {
    let scratch = try Demo.small()
    let days = (0..<3).map { Demo.today - (3 - $0) }
    let alike = days.enumerated().map { row($0.offset + 1, $0.element, narrative: 77) }
    let quiet = days.enumerated().map { row($0.offset + 1, $0.element) }
    #expect(about(.sameTexts, try findings(scratch, recent: ["QS": alike])) == ["QS"])
    #expect(about(.sameTexts, try findings(scratch, recent: ["QS": quiet])).isEmpty)
    #expect(Narrative.hash("22:30 村北养殖圈" + "劝离") == Narrative.hash("21:15 村北养殖圈" + "劝离"))
    #expect(Narrative.hash("村北") != Narrative.hash("村南"))
  }

  @Test("A16 and A5: a crew too small and a page entered late, on their day")
  func crew() throws {
    let rows = [
      Demo.today: ["QS": [row(1, Demo.today, crew: 2), row(2, Demo.today, marks: .late)]]
    ]
    let found = try findings(try Demo.small(), rows: rows)
    #expect(about(.smallCrew, found) == ["QS"])
    #expect(about(.lateEntry, found) == ["QS"])
  }

  @Test("A27: a handover that nobody settled is named after three days, by its page")
  func handover() throws {
    let scratch = try Demo.small()
    func open(_ day: Day) -> OpenItem {
      OpenItem(
        page: PageID(BookID("QS", .patrol), year: 2026, number: 1), kind: .patrol, day: day,
        about: Named("QS", "青石镇专职队"), text: "路灯待复查")
    }
    let found = try findings(scratch, open: [open(Demo.today - 3)])
    #expect(about(.openHandover, found) == ["QS"])
    let said = found.first { $0.rule == .openHandover }?.text[.hans]
    #expect(said == "青石镇专职队 11月21日交接“路灯待复查”未办结（第1页）")
    #expect(about(.openHandover, try findings(scratch, open: [open(Demo.today - 2)])).isEmpty)
  }

  @Test("B2: a patrol beyond the time it was due comes first")
  func overdue() throws {
    let scratch = try Demo.small()
    try scratch.write(
      "Team: QS 青石镇专职队\nFrom: 2026-11-24 19:00\nDue: 2026-11-24 22:00\nStrength: 3\n",
      to: "register/QSP/underway.rec")
    let first = try #require(try findings(scratch).first)
    #expect(first.rule == .underwayOverdue && first.isUrgent)
    #expect(first.text[.hans].contains("已超 30 分"))
    try scratch.write(
      "Team: QS 青石镇专职队\nFrom: 2026-09-25 19:00\nDue: 2026-09-25 20:00\nStrength: 3\n",
      to: "register/QSP/underway.rec")
    let old = try #require(try findings(scratch).first)
    #expect(old.text[.hans].contains("已超 60天2小时"))
    #expect(old.text[.en].contains("60d 2h over"))
  }

  @Test("Every rule has a title in three languages and a requirement")
  func titles() {
    for rule in Rules.ids {
      #expect(Language.allCases.allSatisfy { !rule.title[$0].isEmpty })
      #expect(!rule.requirement.isEmpty)
    }
  }

  @Test("A6: who has not signed is named, and where nobody leads that side, the side")
  func unsigned() throws {
    let day = try #require(Day("2026-11-24"))
    let (page, team) = (
      PageID(BookID("QS", .inspection), year: 2026, number: 1), Named("QS-01", "高庄村队")
    )
    func said(_ person: Named?, _ language: Language) -> String {
      let waiting = Waiting(
        page: page, day: day, role: .inspected, person: person, about: team, owner: team)
      return waiting.unsigned(for: 337, Inspection.layout.called)[language]
    }
    let leader = Named("QS-01-001", "高有福")
    #expect(said(leader, .hans) == "高庄村队 11-24 的检查待被检方 高有福 签字，已 337 天")
    #expect(said(leader, .en) == "高庄村队: inspection of 11-24 unsigned by 高有福 for 337 days")
    #expect(said(nil, .hans) == "高庄村队 11-24 的检查待被检方签字，已 337 天")
    #expect(said(nil, .en) == "高庄村队: inspection of 11-24 unsigned for 337 days (Inspected side)")
  }
}

@Suite("An entry that can't be true is refused, with the field to mend")
struct RefusalTests {
  private func refusal(_ changes: [String: String], at now: String = "2026-11-24 22:30") throws
    -> EntryRefusal?
  {
    let snapshot = try Demo.snapshot(try Demo.small())
    do {
      try Sample.quiet(changes).check(in: snapshot, now: try #require(Moment(now)))
      return nil
    } catch let refusal as EntryRefusal { return refusal }
  }

  @Test("A patrol of the evening, also over midnight, is taken")
  func fine() throws {
    #expect(try refusal([:]) == nil)
    #expect(
      try refusal(["From": "2026-11-24 22:00", "To": "2026-11-25 01:30"], at: "2026-11-25 01:40")
        == nil)
    #expect(
      try refusal(["From": "2026-11-25 02:00", "To": "2026-11-25 05:30"], at: "2026-11-25 06:00")
        == nil, "before 08:00 it is still the 24th")
  }

  @Test("I1: back before out, or out for more than sixteen hours")
  func times() throws {
    #expect(try refusal(["To": "2026-11-24 19:30"])?.field == "To")
    #expect(
      try refusal(["From": "2026-11-24 08:00", "To": "2026-11-25 00:30"], at: "2026-11-25 01:00")
        == .tooLong(hours: 16))
  }

  @Test("I2: no entry before its end")
  func future() throws {
    let refusal = try refusal([:], at: "2026-11-24 22:09")
    #expect(refusal?.field == "To")
    #expect(refusal?.notice.happened[.hans] == "归队 22:10 还没到（现在 22:09），不能提前记录。")
  }

  @Test("I4: the leader is among those present, or the remark says why")
  func leader() throws {
    #expect(try refusal(["Leader": "QS-004 单雄"])?.field == "Remark")
    #expect(try refusal(["Leader": "QS-004 单雄", "Remark": "带队途中被召回"]) == nil)
  }

  @Test("A5: after the day and its grace a reason is asked for")
  func late() throws {
    #expect(try refusal([:], at: "2026-11-25 10:00") == nil)
    #expect(try refusal([:], at: "2026-11-25 10:01")?.field == "Late")
    #expect(try refusal(["Late": "停电"], at: "2026-11-25 10:01") == nil)
  }

  @Test("The time belongs to the day, the team exists")
  func place() throws {
    #expect(try refusal(["Date": "2026-11-23"])?.field == "From")
    #expect(try refusal(["Team": "XX 无此队"]) == .unknownTeam("XX"))
  }

  @Test(
    "No entry contradicts itself, whoever writes or corrects it",
    arguments: [
      (["Observed": "围栏破"], "Found"), (["Handling": "onthespot"], "Found"),
      (["Intelligence": "yes"], "Found"),
      (["Absent": "QS-001 周建林 (sick)"], "Absent"),
      (["Found": "hazard hazard", "Observed": "围栏破"], "Found"),
      (["Objects": "transformer 6, transformer 8"], "Objects"),
      (["Absent": "QS-004 单雄 (sick), QS-004 单雄 (leave)"], "Absent"),
    ])
  func contradictions(_ changes: [String: String], _ field: String) throws {
    #expect(try refusal(changes)?.field == field, "\(changes)")
  }

  @Test(
    "No inspection contradicts itself, whoever writes or corrects it",
    arguments: [
      (["Points": "12111111", "Problems": ""], "Problems"),
      (["Present": "0", "Points": "11111111", "Problems": "", "By": ""], "Problems"),
      (["Points": "11111111", "Problems": "B"], "Points"),
      (["Points": "11111111", "Problems": "", "Required": "", "By": "2026-11-27"], "By"),
      (["Points": "12111111", "Problems": "B B"], "Problems"),
      (["Points": "12111111", "Problems": "B C"], nil),
    ])
  func contradictory(_ changes: [String: String], _ field: String?) throws {
    let snapshot = try Demo.snapshot(try Demo.small())
    let now = try #require(Moment("2026-11-24 22:30"))
    for entered in [nil, now] {
      do {
        try Signed.inspection(changes).check(
          in: snapshot, now: now, others: [], entered: entered, isClosed: false)
        #expect(field == nil, "\(changes)")
      } catch let refusal as InspectionRefusal { #expect(refusal.field == field, "\(changes)") }
    }
  }

  @Test("Every refusal says what happened, what is safe and what to do, in three languages")
  func notices() {
    for refusal in EntryRefusal.examples {
      for language in Language.allCases {
        for place in Notice.Place.allCases {
          #expect(refusal.notice.sentences(language, at: place).count == 3)
        }
      }
      #expect(!refusal.field.isEmpty)
    }
  }
}
