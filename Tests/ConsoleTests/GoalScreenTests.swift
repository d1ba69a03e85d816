import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console

@Suite("The goal board leads from each figure to what it is made of")
struct GoalScreenTests {
  private static let demo = Result { try Demo.directory() }

  private func typist(_ keys: String, _ size: Size = Size(120, 40)) throws -> Typist {
    try Typist(try Self.demo.get(), size: size).type(keys)
  }

  @Test("It is the screen written out in Screens/, at three sizes and in three languages")
  func screens() throws {
    for (size, language) in [
      (Size(120, 40), Language.hans), (Size(80, 24), .hans), (Size(60, 16), .hant),
      (Size(80, 24), .en), (Size(120, 40), .en),
    ] {
      let typist = try Typist(try Self.demo.get(), size: size, language: language)
      let name = "\(size.width)x\(size.height)-\(language.rawValue)"
      try Screens.expect(typist.type("6").screen, "goals-\(name)")
      try Screens.expect(typist.type("<Down><Enter>").screen, "goal-cases-\(name)")
    }
  }

  @Test("A goal's incidents are as many as its figure, and each leads to its record")
  func down() throws {
    let typist = try typist("6")
    let board = GoalBoard(typist.world.snapshot, on: Demo.today)
    let preventable = try #require(board.rows.first { $0.goal == .preventable }?.count.number)
    typist.type("<Down><Enter>")
    #expect(typist.lines[1].contains(" \(preventable)条 "), "\(typist.screen)")
    typist.type("<Enter>")
    #expect(typist.lines[1].contains(" QSP-C-"), "\(typist.screen)")
    typist.type("<Esc><F4>")
    #expect(typist.screen.contains("修改案事件"), "\(typist.screen)")
  }

  /// Puts one more incident into the register.
  private func register(_ fields: String, in scratch: Scratch) throws {
    let path = "register/QSP/incidents.rec"
    try scratch.write(
      try scratch.text(path) + "\nCode: QSP-C-0099\nUnit: QS\n\(fields)\n", to: path)
  }

  @Test("What nobody has judged stands among a goal's incidents, is marked, and is not counted")
  func unjudged() throws {
    let scratch = try Demo.directory()
    try register(
      "Category: ebike\nSection: 青石桥\nFrom: 2026-11-20 23:40\nWhat: 电动车被盗", in: scratch)
    let typist = try Typist(scratch, size: Size(120, 40)).type("6")
    let board = GoalBoard(typist.world.snapshot, on: Demo.today)
    let row = try #require(board.rows.first { $0.goal == .preventable })
    typist.type("<Down><Enter>")
    let (count, open) = (row.count.number ?? 0, row.unjudged)
    #expect(open > 0)
    #expect(
      typist.lines[1].contains("其中未判 \(open)，不计入  \(count + open)条"), "\(typist.screen)")
    #expect(typist.lines.contains { $0.contains("电动车被盗") && $0.contains("未判") }, "\(typist.screen)")
  }

  @Test("A team that is still out counts beside an incident of these minutes")
  func stillOut() throws {
    let scratch = try Demo.stocked()
    try register("Category: homicide\nFrom: 2026-11-24 22:20\nWhat: 打架致死", in: scratch)
    try scratch.write(
      "Team: QS 青石镇专职队\nFrom: 2026-11-24 22:00\nDue: 2026-11-25 01:00\nStrength: 5\n",
      to: "register/QSP/underway.rec")
    let typist = try Typist(scratch, size: Size(120, 40)).type("6<Enter>")
    let line = try #require(typist.lines.first { $0.contains("打架致死") }, "\(typist.screen)")
    #expect(line.contains(" 1 "), "\(line)")
  }

  @Test("What units declare leads to their declarations; F6 begins an incident")
  func declared() throws {
    let typist = try typist("6<Down><Down><Down><Down><Enter>")
    #expect(typist.lines[1].contains("零申报"), "\(typist.screen)")
    typist.type("6<F6>")
    #expect(typist.screen.contains("新增案事件"), "\(typist.screen)")
  }

  @Test("Beside an incident stand the teams that were out there, by what the books say")
  func out() throws {
    let typist = try typist("6<Down><Enter>")
    let snapshot = typist.world.snapshot
    let span = GoalSpan(snapshot, on: Demo.today).now
    var known: [Day: [LedgerPage]] = [:]
    func patrols(_ day: Day) throws -> [LedgerPage] {
      if let known = known[day] { return known }
      known[day] = try #require(typist.runner.perform(.open(day)).ledger).patrols
      return known[day] ?? []
    }
    let facts = snapshot.incidentFacts
    let cases = facts.during(span, snapshot.station).filter { $0.counts(for: .preventable) }
      .reversed().compactMap(snapshot.incident)
    var met = 0
    for (incident, line) in zip(cases, typist.lines.dropFirst(3)).prefix(30) {
      let end = incident.to ?? incident.from
      let day = incident.from.day
      let out = try [day - 1, day, day + 1].filter { $0 <= Demo.today }.flatMap(patrols)
        .filter { page in
          guard !page.isVoid, let from = page[PatrolEntry.from], let to = page[PatrolEntry.to],
            let team = snapshot.team(page.page.id.book.owner), team.tier != .city
          else { return false }
          let town = snapshot.unit(incident.unit)?.parent
          let isThere = team.unit == incident.unit || team.tier == .township && team.unit == town
          return isThere && from <= end && to > incident.from
            && (from < end || from == incident.from)
        }
      let count = Set(out.map(\.page.id.book.owner)).count
      met += count > 0 ? 1 : 0
      let name = snapshot.unit(incident.unit)?.name ?? ""
      let shown = line.split(separator: name).last?.split(separator: " ").first
      #expect(shown.map(String.init) == "\(count)", "\(line)")
    }
    #expect(met > 2, "Some of them happened while somebody was out.")
  }

  @Test("Without incidents nothing is nought, without a campaign it is the year that counts")
  func empty() throws {
    let scratch = try Demo.small()
    for name in ["incidents", "baselines", "declarations"] {
      try scratch.write("", to: "register/QSP/\(name).rec")
    }
    let typist = try Typist(scratch).type("6")
    #expect(typist.screen.contains("案事件未登记") && typist.screen.contains("未到申报期"))
    #expect(typist.screen.contains("本期  2026-01-01 – 2026-11-24"), "\(typist.screen)")
    #expect(typist.screen.contains("● 0  ◐ 9  ▲ 0"), "\(typist.screen)")
    typist.type("<Enter>")
    #expect(typist.screen.contains("这些天没有这样的案事件。"), "\(typist.screen)")
  }
}
