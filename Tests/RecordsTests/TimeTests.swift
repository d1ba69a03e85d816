import Records
import Testing

@Suite("Days and times are exact, also where calendars are odd")
struct TimeTests {
  @Test(
    "A day is written and read as one text",
    arguments: ["2026-11-24", "2024-02-29", "2000-02-29", "1999-12-31"])
  func days(_ text: String) { #expect(Day(text)?.text == text) }

  @Test(
    "An impossible day is none",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "2026-4-1", "26-04-01", "2026-04-31", "",
      "2026-04-1x", "２０２６-11-24", "+026-11-24", "2026-11-24\n", "2026_11_24", "2026-11-2\u{301}4",
    ])
  func impossible(_ text: String) { #expect(Day(text) == nil) }

  @Test("Every day of four centuries follows the one before")
  func succession() throws {
    var day = try #require(Day("1900-01-01"))
    for _ in 0..<146_097 {
      let next = day + 1
      #expect(Day(next.text) == next)
      day = next
    }
    #expect(day.text == "2300-01-01")
  }

  @Test("2026-11-24 is a Tuesday")
  func weekday() { #expect(Day("2026-11-24")?.weekday == 2) }

  @Test(
    "A time of day has two digits on both sides",
    arguments: [("00:00", 0), ("23:59", 1439), ("08:05", 485)])
  func clock(_ text: String, _ minute: Int) {
    #expect(Moment.minuteOfDay(text) == minute)
    #expect(Moment.clock(minute) == text)
  }

  @Test(
    "An impossible time is none", arguments: ["24:00", "12:60", "1:30", "25:75", "12-30", "１２:30"])
  func noTime(_ text: String) { #expect(Moment.minuteOfDay(text) == nil) }

  @Test("A patrol over midnight has its length")
  func midnight() throws {
    let from = try #require(Moment("2026-11-24 22:30"))
    let to = try #require(Moment("2026-11-25 01:10"))
    #expect(to - from == 160)
    #expect((from + 160).text == "2026-11-25 01:10")
  }

  @Test(
    "A stamp keeps its offset",
    arguments: [
      "2026-11-24T22:30:05+08:00", "2026-11-24T22:30:05-03:30", "2026-11-24T22:30:05+00:00",
    ])
  func stamps(_ text: String) { #expect(Stamp(text)?.text == text) }
}
