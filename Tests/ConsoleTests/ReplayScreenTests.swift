import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console

@Suite("A night can be looked at again, minute by minute")
struct ReplayScreenTests {
  private static let demo = Result { try Demo.directory() }
  private static let replay = "6<Tab><Tab>"

  private func typist(
    _ keys: String, _ size: Size = Size(120, 40), _ language: Language = .hans
  ) throws -> Typist {
    let typist = try Typist(try Self.demo.get(), size: size, language: language)
    // What pages tell as intelligence is looked for behind the first frame.
    typist.tick()
    return typist.type(Self.replay + keys)
  }

  @Test("It is the screen written out in Screens/, at three sizes and in three languages")
  func screens() throws {
    for (size, language) in [
      (Size(120, 40), Language.hans), (Size(80, 24), .hans), (Size(60, 16), .hant),
      (Size(80, 24), .en), (Size(120, 40), .en),
    ] {
      try Screens.expect(
        try typist("[<Down><Down>", size, language).screen,
        "replay-\(size.width)x\(size.height)-\(language.rawValue)")
    }
  }

  /// What the files say of the night that began on 23 November, read by somebody else.
  private struct Plain {
    var outings: [String: [(from: Int, to: Int, present: Int, due: Int)]] = [:]
    /// When something was inspected, happened or was reported.
    var events: [Int] = []
    /// Until when it may have happened, where nobody saw when.
    var until: [Int: Int] = [:]

    init(_ scratch: Scratch) throws {
      func minute(_ text: String?) -> Int? {
        guard let text, text.count >= 16 else { return nil }
        let day = text.hasPrefix("2026-11-23 ") ? 0 : text.hasPrefix("2026-11-24 ") ? 1440 : nil
        let clock = text.dropFirst(11).prefix(5).split(separator: ":").compactMap { Int($0) }
        return day.map { $0 + clock[0] * 60 + clock[1] }
      }
      let night = 18 * 60..<30 * 60
      let books = try PlainPages(scratch, year: 2026)
      func struck(_ book: String) -> Set<String> {
        Set(
          (books.books[book] ?? []).filter { $0["Kind"] == "void" }.compactMap {
            $0["Corrects"]?.split(separator: " ").dropFirst(3).first.map(String.init)
          })
      }
      for book in books.books.keys where book.hasSuffix(".patrol") {
        let void = struck(book)
        for entry in books.standing(book, "patrol") where !void.contains(entry["Number"] ?? "") {
          guard entry["Date"] == "2026-11-23", let from = minute(entry["From"]),
            let to = minute(entry["To"]), from < night.upperBound, to > night.lowerBound
          else { continue }
          let present = entry["Present"]?.split(separator: ",").count ?? 0
          let absent = entry["Absent"]?.split(separator: ",").count ?? 0
          outings[String(book.prefix { $0 != "." }), default: []].append(
            (from, to, present, present + absent))
        }
      }
      for book in books.books.keys where book.hasSuffix(".inspection") {
        let void = struck(book)
        for page in books.standing(book, "inspection") where !void.contains(page["Number"] ?? "") {
          if page["Date"] == "2026-11-23", let at = minute(page["From"]) { events.append(at) }
        }
      }
      for incident in PlainPages.records(try scratch.text("register/QSP/incidents.rec")) {
        guard let at = minute(incident["From"]), night.contains(at) else { continue }
        events.append(at)
        if let end = minute(incident["To"]) { until[at] = end }
      }
      let leads = PlainPages.records(try scratch.text("register/QSP/intelligence.rec"))
      let named = Set(leads.compactMap { $0["Page"] })
      for lead in leads {
        if let at = minute(lead["Reported"]), night.contains(at) { events.append(at) }
      }
      for book in books.books.keys where book.hasSuffix(".patrol") {
        let void = struck(book)
        for entry in books.standing(book, "patrol")
        where entry["Intelligence"] != nil && !void.contains(entry["Number"] ?? "") {
          let name = "\(book) 2026 No \(entry["Number"] ?? "")"
          guard !named.contains(name), let to = minute(entry["To"]) else { continue }
          let recorded = minute(entry["Recorded"]?.replacing("T", with: " ")) ?? to
          if night.contains(min(to, recorded)) { events.append(min(to, recorded)) }
        }
      }
      events = events.filter(night.contains).sorted()
    }

    func teams(at minute: Int) -> Int {
      outings.values.count { $0.contains { $0.from <= minute && minute < $0.to } }
    }

    func teams(during event: Int) -> Int {
      guard let until = until[event] else { return teams(at: event) }
      return outings.values.count { $0.contains { $0.from < until && event < $0.to } }
    }
  }

