import Patrol
import Records
import TestSupport
import Testing

/// It is 22:30 on Tuesday 2026-11-24; the patrol day runs from 08:00 to 08:00.
@Suite("What is typed with an input method on does what was meant")
struct ShorthandTests {
  private func shorthand(from: String? = nil, at now: Moment = Demo.now.moment) throws -> Shorthand
  {
    let scratch = try Demo.small()
    let snapshot = try Demo.snapshot(scratch)
    return Shorthand(
      now: now, station: snapshot.station, codes: snapshot.codes, day: Demo.today,
      from: from.flatMap { Moment($0) })
  }

  @Test(
    "Times out: the patrol day's own clock, small hours belonging to the next morning",
    arguments: [
      ("2030", "11-24 20:30"), ("20:30", "11-24 20:30"), ("20.30", "11-24 20:30"),
      ("２０３０", "11-24 20:30"),
      ("２０：３０", "11-24 20:30"), ("２０。３０", "11-24 20:30"), ("20点30", "11-24 20:30"),
      ("20点30分", "11-24 20:30"),
      ("20點30分", "11-24 20:30"), ("二十点三十分", "11-24 20:30"), ("8点半", "11-24 08:30"),
      ("晚8点半", "11-24 20:30"),
      ("晚上8点", "11-24 20:00"), ("下午3点一刻", "11-24 15:15"), ("20时", "11-24 20:00"),
      ("20点钟", "11-24 20:00"),
      ("十点半", "11-24 10:30"), ("930", "11-24 09:30"), ("9", "11-24 09:00"), ("21", "11-24 21:00"),
      ("0130", "11-25 01:30"), ("凌晨1点半", "11-25 01:30"), ("24:00", "11-25 00:00"),
      (".", "11-24 22:30"),
      ("。", "11-24 22:30"), ("现在", "11-24 22:30"), ("-90", "11-24 21:00"), ("－90", "11-24 21:00"),
      (" 2030 ", "11-24 20:30"),
      // With its day, by the calendar as files have it.
      ("11-20 2130", "11-20 21:30"), ("11-20 0130", "11-20 01:30"), ("昨天 21:30", "11-23 21:30"),
      ("11月20日21时30分", "11-20 21:30"), ("2026-11-20 22:30", "11-20 22:30"),
      ("次日 0110", "11-25 01:10"),
    ])
  func out(_ typed: String, _ meant: String) throws {
    #expect(try shorthand().moment(typed)?.text == "2026-" + meant)
  }

  @Test(
    "Times back: the first such time after the patrol went out",
    arguments: [
      ("2210", "11-24 22:10"), ("0110", "11-25 01:10"), ("１点１０分", "11-25 01:10"),
      ("+90", "11-24 21:00"),
      ("＋９０", "11-24 21:00"), ("1930", "11-25 19:30"),
    ])
  func back(_ typed: String, _ meant: String) throws {
    #expect(try shorthand(from: "2026-11-24 19:30").moment(typed)?.text == "2026-" + meant)
  }

  @Test(
    "What is no time is none",
    arguments: ["2575", "25", "abc", "", "12:60", "点", "1:2:3:4", "99999", "+99999", "٣"])
  func noTime(_ typed: String) throws { #expect(try shorthand().moment(typed) == nil) }

  @Test(
    "Days",
    arguments: [
      ("-1", "2026-11-23"), ("－１", "2026-11-23"), ("昨天", "2026-11-23"), ("前天", "2026-11-22"),
      ("今天", "2026-11-24"),
      ("11-24", "2026-11-24"), ("1120", "2026-11-20"), ("11.20", "2026-11-20"),
      ("11。20", "2026-11-20"),
      ("11月20日", "2026-11-20"), ("十一月二十日", "2026-11-20"), ("2026．11．20", "2026-11-20"),
      ("20261120", "2026-11-20"),
      ("2026年11月20日", "2026-11-20"), ("20", "2026-11-20"), ("30", "2026-10-30"),
      ("3-5", "2026-03-05"), ("２０２６/１１/２０", "2026-11-20"),
    ])
  func days(_ typed: String, _ meant: String) throws {
    #expect(try shorthand().day(typed)?.text == meant)
  }

  @Test(
    "A month and a day may lie up to a month ahead, over the year's end too",
    arguments: [
      ("2026-12-31", "1-3", "2027-01-03"), ("2026-12-31", "131", "2027-01-31"),
      ("2026-12-31", "2-1", "2026-02-01"), ("2027-01-01", "12-31", "2026-12-31"),
      ("2027-01-01", "31", "2026-12-31"), ("2027-01-01", "-1", "2026-12-31"),
      ("2026-12-31", "+3", "2027-01-03"), ("2028-02-28", "+2", "2028-03-01"),
      ("2028-02-10", "2-29", "2028-02-29"), ("2027-03-31", "+1", "2027-04-01"),
    ])
  func yearsEnd(_ today: String, _ typed: String, _ meant: String) throws {
    let now = try #require(Moment("\(today) 12:00"))
    #expect(try shorthand(at: now).day(typed)?.text == meant)
  }

  @Test(
    "An impossible day is none",
    arguments: ["2026-02-30", "13-45", "abc", "", "99999999", "-99999"])
  func noDay(_ typed: String) throws { #expect(try shorthand().day(typed) == nil) }

  @Test("Numbers and phones", arguments: [("１２", "12"), ("十二", "12"), ("12", "12"), ("二十", "20")])
  func numbers(_ typed: String, _ meant: String) { #expect(Shorthand.number(typed) == meant) }

  @Test(
    "A phone number is its digits",
    arguments: [
      ("100 1234 5678", "10012345678"), ("１００-１２３４-５６７８", "10012345678"),
      ("+86 100-1234-5678", "10012345678"), ("0086(100)12345678", "10012345678"),
    ])
  func phones(_ typed: String, _ meant: String) { #expect(Shorthand.phone(typed) == meant) }
}
