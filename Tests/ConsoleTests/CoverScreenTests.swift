import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console

@Suite("Where cover is thin shows at a glance, and a proposal leads to the roster")
struct CoverScreenTests {
  private static let demo = Result { try Demo.directory() }

  private func typist(
    _ keys: String, _ size: Size = Size(120, 40), _ language: Language = .hans
  ) throws -> Typist {
    try Typist(try Self.demo.get(), size: size, language: language).type(keys)
  }

  @Test("It is the screen written out in Screens/, at three sizes and in three languages")
  func screens() throws {
    for (size, language) in [
      (Size(120, 40), Language.hans), (Size(80, 24), .hans), (Size(60, 16), .hant),
      (Size(80, 24), .en), (Size(120, 40), .en),
    ] {
      try Screens.expect(
        try typist("6<Tab>", size, language).screen,
        "cover-\(size.width)x\(size.height)-\(language.rawValue)")
    }
  }

  @Test("Every number is in its cell, and the higher it is the stronger its colour")
  func cells() throws {
    let typist = try typist("6<Tab>")
    let counted = try #require(CountedCover.read(typist))
    let scale = HeatScale(.incidents, highest: counted.incidents.highest)
    var seen: Set<Role> = []
    for place in WeekHours.places {
      // Below the goals.
      let (x, y) = (3 + HourWeekMap.label + place.column * 3, 18 + place.weekday)
      let number = counted.incidents[place]
      let text = (x...x + 1).map { String(typist.surface[$0, y].character) }.joined()
      #expect(text.filter { $0 != " " } == (number == 0 ? "" : "\(number)"), "\(place)")
      guard number > 0 else { continue }
      let role = typist.surface[x + 1, y].role
      #expect(role == scale.role(number))
      seen.insert(role)
      let under = typist.surface[x + 1, y + 9].role
      #expect((under == .warning) == counted.cover.spots.contains { $0.place == place })
    }
    #expect(seen == [.dim, .heat2, .heat3, .heat4])
  }

  @Test("Levels part a range in four, and each is told below the maps")
  func levels() {
    let few = HeatScale(.incidents, highest: 3)
    #expect((0...5).map(few.level) == [0, 1, 2, 3, 4, 4])
    let many = HeatScale(.incidents, highest: 12)
    #expect((1...13).map(many.level) == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4])
    let cover = HeatScale(.cover, highest: 21)
    #expect([0, 5, 6, 11, 12, 17, 18, 40].map(cover.level) == [1, 1, 2, 2, 3, 3, 4, 4])
    #expect(cover.legend.spans.map(\.text).joined() == "  0-5   6-11   12-17   18+ ")
  }

  @Test("F5 fills the roster's form, and nothing is written before somebody saves it")
  func take() throws {
    let scratch = try Demo.directory()
    let typist = try Typist(scratch, size: Size(120, 40)).type("6<Tab><Down>")
    let cover = try #require(CountedCover.read(typist)?.cover)
    let shift = try #require(cover.shift(for: cover.spots[1], typist.world.snapshot))
    let before = typist.world.snapshot.roster.count
    typist.type("<F5>")
    for said in [
      "新增勤务安排", shift.team.name, Moment.clock(shift.from), Moment.clock(shift.to), shift.route,
    ] {
      #expect(typist.screen.contains(said), "\(said)\n\(typist.screen)")
    }
    #expect(try Demo.snapshot(scratch).roster.count == before)
    typist.type("<F10>")
    let line = try #require(try Demo.snapshot(scratch).roster.last { $0.team == shift.team.code })
    #expect(line.weekdays == ["\(shift.weekday)"] && line.from == shift.from && line.to == shift.to)
    #expect(typist.lines[16].contains("薄弱时段"), "\(typist.screen)")
    // Taken a second time it would send the same team out twice.
    let count = try Demo.snapshot(scratch).roster.count
    typist.type("<F5>")
    #expect(typist.message.contains("勤务里已有这一班：\(line.code)"), "\(typist.screen)")
    typist.type("<F10>")
    #expect(try Demo.snapshot(scratch).roster.count == count)
  }

  @Test("What is asked for before it was counted is done as soon as it can be")
  func early() throws {
    var screen = CoverScreen(unit: nil, day: Demo.today)
    let typist = try Typist(try Demo.directory(), size: Size(120, 40)).type("6<Tab>")
    let times = try #require(CountedCover.times(typist))
    #expect(screen.update(.action(.take), in: typist.world) == [.say(.reading)])
    let effects = screen.update(.progress(.brought(times)), in: typist.world)
    let cover = try #require(CountedCover.read(typist)?.cover)
    let shift = try #require(cover.shift(for: cover.spots[0], typist.world.snapshot))
    let form = Place.recordForm(
      .roster, code: nil, scope: .team(shift.team.code), given: shift.given(since: Demo.today))
    #expect(effects == [.open(form)])
    #expect(screen.update(.progress(.brought(times)), in: typist.world).isEmpty, "It is done once.")
  }