  @Test("Bars, figures and counts are those of the files, read by somebody else")
  func figures() throws {
    let typist = try typist("[")
    let plain = try Plain(typist.scratch)
    #expect(plain.outings.count > 10 && plain.events.count > 5)
    // Twelve hours of eight cells behind twenty of the name.
    let start = 2 + 20
    for team in typist.world.snapshot.teams {
      let own = plain.outings[team.code] ?? []
      let name = " \(team.name) "
      guard let y = typist.lines.dropLast(7).firstIndex(where: { $0.contains(name) }) else {
        #expect(own.isEmpty, "\(team.name)")
        continue
      }
      for (column, x) in (start..<start + 96).enumerated() {
        // In half minutes.
        let (begin, end) = (18 * 120 + column * 15, 18 * 120 + column * 15 + 15)
        let isOut = own.contains { $0.from * 2 < end && $0.to * 2 > begin }
        let isWhole = own.contains { $0.from * 2 <= begin && $0.to * 2 >= end }
        let role = typist.surface[x, y].role
        let isMark = ["✓", "✗", "▲", "│"].contains(String(typist.surface[x, y].character))
        if isWhole, !isMark { #expect(role == .span, "\(team.name) \(column)") }
        if !isOut { #expect(role != .span, "\(team.name) \(column)") }
      }
      for outing in own where outing.present < outing.due {
        #expect(typist.lines[y].contains("\(outing.present)/\(outing.due)"), "\(team.name)")
      }
    }
    let counts = try #require(typist.lines.first { $0.contains("整点在巡队数") })
    let numbers = counts.split(separator: " ").compactMap { Int($0) }
    #expect(numbers == (18..<30).map { plain.teams(at: $0 * 60) })
    let screen = NightReplayReading(typist)
    #expect(screen.events == plain.events)
    #expect(screen.out == plain.events.map { plain.teams(during: $0) })
  }

  /// The night's events and how many were out, as the sentence says it for one after another.
  private struct NightReplayReading {
    private(set) var events: [Int] = []
    private(set) var out: [Int] = []

    init(_ typist: Typist) {
      typist.type("<Home>")
      var last = ""
      while let line = typist.lines.first(where: {
        $0.contains("/") && $0.contains("   ") && $0.hasPrefix("│ ")
          && $0.dropFirst(2).prefix { $0 != "/" }.allSatisfy(\.isNumber)
      }),
        line.dropFirst(2).prefix(while: { $0 != " " }) != last
      {
        last = String(line.dropFirst(2).prefix { $0 != " " })
        let sentence =
          typist.lines.dropFirst(30).first { $0.contains("当时") || $0.contains("其间") } ?? ""
        let clock = sentence.dropFirst(2).prefix(5).split(separator: ":").compactMap { Int($0) }
        guard clock.count == 2 else { return }
        events.append((clock[0] < 12 ? 24 + clock[0] : clock[0]) * 60 + clock[1])
        let number = sentence.firstMatch(of: /[时间]在巡 (\d+) 队/).flatMap { Int($0.1) }
        out.append(number ?? 0)
        typist.type("<Down>")
      }
    }
  }

  @Test("Down goes from event to event, Left and Right by a quarter, Enter to what is told of it")
  func keys() throws {
    let typist = try typist("[")
    let first = typist.screen
    typist.type("<Down>")
    #expect(typist.screen != first)
    typist.type("<Up>")
    #expect(typist.screen == first)
    // Off the event there is nothing to open, and Down finds the next one.
    let night = try lastNight(typist)
    let at = night.events[0].at
    typist.type("<Right>")
    let next = at + (15 - at.minutes % 15)
    #expect(typist.screen.contains(" \(next.clock)"), "\(typist.screen)")
    if !night.events.contains(where: { $0.at == next }) {
      typist.type("<Enter>")
      #expect(typist.message.contains("↓"), "\(typist.screen)")
    }
    typist.type("<Left><Left>")
    #expect(typist.screen.contains(" \((next + -30).clock)"), "\(typist.screen)")
    var seen: Set<String> = []
    typist.type("<Home>")
    for event in night.events {
      typist.type("<Enter>")
      let title = typist.lines[1]
      switch event.kind {
      case .inspection(let page, _, _):
        seen.insert("inspection")
        #expect(title.contains("№\(page.number)"), "\(title)")
      case .incident(let code):
        seen.insert("incident")
        #expect(title.contains(code), "\(title)")
      case .lead(.record(let code)): #expect(title.contains(code), "\(title)")
      case .lead(.page(let page)): #expect(title.contains("№\(page.number)"), "\(title)")
      }
      typist.type("<Esc><Down>")
    }
    #expect(seen.count == 2)
  }

  private func lastNight(_ typist: Typist) throws -> NightReplay {
    let ledger = try #require(typist.runner.perform(.open(Demo.today - 1)).ledger)
    return NightReplay(
      typist.world.snapshot, ledger, typist.world.told, now: Demo.now.moment)
  }

  @Test("The chosen event stands in the line of events, however long the one before it is")
  func course() throws {
    for language in Language.allCases {
      let typist = try typist("[<Home>", Size(80, 24), language)
      let night = try lastNight(typist)
      for (index, event) in night.events.enumerated() {
        let line = try #require(
          typist.lines.last { $0.hasPrefix("│ \(index + 1)/\(night.events.count) ") },
          "\(typist.screen)")
        #expect(line.contains("   \(event.at.clock) "), "\(line)")
        typist.type("<Down>")
      }
    }
  }

  @Test("[ and ] go from night to night and leave the day that is worked on as it is")
  func nights() throws {
    let typist = try typist("[[")
    #expect(typist.lines[1].contains("11月22日"), "\(typist.screen)")
    #expect(typist.world.working.day == Demo.today)
    typist.type("]]")
    #expect(typist.lines[1].contains("11月24日"), "\(typist.screen)")
    typist.type("]")
    #expect(typist.message == "还没到下一夜。")
    typist.type("[[[=")
    #expect(typist.lines[1].contains("11月24日"), "\(typist.screen)")
  }

  @Test("Of what happened where nobody was the sentence says so, and who was there before")
  func absent() throws {
    var isTold = false
    for back in ["[", "[[", "[[[", "[[[[", "[[[[["] {
      let typist = try typist(back)
      let ledger = try #require(
        typist.runner.perform(.open(Demo.today - back.count)).ledger)
      let night = NightReplay(
        typist.world.snapshot, ledger, typist.world.told, now: Demo.now.moment)
      for event in night.events {
        let sentence = typist.lines.dropFirst(30).joined()
        let out = night.teams(during: event)
        let there = out.filter { typist.world.snapshot.patrols($0, in: event.unit) }
        if event.isInspection {
          #expect(!sentence.contains("都不在") && !sentence.contains("其中在"))
        } else if there.isEmpty {
          isTold = true
          #expect(sentence.contains("已归") || sentence.contains("才出") || sentence.contains("无队出巡"))
          #expect(sentence.contains("都不在") == !out.isEmpty)
        } else {
          #expect(sentence.contains("其中在") && sentence.contains(there[0].name), "\(sentence)")
        }
        typist.type("<Down>")
      }
    }
    #expect(isTold)
  }

