import Patrol
import Records
import TestSupport
import Testing

@Suite("The nine goals are counted by a rule that is shown")
struct GoalBoardTests {
  private static let today = Demo.today

  private func incident(_ number: Int, _ category: String, _ day: Day, _ rest: String = "")
    -> String
  {
    """
    Code: QSP-C-\(digits(number, 4))
    Category: \(category)
    Unit: QS-01
    From: \(day.text) 22:00
    What: 事一件
    \(rest)
    """
  }

  private func board(
    _ incidents: [String], baselines: [String] = [], declarations: [String] = []
  ) throws -> GoalBoard {
    let scratch = try Demo.small()
    let station = try scratch.text("station.rec")
    try scratch.write(
      station + "CampaignFrom: 2026-11-02\nCampaignTo: 2027-01-10\n", to: "station.rec")
    for (name, type, records) in [
      ("incidents", "Incident", incidents), ("baselines", "Baseline", baselines),
      ("declarations", "Declaration", declarations),
    ] where !records.isEmpty {
      let text = records.map { $0.split(separator: "\n").joined(separator: "\n") }
      try scratch.write(
        "%rec: \(type)\n\n" + text.joined(separator: "\n\n") + "\n", to: "register/QSP/\(name).rec")
    }
    return GoalBoard(try Demo.snapshot(scratch), on: Self.today)
  }

  private func row(_ board: GoalBoard, _ goal: Goal) throws -> GoalBoard.Row {
    try #require(board.rows.first { $0.goal == goal })
  }

  private func base(_ goal: String, _ count: Int) -> String {
    """
    Code: QSP-B-\(goal)
    Goal: \(goal)
    Unit: JC
    From: 2025-11-02
    To: 2025-11-24
    Count: \(count)
    Source: 刑侦大队报表
    Dated: 2026-11-20
    """
  }

