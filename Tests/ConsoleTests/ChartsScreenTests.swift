import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console

@Suite("Charts say at a glance what the registers and books say")
struct ChartsScreenTests {
  private static let demo = Result { try Demo.directory() }
  private static let charts = "6<S-Tab>"

  private func typist(
    _ keys: String, _ size: Size = Size(120, 40), _ language: Language = .hans
  ) throws -> Typist {
    try Typist(try Self.demo.get(), size: size, language: language).type(Self.charts + keys)
  }

  @Test("It is the screen written out in Screens/, at three sizes and in three languages")
  func screens() throws {
    for (size, language) in [(Size(120, 40), Language.hans), (Size(120, 40), .en)] {
      try Screens.expect(
        try typist("", size, language).screen,
        "charts-\(size.width)x\(size.height)-\(language.rawValue)")
    }
    for (keys, name) in [
      ("", "strength"), ("<Down>", "hours"), ("<Down><Down>", "course"), ("<Up>", "month"),
    ] {
      for (size, language) in [
        (Size(80, 24), Language.hans), (Size(60, 16), .hant), (Size(80, 24), .en),
      ] {
        try Screens.expect(
          try typist(keys, size, language).screen,
          "charts-\(name)-\(size.width)x\(size.height)-\(language.rawValue)")
      }
    }
  }

  @Test("Incidents by day and by ten days are those of the file, counted by somebody else")
  func incidents() throws {
    let typist = try typist("")
    let records = PlainPages.records(try typist.scratch.text("register/QSP/incidents.rec"))
    // The patrol day begins at eight.
    let days = records.compactMap { record -> Int? in
      guard let from = record["From"], from.hasPrefix("2026-11-") else { return nil }
      let parts = from.dropFirst(8).split { " :".contains($0) }.compactMap { Int($0) }
      return parts[0] - (parts[1] < 8 ? 1 : 0)
    }
    let course = IncidentCourse(typist.world.snapshot, on: Demo.today)
    #expect(course.stretches.first?.days.lowerBound.text == "2026-11-01")
    let counts = [1...10, 11...20, 21...24].map { span in days.count { span.contains($0) } }
    #expect(counts.allSatisfy { $0 > 3 })
    #expect(course.stretches.prefix(3).map(\.count) == counts.map { .count($0) })
    #expect(course.stretches.dropFirst(3).allSatisfy { $0.count == .notApplicable })
    let row = try #require(typist.lines.first { $0.contains("●本期") })
    #expect(
      row.split(separator: "期").last?.split(separator: " ").compactMap { Int($0) } == counts)
    let month = IncidentCounts(typist.world.snapshot, unit: nil)
    for day in 1...24 {
      let date = try #require(Day(year: 2026, month: 11, day: day))
      #expect(month.during(date...date) == days.count { $0 == day }, "\(day)")
    }
  }

  @Test("Each chart leads to where its figures come from, and [ ] to other months")
  func down() throws {
    let typist = try typist("<Enter>", Size(80, 24))
    #expect(typist.lines[1].contains("巡防队伍") || typist.lines[1].contains("队伍"), "\(typist.screen)")
    typist.type("<Esc><Down><Enter>")
    #expect(typist.lines[1].contains("记录日历"), "\(typist.screen)")
    typist.type("<Esc><Down><Enter>")
    #expect(typist.lines[1].contains("案事件 11-01 – 11-24"), "\(typist.screen)")
    typist.type("<Esc><Down>[")
    #expect(typist.lines[2].contains("2026年10月"), "\(typist.screen)")
    typist.type("<Enter>")
    #expect(typist.lines[1].contains("案事件 10-01 – 10-31"), "\(typist.screen)")
    typist.type("<Esc>]]")
    #expect(typist.message == "还没到下个月。" && typist.lines[2].contains("2026年11月"))
  }

  @Test("Tab goes round all four, Shift-Tab back, and each is where it was left")
  func round() throws {
    let typist = try Typist(try Self.demo.get(), size: Size(80, 24)).type("6<Down><Down>")
    var screens: [String] = []
    for _ in 0..<4 {
      screens.append(typist.lines[1])
      typist.type("<Tab>")
    }
    for (screen, title) in zip(screens, ["目标案事件", "薄弱时段", "夜间回看", "图表"]) {
      #expect(screen.contains("6 \(title)"), "\(screen)")
    }
    let board = typist.screen
    for title in ["图表", "夜间回看", "薄弱时段", "目标案事件"] {
      typist.type("<S-Tab>")
      #expect(typist.lines[1].contains("6 \(title)"), "\(typist.screen)")
    }
    #expect(typist.screen == board)
  }

  @Test("What another screen kept from being read is asked for again")
  func again() throws {
    let typist = try Typist(try Self.demo.get(), size: Size(80, 24))
    var stops = GoalStops(unit: nil, in: typist.world)
    #expect(stops.press(.tab, in: typist.world)?.count == 1)
    // A tick or two is patience, and what comes in is heard.
    #expect(stops.tick(in: typist.world).isEmpty && stops.tick(in: typist.world).isEmpty)
    _ = stops.receive(.running(done: 1, of: 9), in: typist.world)
    #expect(stops.tick(in: typist.world).isEmpty && stops.tick(in: typist.world).isEmpty)
    let days = Cover.read(for: Cover.days(to: Demo.today, today: Demo.today))
    #expect(stops.tick(in: typist.world) == [.start(.patrolTimes(days))])
    for case .brought(let times as PatrolTimes) in typist.runner.finish(.patrolTimes(days)) {
      _ = stops.receive(.brought(times), in: typist.world)
    }
    // The charts have it as well.
    #expect(stops.press(.tab, in: typist.world)?.isEmpty == true)
    #expect(stops.press(.tab, in: typist.world)?.isEmpty == true)
    #expect((0..<9).allSatisfy { _ in stops.tick(in: typist.world).isEmpty })
  }

  @Test("Nothing was registered, nobody was out: that is said and nothing is made up")
  func empty() throws {
    for (scratch, at) in [
      (try Demo.small(), "2026-07-15T22:00:00+08:00"),
      (try Demo.small(), "2027-01-01T12:00:00+08:00"),
      (try Demo.new(), "2026-11-24T22:30:00+08:00"),
    ] {
      for name in ["incidents", "baselines", "declarations"] {
        try scratch.write("", to: "register/QSP/\(name).rec")
      }
      for size in [Size(120, 40), Size(80, 24), Size(60, 16)] {
        let typist = try Typist(scratch, size: size, at: try #require(Stamp(at)))
        typist.type(Self.charts + "<Down><Down>")
        let row = try #require(
          typist.lines.first { $0.contains("●本期") }, "\(at)\n\(typist.screen)")
        #expect(!row.contains { $0.isNumber }, "\(row)")
        typist.type("<Down>[]<Down><Enter><Esc>")
        #expect(typist.screen.contains("图表"), "\(typist.screen)")
      }
    }
  }
}
