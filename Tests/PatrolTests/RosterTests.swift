import Patrol
import Records
import TestSupport
import Testing

@Suite("The roster: a week's pattern, what is otherwise on a day, and what became of it")
struct RosterTests {
  private func duties(_ team: String, _ day: String, _ snapshot: Snapshot) throws -> [String] {
    snapshot.duties(of: team, on: try #require(Day(day))).map {
      "\($0.from.text)-\($0.to.clock)"
    }
  }

  @Test("A shift is planned on its weekdays; one past midnight ends the next morning")
  func pattern() throws {
    let snapshot = try Demo.snapshot(try Demo.stocked())
    #expect(try duties("QS", "2026-11-24", snapshot) == ["2026-11-24 20:00-22:00"])
    #expect(try duties("QS-01", "2026-11-24", snapshot) == ["2026-11-24 23:00-01:00"])
    #expect(try duties("QS-01", "2026-11-25", snapshot) == [])
    let late = try #require(snapshot.duties(of: "QS-01", on: Demo.today).first)
    #expect(late.minutes == 120)
  }

  @Test("An extra shift, a day without duty, somebody in another's place")
  func exceptions() throws {
    let snapshot = try Demo.snapshot(try Demo.stocked())
    #expect(
      try duties("QS", "2026-11-25", snapshot)
        == ["2026-11-25 09:00-11:00", "2026-11-25 20:00-22:00"])
    #expect(try duties("QS-01", "2026-11-26", snapshot) == [])
    let swapped = try #require(snapshot.duties(of: "QS", on: Demo.today + 2).first)
    #expect(swapped.people.map(\.code) == ["QS-001", "QS-01-001", "QS-003", "QS-004"])
  }

  @Test("Last week's changes are copied once, a week on")
  func copyWeek() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    let next = Demo.today + 7
    let step = RegisterStep(copyingWeekBefore: next, of: ["QS", "QS-01"], in: try runner.snapshot)
    #expect(
      step.records.map { "\($0.texts["Code"] ?? "") \($0.texts["Date"] ?? "")" } == [
        "QSP-X-0004 2026-12-02", "QSP-X-0005 2026-12-03", "QSP-X-0006 2026-12-03",
      ])
    _ = runner.perform(.change(step))
    let again = RegisterStep(copyingWeekBefore: next, of: ["QS", "QS-01"], in: try runner.snapshot)
    #expect(again.records.isEmpty)
  }

  private func states(
    _ changes: [String: String], at clock: String = "2026-11-24T23:30:00+08:00"
  ) throws -> [Performance.State] {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch, at: try #require(Stamp(clock)))
    if !changes.isEmpty { _ = runner.perform(.record(try Sample.quiet(changes))) }
    guard
      let found = runner.perform(
        .plan(teams: ["QS"], from: Demo.today, to: Demo.today)
      ).outcome.answer(Performances.self)?.list
    else { return [] }
    return found.first?.states ?? []
  }

  @Test("Plan against fact: done, late, short, points left out or not stated, not done, to come")
  func planAgainstFact() throws {
    let all = "QSP-R-0001 柳庄夜巡线 (3/3)"
    let full = ["From": "2026-11-24 20:10", "To": "2026-11-24 22:05", "Points": all]
    #expect(try states(full) == [.done])
    #expect(try states(full.merging(["From": "2026-11-24 20:16"]) { $1 }) == [.late(16)])
    #expect(
      try states(full.merging(["From": "2026-11-24 20:00", "To": "2026-11-24 21:40"]) { $1 })
        == [.short(20)])
    #expect(
      try states(full.merging(["Points": "QSP-R-0001 柳庄夜巡线 (1/3) 农机站; 柳庄桥头"]) { $1 })
        == [.missed(2, of: 3)])
    #expect(try states(full.merging(["Points": ""]) { $1 }) == [.pointsUnsaid])
    #expect(try states([:]) == [.notDone])
    #expect(try states([:], at: "2026-11-24T21:00:00+08:00") == [.toCome])
    // A patrol that was over before the shift began is another patrol.
    #expect(
      try states(["From": "2026-11-24 17:00", "To": "2026-11-24 19:30", "Points": all])
        == [.notDone])
  }

  @Test("Ten days are 1–10, 11–20, 21 to the month's end; a week begins on Monday")
  func spans() throws {
    func span(_ span: RosterSpan, _ day: String) throws -> String {
      let days = span.days(around: try #require(Day(day)))
      return "\(days.lowerBound.text) \(days.upperBound.text)"
    }
    #expect(try span(.tenDays, "2026-11-10") == "2026-11-01 2026-11-10")
    #expect(try span(.tenDays, "2026-11-20") == "2026-11-11 2026-11-20")
    #expect(try span(.tenDays, "2026-02-28") == "2026-02-21 2026-02-28")
    #expect(try span(.tenDays, "2026-12-31") == "2026-12-21 2026-12-31")
    #expect(try span(.week, "2026-11-29") == "2026-11-23 2026-11-29")
  }

  @Test("A calendar is RFC 5545: UTC, lines of at most 75 octets, marks written out")
  func calendar() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    let text = try runner.calendar(Duties(.team("QS"), from: Demo.today, to: Demo.today + 1))
    #expect(
      text.hasPrefix(
        """
        BEGIN:VCALENDAR\r
        VERSION:2.0\r
        PRODID:-//Xunfang//Duty roster//ZH\r
        CALSCALE:GREGORIAN\r
        METHOD:PUBLISH\r
        X-WR-CALNAME:青石镇专职队\r
        BEGIN:VEVENT\r
        UID:QS-20261124T200000-QSP-D-0001@xunfang\r
        DTSTAMP:20261124T143000Z\r
        DTSTART:20261124T120000Z\r
        DTEND:20261124T140000Z\r
        SUMMARY:青石镇专职队 巡逻\r
        LOCATION:柳庄夜巡线\r
        DESCRIPTION:镇政府门前、农机站、柳庄桥头\r
        END:VEVENT\r
        BEGIN:VEVENT\r

        """))
    for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
    // Somebody who stands in has the shift; who steps out has not.
    func shifts(_ person: String) throws -> Int {
      try runner.calendar(Duties(.person(person), from: Demo.today + 2, to: Demo.today + 2))
        .split(separator: "BEGIN:VEVENT").count - 1
    }
    #expect(try shifts("QS-01-001") == 1)
    #expect(try shifts("QS-002") == 0)
    #expect(try shifts("QS-001") == 1)
  }
}