  @Test("Where the books began amid the weeks it says so, and counts the nights since")
  func begun() throws {
    let scratch = try Demo.stocked()
    let typist = try Typist(scratch, size: Size(120, 40)).type("6<Tab>")
    let begun = try #require(CountedCover.read(typist)?.cover)
    #expect(begun.begun == nil, "Nobody has been out yet.")
    let runner = try Demo.runner(scratch)
    let entry = try Sample.quiet([
      "Date": "2026-11-20", "From": "2026-11-20 20:00", "To": "2026-11-20 22:00", "Late": "停电",
    ])
    #expect(runner.perform(.record(entry)).outcome.pages.count == 1)
    let later = try Typist(scratch, size: Size(120, 40)).type("6<Tab>")
    #expect(later.screen.contains("簿册 11-20 起，只计 4 夜"), "\(later.screen)")
    later.type("<Tab><Tab>")
    #expect(later.screen.contains("11-20 – 11-23，簿册由此起"), "\(later.screen)")
  }

  @Test(
    "A spot leads to its incidents, Shift-Tab back to the goals, F4 to hours that were called frequent"
  )
  func down() throws {
    let typist = try typist("6<Tab>", Size(80, 24))
    let spot = try #require(CountedCover.read(typist)?.cover.spots.first)
    typist.type("<Enter>")
    #expect(typist.lines[1].contains(spot.when(typist.world.snapshot.station)[.hans]))
    #expect(typist.lines[1].contains(" \(spot.cases)条 "), "\(typist.screen)")
    typist.type("<Esc><S-Tab>")
    #expect(typist.lines[1].contains("6 目标案事件"), "\(typist.screen)")
    typist.type("<Tab><F4>")
    #expect(typist.lines[1].contains("多发区域时段"), "\(typist.screen)")
  }

  @Test("* tells the same in figures, unit by unit, and back")
  func figures() throws {
    let typist = try typist("6<Tab>*")
    let cover = try #require(CountedCover.read(typist)?.cover)
    for area in cover.areas {
      let name = typist.world.snapshot.unitName(area)
      let line = try #require(typist.lines.lastIndex { $0.contains(name) }, "\(typist.screen)")
      let cases = typist.lines[line].split(separator: " ").dropFirst(3)
      #expect(
        cases.prefix(24).map(String.init)
          == (cover.incidents[area] ?? WeekHours()).byHour.map { "\($0)" }, "\(name)")
      let hours = typist.lines[line + 1].split(separator: " ").dropFirst(2)
      #expect(
        hours.prefix(24).map(String.init)
          == (cover.minutes[area] ?? WeekHours()).byHour.map { CoverScreen.perNight($0, 56) },
        "\(name)")
    }
    #expect(
      [0, 100, 400, 3360, 6600, 56 * 720].map { CoverScreen.perNight($0, 56) } == [
        "0", "<.1", ".1", "1.0", "2.0", "12",
      ])
    // A line leads to its unit's incidents, and F5 to no spot that does not show.
    let table = typist.screen
    typist.type("<F5>")
    #expect(typist.message.contains("按 * 回到图上"))
    typist.type("<Enter>")
    let first = try #require(cover.areas.first)
    #expect(
      typist.lines[1].contains(" \((cover.incidents[first] ?? WeekHours()).sum)条 "),
      "\(typist.screen)")
    #expect(try self.typist("6<Tab>").type("**").screen != table)
  }

  @Test("[ and ] go by four weeks, and not beyond the last day that is over")
  func weeks() throws {
    let typist = try typist("6<Tab>[", Size(80, 24))
    #expect(typist.lines[1].contains("09-16 – 10-26 "), "\(typist.screen)")
    typist.type("]]]")
    #expect(typist.lines[1].contains("09-29 – 11-23"), "\(typist.screen)")
  }

  @Test("Where nothing comes again it says so, and where a book was not read as well")
  func empty() throws {
    let scratch = try Demo.small()
    let typist = try Typist(scratch).type("6<Tab>")
    #expect(typist.screen.contains("没有可列的薄弱处"), "\(typist.screen)")
    typist.type("<F5>")
    #expect(typist.message.contains("没有可列的薄弱处"))
    let damaged = try Demo.directory()
    try damaged.write("garbage\n", to: "books/2026/DG.patrol.rec")
    let other = try Typist(damaged).type("6<Tab>")
    #expect(other.lines[1].contains("有簿册没有读全"), "\(other.screen)")
  }
}

extension CountedCover {
  /// The same as the screen has it.
  fileprivate static func read(_ typist: Typist) -> CountedCover? {
    times(typist).map { CountedCover($0, days(typist), nil, in: typist.world) }
  }

  private static func days(_ typist: Typist) -> ClosedRange<Day> {
    Cover.days(to: typist.world.day, today: typist.world.today)
  }

  fileprivate static func times(_ typist: Typist) -> PatrolTimes? {
    for case .brought(let times as PatrolTimes) in typist.runner.finish(
      .patrolTimes(Cover.read(for: days(typist))))
    {
      return times
    }
    return nil
  }
}