  @Test("More teams than lines are paged through, and the event's team is brought back")
  func paging() throws {
    let typist = try typist("[", Size(80, 24))
    func teams() -> [String] {
      typist.lines.dropFirst(3).compactMap {
        $0.firstMatch(of: #/^│ (\d\d) /#).map { String($0.1) }
      }
    }
    let beginning = teams()
    typist.type("<PageUp><PageUp>")
    let first = teams()
    #expect(first.first == "01")
    typist.type("<PageDown>")
    let second = teams()
    // The last that showed still shows, and so does the last of all.
    #expect(first.last.map(second.contains) == true && second.last == "26")
    typist.type("<PageUp>")
    #expect(teams() == first)
    typist.type("<Home>")
    #expect(teams() == beginning)
  }

  @Test("A night without anything says so, in summer, on New Year's Day and in a new station")
  func empty() throws {
    for (scratch, at) in [
      (try Demo.small(), "2026-07-15T22:00:00+08:00"),
      (try Demo.small(), "2027-01-01T12:00:00+08:00"),
      (try Demo.new(), "2026-11-24T22:30:00+08:00"),
    ] {
      for size in [Size(120, 40), Size(80, 24), Size(60, 16)] {
        let typist = try Typist(scratch, size: size, at: try #require(Stamp(at)))
        typist.type(Self.replay)
        #expect(typist.screen.contains("没有出巡记录"), "\(at) \(size)\n\(typist.screen)")
        typist.type("<Down><Up><Left><Right><PageDown><Home><End><Enter>")
        #expect(typist.screen.contains("没有出巡记录"), "\(at) \(size)\n\(typist.screen)")
      }
    }
  }

  @Test("Who has set out and is not back has a bar that goes on to now")
  func underway() throws {
    let scratch = try Demo.small()
    try Typist(scratch).type("<F5><F10>")
    let later = try Typist(
      scratch, size: Size(120, 40), at: try #require(Stamp("2026-11-24T23:30:00+08:00")))
    later.type(Self.replay)
    let row = try #require(later.lines.firstIndex { $0.contains("→") }, "\(later.screen)")
    // From half past ten, eight cells of an hour.
    #expect(
      (22 + 36..<22 + 44).allSatisfy { [.span, .underway].contains(later.surface[$0, row].role) })
    #expect(later.surface[22 + 44, row].role != .span)
  }
}
