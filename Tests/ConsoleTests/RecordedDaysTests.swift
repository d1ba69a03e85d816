import Patrol
import Records
import Terminal
import TestSupport
import Testing
import Wording

@testable import Console

@Suite("The calendar of recorded days shows the holes")
struct RecordedDaysTests {
  private static let demo = Result { try Demo.directory() }

  private func typist(_ keys: String, _ size: Size = Size(120, 40)) throws -> Typist {
    try Typist(try Self.demo.get(), size: size).type(keys)
  }

  @Test("It is the screen written out in Screens/, at three sizes and in two languages")
  func screens() throws {
    for (size, language) in [
      (Size(120, 40), Language.hans), (Size(80, 24), .hans), (Size(60, 16), .hant),
      (Size(80, 24), .en),
    ] {
      let typist = try Typist(try Self.demo.get(), size: size, language: language)
      try Screens.expect(
        typist.type("8<Tab>").screen,
        "recorded-days-\(size.width)x\(size.height)-\(language.rawValue)")
    }
  }

  @Test("Each team's days say what its books say")
  func sameAsBooks() throws {
    let typist = try typist("")
    let snapshot = typist.world.snapshot
    let days = Demo.today.monthDays
    let found = try #require(
      typist.runner.finish(.recordedDays(days)).compactMap { progress -> RecordedDays? in
        if case .brought(let found as RecordedDays) = progress { found } else { nil }
      }.first)
    var (holes, denied, inspected) = (0, 0, 0)
    for day in days where day <= Demo.today {
      let ledger = try #require(typist.runner.perform(.open(day)).ledger)
      let contradictions = ledger.patrols.filter { !$0.isVoid }.flatMap { patrol in
        ledger.contradictions(of: patrol.page.id).filter {
          if case .inspection = $0.denial { $0.claim.page == patrol.page.id } else { false }
        }
      }
      for team in snapshot.teams {
        let marks = found.marks(of: team.code, on: day)
        let own = ledger.patrols.filter { $0.page.id.book.owner == team.code && !$0.isVoid }
        #expect(marks.contains(.recorded) == !own.isEmpty, "\(team.name) \(day.text)")
        #expect(
          marks.contains(.late) == own.contains { !$0.text(PatrolEntry.late).isEmpty })
        let visits = ledger.inspections.filter {
          $0[Inspection.inspected]?.code == team.code && !$0.isVoid
        }
        #expect(marks.contains(.inspected) == !visits.isEmpty, "\(team.name) \(day.text)")
        let isDenied = contradictions.contains { $0.claim.team.code == team.code }
        #expect(marks.contains(.denied) == isDenied, "\(team.name) \(day.text)")
        if found.isMissing(team, on: day, today: Demo.today) { holes += 1 }
        if isDenied { denied += 1 }
        if !visits.isEmpty { inspected += 1 }
      }
    }
    // What never occurs would show nothing.
    #expect(holes > 5 && denied > 0 && inspected > 5)
    let team = try #require(snapshot.teams.first)
    let first = try #require(found.first)
    #expect(!found.isMissing(team, on: first - 1, today: Demo.today))
    #expect(!found.isMissing(team, on: Demo.today + 1, today: Demo.today))
  }

  @Test("Tab goes from hole to hole in the order of days, and back")
  func holes() throws {
    let typist = try typist("8<Tab>")
    // To the month's first day.
    typist.type(String(repeating: "<Left>", count: Demo.today.day - 1) + "<Home><Up><Tab>")
    var seen: [String] = []
    for _ in 0..<200 where !typist.message.contains("没有缺漏") {
      let line = try #require(typist.lines.first { $0.contains("没有巡逻记录，F6") || $0.contains("▲ ") })
      seen.append(line)
      typist.type("<Tab>")
    }
    #expect(typist.message == "本月后面没有缺漏了。")
    #expect(seen.count > 5 && Set(seen).count == seen.count, "\(seen)")
    let numbers = seen.compactMap { line in
      line.firstMatch(of: /11月(\d+)日/).flatMap { Int($0.1) }
    }
    #expect(numbers == numbers.sorted() && numbers.count == seen.count)
    typist.type("<S-Tab>")
    #expect(typist.lines.contains(seen[seen.count - 2]), "\(typist.screen)")
  }

  @Test("Enter opens that day with that team, its own keys turn its day, and nothing else moves")
  func open() throws {
    let typist = try typist("8<Tab><Down><Left><Left><Enter>")
    #expect(typist.screen.contains("2 治安巡逻记录簿 · 高庄村队 · 11月22日 周日"), "\(typist.screen)")
    typist.type("[")
    #expect(typist.screen.contains("2 治安巡逻记录簿 · 高庄村队 · 11月21日 周六"), "\(typist.screen)")
    #expect(typist.world.day == Demo.today)
    // What is begun there is written into it; what is begun by F2 into the working day.
    typist.type("<F6>")
    #expect(typist.screen.contains("2026-11-21"), "\(typist.screen)")
    typist.type("<Esc><F2>")
    #expect(typist.screen.contains("2026-11-24"), "\(typist.screen)")
    typist.type("<Esc><Esc>")
    #expect(typist.lines[1].contains("8 记录日历 · 2026年11月"), "\(typist.screen)")
    typist.type("<Esc>")
    #expect(typist.lines[1].contains("8 勤务路线"), "\(typist.screen)")
  }

  @Test("Only teams with holes, another month, and in terminals without the glyphs letters")
  func others() throws {
    let typist = try typist("<Home>8<Tab>")
    let all = typist.lines.count { $0.contains(/│ \d\d\s/) }
    typist.type("*")
    let some = typist.lines.count { $0.contains(/│ \d\d\s/) }
    #expect(some > 0 && some < all, "\(typist.screen)")
    typist.type("*[")
    #expect(typist.lines[1].contains("2026年10月"), "\(typist.screen)")
    typist.type("=")
    #expect(typist.screen.contains("11月24日"), "\(typist.screen)")
    let english = try Typist(try Self.demo.get(), size: Size(120, 40), language: .en)
    var probe = Probe()
    for _ in Probe.Subject.allCases { probe.answer(column: 3) }
    english.learn(probe)
    english.type("8<Tab>")
    #expect(english.screen.contains("-recorded vinspected *late or out onone !books differ"))
    #expect(english.screen.contains("----v--"), "\(english.screen)")
  }
}
