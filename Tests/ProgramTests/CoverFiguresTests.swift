import Foundation
import Patrol
import Records
import TestSupport
import Testing

@Suite(
  "Incidents and patrol minutes are those of the files, counted minute by minute by somebody else")
struct CoverFiguresTests {
  private struct Cell: Hashable {
    let unit: String
    let weekday: Int
    let hour: Int
  }

  private static let day = 1440
  private static let rollover = 8 * 60

  /// Minutes since 1970 of a moment as files have it.
  private func minute(_ text: String?) throws -> Int {
    let parts = try #require(text).split { "- :".contains($0) }.compactMap { Int($0) }
    try #require(parts.count == 5)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let date = try #require(
      calendar.date(
        from: DateComponents(
          year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4])))
    return Int(date.timeIntervalSince1970) / 60
  }

  private func cell(_ unit: String, _ minute: Int) -> Cell {
    // 1970-01-01 was a Thursday.
    Cell(
      unit: unit, weekday: ((minute - Self.rollover) / Self.day + 3) % 7 + 1,
      hour: minute % Self.day / 60)
  }

  /// What stands of a book: corrections laid over, void pages left out.
  private func entries(_ path: String) throws -> [[String: String]] {
    var found: [String: [String: String]] = [:]
    for page in try Recsel.records(path, "Page") {
      let number = try #require(page["Number"])
      func target(_ field: String) -> String? {
        page[field]?.firstMatch(of: /No (\d+)/).map { String($0.1) }
      }
      switch page["Kind"] {
      case "patrol": found[number] = page
      case "correction":
        guard let target = target("Corrects") else { continue }
        for field in ["From", "To"] { if let text = page[field] { found[target]?[field] = text } }
      case "void": if let target = target("Corrects") { found[target] = nil }
      default: break
      }
    }
    return Array(found.values)
  }

  @Test("Eight weeks of the demo, cell by cell")
  func cells() throws {
    let scratch = try Demo.directory()
    let runner = try Demo.runner(scratch)
    // One page is struck out, another is put right.
    let pages = try #require(runner.perform(.open(Demo.today - 3)).ledger).patrols
      .filter { !$0.isVoid }
    let struck = try #require(pages.first), mended = try #require(pages.last)
    let before = pages.count
    _ = runner.perform(.void(struck.page.id, reason: "记错了队"))
    let back = try #require(mended[PatrolEntry.to])
    _ = runner.perform(
      .correct(mended.page.id, changes: ["To": (back + -37).text], reason: "笔误"))
    let after = try #require(runner.perform(.open(Demo.today - 3)).ledger).patrols
      .filter { !$0.isVoid }
    #expect(after.count == before - 1)
    #expect(after.contains { $0.page.id == mended.page.id && $0[PatrolEntry.to] == back + -37 })
    let begin = try minute("2026-09-29 08:00")
    let end = try minute("2026-11-24 08:00")
    let units = try Recsel.records("\(scratch.path)/register/QSP/units.rec", "Unit")
    func area(_ code: String) -> String {
      let unit = units.first { $0["Code"] == code }
      let isPart = ["village", "community"].contains(unit?["Kind"] ?? "")
      return isPart ? unit?["Parent"] ?? "" : code
    }
    var (cases, minutes): ([Cell: Int], [Cell: Int]) = ([:], [:])
    for one in try Recsel.records("\(scratch.path)/register/QSP/incidents.rec", "Incident") {
      let from = try minute(one["From"])
      if from >= begin, from < end { cases[cell(area(one["Unit"] ?? ""), from), default: 0] += 1 }
    }
    let teams = try Recsel.records("\(scratch.path)/register/QSP/teams.rec", "Team")
    for file in scratch.files("books/2026") where file.hasSuffix(".patrol.rec") {
      let owner = String(file.prefix { $0 != "." })
      let unit = try #require(teams.first { $0["Code"] == owner }?["Unit"])
      for entry in try entries("\(scratch.path)/books/2026/\(file)") {
        for minute in try minute(entry["From"])..<minute(entry["To"])
        where minute >= begin && minute < end {
          minutes[cell(area(unit), minute), default: 0] += 1
        }
      }
    }
    #expect(cases.values.reduce(0, +) > 100 && minutes.values.reduce(0, +) > 100_000)
    let result = try Program(on: scratch).run(["cover", "--json"])
    #expect(result.status == 0, "\(result.err)")
    var seen: Set<Cell> = []
    for line in result.out.split(separator: "\n") {
      let row = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
      let cell = Cell(
        unit: try #require(row["Unit"]), weekday: Int(row["Weekday"] ?? "") ?? 0,
        hour: Int(row["Hour"] ?? "") ?? -1)
      seen.insert(cell)
      #expect(row["Incidents"] == "\(cases[cell] ?? 0)", "\(cell)")
      #expect(row["Minutes"] == "\(minutes[cell] ?? 0)", "\(cell)")
    }
    #expect(seen == Set(cases.keys).union(minutes.keys))
  }
}