  @Test("The campaign's days so far are held against the same days of last year")
  func span() throws {
    let board = try board([
      incident(1, "shop", Self.today, "Preventable: yes"),
      incident(2, "shop", Self.today - 22, "Preventable: yes"),
      incident(3, "shop", Self.today - 23, "Preventable: yes"), incident(4, "fraud", Self.today),
    ])
    #expect(
      board.span.now.lowerBound.text == "2026-11-02" && board.span.now.upperBound == Self.today)
    #expect(board.span.before.lowerBound.text == "2025-11-02")
    #expect(board.span.before.upperBound.text == "2025-11-24")
    #expect(try row(board, .preventable).count == .count(2))
    #expect(try row(board, .preventable).before == .unknown)
    #expect(try row(board, .preventable).state == .noBase)
    #expect(try row(board, .preventable).recent == [.count(2), .count(0), .count(1)])
    #expect(try row(board, .homicide).state == .none)
  }

  @Test(
    "Fewer is fallen, as many is level, more is risen; a percentage only from ten cases on",
    arguments: [
      (1, 2, GoalState.fell(percent: nil)), (2, 2, .level), (3, 2, .rose(percent: nil)),
      (12, 15, .fell(percent: 20)), (15, 12, .rose(percent: 25)),
      (9, 90, .fell(percent: nil)), (300, 301, .fell(percent: nil)),
    ])
  func states(_ now: Int, _ before: Int, _ state: GoalState) throws {
    let cases = (0..<now).map {
      incident($0 + 1, "ebike", Self.today - $0 % 20, "Preventable: yes")
    }
    let board = try board(cases, baselines: [base("preventable", before)])
    #expect(try row(board, .preventable).state == state)
    #expect(try row(board, .preventable).before == .count(before))
    #expect(board.sources.map(\.source) == ["刑侦大队报表"])
  }

  @Test("Last year's incidents are counted where the register has them")
  func counted() throws {
    let last = try #require(Day("2025-11-10"))
    let board = try board([
      incident(1, "shop", Self.today, "Preventable: yes"),
      incident(2, "shop", last, "Preventable: yes"), incident(3, "shop", last, "Preventable: yes"),
    ])
    #expect(try row(board, .preventable).before == .count(2))
    #expect(try row(board, .preventable).state == .fell(percent: nil))
    // Where it reaches back, none is a number as well.
    #expect(try row(board, .homicide).before == .count(0))
    #expect(board.isCounted && board.sources.isEmpty)
  }

  @Test("Figures of last year that end earlier are held against as many days of this year")
  func partly() throws {
    let cases = [0, 3, 5, 6].map {
      incident($0 + 1, "shop", Self.today - $0, "Preventable: yes")
    }
    let early = base("preventable", 3).replacing("2025-11-24", with: "2025-11-20")
    let board = try board(cases, baselines: [early])
    let found = try row(board, .preventable)
    #expect(found.count == .count(4) && found.before == .count(3) && found.change == -1)
    #expect(found.until?.text == "2026-11-20" && found.state == .fell(percent: nil))
    // The newest that does not reach beyond the day is the one that counts.
    let later = base("preventable", 9).replacing("QSP-B-preventable", with: "QSP-B-2")
    let beyond = later.replacing("2025-11-24", with: "2025-11-25")
      .replacing("QSP-B-2", with: "QSP-B-3")
    let both = try row(self.board(cases, baselines: [early, later, beyond]), .preventable)
    #expect(both.before == .count(9) && both.change == -5 && both.until == nil)
  }

  @Test("A city's own figure counts, and those of its units only where it has none")
  func ofUnits() throws {
    let village = base("preventable", 2).replacing("Unit: JC", with: "Unit: QS-01")
      .replacing("QSP-B-preventable", with: "QSP-B-2")
    let town = village.replacing("QS-01", with: "QS").replacing("QSP-B-2", with: "QSP-B-3")
    let cases = [incident(1, "shop", Self.today, "Preventable: yes")]
    #expect(
      try row(board(cases, baselines: [base("preventable", 5), village]), .preventable).before
        == .count(5))
    #expect(
      try row(board(cases, baselines: [town, village]), .preventable).before == .count(4))
  }

  @Test("Nobody has registered anything: that is not nought")
  func nothingRegistered() throws {
    let board = try board([], baselines: [base("preventable", 3)])
    let found = try row(board, .preventable)
    #expect(
      found.count == .unknown && found.state == .notBegun
        && found.recent == [.unknown, .unknown, .unknown])
    #expect(try row(board, .terror).before == .notApplicable)
    #expect(try row(board, .mass).count == .unknown)
    #expect(!board.rows.contains { $0.state.isMet || $0.state.isBroken })
  }

  @Test("Of robbery and theft the major ones count as grave; what never happens happened once")
  func grave() throws {
    let board = try board(
      [
        incident(1, "robbery", Self.today, "Major: no"),
        incident(2, "snatching", Self.today, "Major: yes"),
        incident(3, "violence", Self.today), incident(4, "financial", Self.today, "Major: no"),
      ], baselines: [base("gravecrime", 2)])
    #expect(try row(board, .gravecrime).count == .count(2))
    #expect(try row(board, .gravecrime).state == .level)
    #expect(try row(board, .financial).state == .happened)
    #expect(try row(board, .terror).state == .none)
  }

  @Test(
    "What nobody has judged is no “no”: a state that turns on it is not known, any other says how many",
    arguments: [
      ("Preventable: yes", "", 3, GoalState.unjudged(2), "未判 2 起，判了才知道"),
      ("Preventable: yes", "", 5, .fell(percent: nil), "同比下降，另有 2 起未判"),
      ("Preventable: yes", "", 1, .unjudged(2), "未判 2 起，判了才知道"),
      ("Preventable: yes", "", 0, .rose(percent: nil), "同比上升，另有 2 起未判"),
      ("Preventable: yes", "Preventable: no", 3, .fell(percent: nil), "同比下降"),
      ("Preventable: no", "", 0, .unjudged(2), "未判 2 起，判了才知道"),
    ])
  func unjudged(
    _ first: String, _ others: String, _ before: Int, _ state: GoalState, _ words: String
  ) throws {
    let cases = [first, others, others].enumerated().map {
      incident($0 + 1, "shop", Self.today - $0, $1 + "\nMajor: no")
    }
    let found = try row(board(cases, baselines: [base("preventable", before)]), .preventable)
    #expect(found.state == state)
    #expect(found.unjudged == (others.isEmpty ? 2 : 0))
    let snapshot = try Demo.snapshot(Demo.small())
    #expect(found.phrase(snapshot)[.hans] == words)
  }

  @Test("What is not judged of last year's counted cases leaves the state open as well")
  func unjudgedBefore() throws {
    let last = try #require(Day("2025-11-10"))
    let board = try board([
      incident(1, "shop", Self.today, "Preventable: yes"), incident(2, "shop", last),
    ])
    #expect(try row(board, .preventable).state == .unjudged(1))
    #expect(try row(board, .preventable).before == .count(0))
  }

  @Test("Whether a case is major is asked of robbery and theft alone, and each is a thing to do")
  func toJudge() throws {
    let scratch = try Demo.small()
    try scratch.write(
      "%rec: Incident\n\n"
        + [
          incident(1, "shop", Self.today), incident(2, "fight", Self.today),
          incident(3, "fight", Self.today, "Preventable: no"),
          incident(4, "robbery", Self.today, "Preventable: yes"),
          incident(5, "shop", Self.today - 400),
        ].joined(separator: "\n\n") + "\n", to: "register/QSP/incidents.rec")
    let found = Rules.registers(try Demo.snapshot(scratch)).filter { $0.rule == .unjudged }
    #expect(
      found.map { $0.text[.hans] } == [
        "高庄村 11-24 盗窃商铺：“可防、重大”未判", "高庄村 11-24 打架伤害：“可防”未判",
        "高庄村 11-24 抢劫：“重大”未判",
      ])
  }

  @Test(
    "The political goals are declared by every township; who has not is named, and nobody else counts them"
  )
  func declared() throws {
    func declaration(_ number: Int, _ count: Int) -> String {
      """
      Code: QSP-Z-\(number)
      Goal: mass
      Unit: QS
      From: 2026-11-11
      To: 2026-11-20
      Count: \(count)
      DeclaredBy: 综治中心
      Declared: 2026-11-20
      """
    }
    let due = try Demo.snapshot(Demo.small()).declarationsDue(on: Self.today)
    #expect(due.isEmpty, "Without a campaign nothing is due.")
    #expect(try row(board([]), .mass).state == .undeclared(["QS"]))
    #expect(try row(board([], declarations: [declaration(1, 0)]), .mass).state == .allDeclared)
    #expect(try row(board([], declarations: [declaration(1, 1)]), .mass).state == .happened)
    #expect(
      try row(board([], declarations: [declaration(1, 0)]), .security).state == .undeclared(["QS"]))
  }

  @Test("Of days before anything was registered nobody says that nothing happened")
  func before() throws {
    let board = try board([incident(1, "shop", Self.today - 2, "Preventable: yes\nMajor: no")])
    let found = try row(board, .homicide)
    #expect(found.count == .count(0) && found.recent == [.unknown, .unknown, .count(0)])
    #expect(board.begun == Self.today - 2)
    let early = GoalBoard(
      try Demo.snapshot(Demo.small()), on: try #require(Day("2026-03-01")))
    #expect(early.rows.allSatisfy { $0.count == .unknown && !$0.state.isMet })
    #expect(try row(early, .terror).state == .notBegun)
  }

  @Test("Where the register of last year begins amid the days that are compared, that is said")
  func partlyCounted() throws {
    let (last, whole) = (try #require(Day("2025-11-10")), try #require(Day("2025-11-02")))
    let now = incident(1, "shop", Self.today, "Preventable: yes\nMajor: no")
    let rest = "Preventable: yes\nMajor: no"
    #expect(try board([now, incident(2, "shop", last, rest)]).begun == last)
    #expect(try board([now, incident(2, "shop", whole, rest)]).begun == nil)
  }

  @Test("What lies below a township declares nothing and lacks nothing")
  func below() throws {
    let scratch = try Demo.stocked()
    try scratch.write(
      try scratch.text("station.rec") + "CampaignFrom: 2026-11-02\nCampaignTo: 2027-01-10\n",
      to: "station.rec")
    let snapshot = try Demo.snapshot(scratch)
    let village = GoalBoard(snapshot, on: Self.today, unit: "QS-01")
    #expect(try row(village, .mass).state == .declaredAbove)
    #expect(try row(village, .mass).count == .notApplicable)
    #expect(try row(GoalBoard(snapshot, on: Self.today, unit: "QS"), .mass).count == .count(0))
  }

  @Test("A register that was not read whole says that its figures can't be relied on")
  func unread() throws {
    let board = try board([incident(1, "nonsense", Self.today)])
    #expect(!board.isWhole)
    #expect(try self.board([incident(1, "shop", Self.today)]).isWhole)
  }

  @Test("Ten days are 1 to 10, 11 to 20, and 21 to the end of the month")
  func tenDays() throws {
    for (day, from, to, name) in [
      ("2026-11-24", "2026-11-21", "2026-11-30", "11下旬"),
      ("2026-02-28", "2026-02-21", "2026-02-28", "2下旬"),
      ("2026-12-31", "2026-12-21", "2026-12-31", "12下旬"),
      ("2027-01-01", "2027-01-01", "2027-01-10", "1上旬"),
    ] {
      let span = TenDays.containing(try #require(Day(day)))
      #expect(span.lowerBound.text == from && span.upperBound.text == to)
      #expect(TenDays.name(span) == name)
    }
    #expect(TenDays.before(try #require(Day("2027-01-05"))).lowerBound.text == "2026-12-21")
    #expect(GoalSpan.yearBefore(try #require(Day("2028-02-29"))).text == "2027-02-28")
  }
}
