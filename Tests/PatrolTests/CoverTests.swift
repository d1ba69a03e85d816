import Patrol
import Records
import TestSupport
import Testing

@Suite("Cover is thin where incidents come again and nobody is out")
struct CoverTests {
  private static let days = Cover.days(to: Demo.today, today: Demo.today)

  private func moment(_ text: String) throws -> Moment { try #require(Moment(text)) }

  @Test(
    "Nights before the books began are no nights without a patrol",
    arguments: [
      ("2026-09-29", 56, 8, 1), ("2026-11-10", 14, 2, 3), ("2026-11-17", 7, 1, 6),
      ("2026-11-24", 0, 0, 0),
    ])
  func begun(_ begun: String, _ nights: Int, _ mondays: Int, _ teams: Int) throws {
    // Six team hours on one Monday evening.
    let patrols = (0..<6).map { _ in ("QS", "2026-11-23 20:00", "2026-11-23 21:00") }
    let begun = try #require(Day(begun))
    let (cover, _) = try cover([("2026-11-20 22:00", "QS-01")], patrols, begun: begun)
    #expect(cover.nights == nights && cover.nights(of: 1) == mondays)
    #expect(cover.teams[place(1, 20)] == teams)
    #expect(cover.begun == (nights == 56 ? nil : begun))
    #expect(cover.days.upperBound == Self.days.upperBound)
    #expect(cover.days.count == (nights == 0 ? 56 : nights))
  }

  @Test("Each weekday has its own number of nights")
  func weekdays() throws {
    let (cover, _) = try cover([], begun: Day("2026-11-13"))
    #expect((1...7).map(cover.nights(of:)) == [2, 1, 1, 1, 2, 2, 2])
  }

  /// - Parameters:
  ///   - cases: when, and in which unit.
  ///   - patrols: team, from, to.
  private func cover(
    _ cases: [(String, String)], _ patrols: [(String, String, String)] = [],
    rollover: String = "08:00", begun: Day? = nil
  ) throws -> (cover: Cover, snapshot: Snapshot) {
    let scratch = try Demo.small()
    let settings = try scratch.text("station.rec")
    try scratch.write(
      settings.replacing("Rollover: 08:00", with: "Rollover: \(rollover)"), to: "station.rec")
    let records = cases.enumerated().map { index, one in
      """
      Code: QSP-C-\(digits(index + 1, 4))
      Category: shop
      Preventable: yes
      Unit: \(one.1)
      Section: \(index == 0 ? "桥头" : "北街")
      From: \(one.0)
      What: 事一件
      """
    }
    try scratch.write(
      "%rec: Incident\n\n" + records.joined(separator: "\n\n") + "\n",
      to: "register/QSP/incidents.rec")
    try scratch.write(
      """
      %rec: HotHours

      Code: QSP-H-0001
      Unit: QS-01
      Weekdays: 5 6
      From: 22:00
      To: 03:00
      Since: 2026-11-10
      Until: 2026-12-10
      Basis: 警情通报

      """, to: "register/QSP/hothours.rec")
    let snapshot = try Demo.snapshot(scratch)
    let times = try patrols.map { team, from, to in
      PatrolTimes.Time(team: team, from: try moment(from), to: try moment(to))
    }
    let read = PatrolTimes(Cover.read(for: Self.days), times, begun: begun, isWhole: true)
    return (Cover(snapshot, Self.days, read), snapshot)
  }

  private func place(_ weekday: Int, _ hour: Int) -> WeekHours.Place {
    WeekHours.Place(weekday: weekday, column: (hour + 24 - 8) % 24)
  }

  @Test("Eight weeks of days that are over, each weekday eight times")
  func weeks() {
    #expect(Self.days.upperBound.text == "2026-11-23" && Self.days.count == 56)
    #expect(Cover.days(to: Demo.today - 9, today: Demo.today).upperBound == Demo.today - 9)
  }

  @Test("A night belongs to the weekday on which it began, and minutes to the hours they lie in")
  func hours() throws {
    let (cover, _) = try cover(
      // Saturday by the calendar, Friday's patrol day.
      [("2026-11-21 02:30", "QS-01"), ("2026-11-21 08:00", "QS")],
      [
        ("QS", "2026-11-20 23:50", "2026-11-21 01:20"),
        ("QS-01", "2026-11-21 00:30", "2026-11-21 00:45"),
        // Into the next patrol day.
        ("QS", "2026-11-21 07:30", "2026-11-21 08:10"),
      ])
    let cases = try #require(cover.incidents["QS"])
    #expect(cases[place(5, 2)] == 1 && cases[place(6, 8)] == 1 && cases.sum == 2)
    let minutes = try #require(cover.minutes["QS"])
    #expect(minutes[place(5, 23)] == 10 && minutes[place(5, 0)] == 75)
    #expect(minutes[place(5, 1)] == 20 && minutes[place(5, 7)] == 30)
    #expect(minutes[place(6, 8)] == 10 && minutes.sum == 145)
  }

  @Test("What lies before and after the eight weeks is not counted, to the minute")
  func edges() throws {
    let (cover, _) = try cover(
      [
        ("2026-09-29 07:59", "QS"), ("2026-09-29 08:00", "QS"), ("2026-11-24 07:59", "QS"),
        ("2026-11-24 08:00", "QS"),
      ],
      [
        ("QS", "2026-09-29 07:00", "2026-09-29 08:20"),
        ("QS", "2026-11-24 07:50", "2026-11-24 09:00"),
      ])
    #expect(cover.allIncidents.sum == 2)
    #expect(cover.allMinutes.sum == 30)
  }

  @Test("Where the patrol day begins within an hour, that hour belongs to two days")
  func halfPast() throws {
    let (cover, _) = try cover(
      [], [("QS", "2026-11-21 08:10", "2026-11-21 09:00")], rollover: "08:30")
    let minutes = try #require(cover.minutes["QS"])
    #expect(minutes[place(5, 8)] == 20 && minutes[place(6, 8)] == 30)
  }

  @Test(
    "Fewer than three incidents are chance; hours beside count half; the worst of hours side by side stands"
  )
  func spots() throws {
    let friday = ["2026-11-21", "2026-11-14", "2026-11-07"]
    let two = try cover(friday.prefix(2).map { ("\($0) 02:30", "QS") })
    #expect(two.cover.spots.isEmpty && two.cover.score("QS", at: place(5, 2)) == nil)
    let three = try cover(
      [("\(friday[0]) 01:50", "QS"), ("\(friday[1]) 02:30", "QS"), ("\(friday[2]) 02:10", "QS-01")])
    #expect(three.cover.score("QS", at: place(5, 2)) == 25)
    #expect(three.cover.score("QS", at: place(5, 1)) == 20)
    #expect(three.cover.score("QS", at: place(5, 3)) == nil, "Nothing happened in that hour.")
    let spot = try #require(three.cover.spots.first)
    #expect(three.cover.spots.count == 1 && spot.place == place(5, 2) && spot.cases == 3)
    let patrolled = try cover(
      [
        ("\(friday[0]) 01:50", "QS"), ("\(friday[1]) 02:30", "QS"), ("\(friday[2]) 02:10", "QS-01"),
      ],
      [("QS", "2026-11-21 02:00", "2026-11-21 04:00")])
    // 2 1/2 incidents, 1 1/2 hours of patrol.
    #expect(patrolled.cover.score("QS", at: place(5, 2)) == 10)
    // So the hour before it is the thinner one now.
    #expect(patrolled.cover.score("QS", at: place(5, 1)) == 13)
    #expect(patrolled.cover.spots.map(\.place) == [place(5, 1)])
    #expect(patrolled.cover.spots.first?.minutes == 60)
    // Elsewhere, or on another weekday, it is not the same.
    let apart = try cover(
      [("\(friday[0]) 02:30", "QS"), ("\(friday[1]) 02:30", "JC"), ("2026-11-20 02:30", "QS")])
    #expect(apart.cover.spots.isEmpty)
  }

  @Test(
    "The shift goes to the township's own team, an hour before to two hours after, where most of it was"
  )
  func shift() throws {
    let (cover, snapshot) = try cover(
      [
        ("2026-11-21 02:50", "QS"), ("2026-11-14 02:30", "QS-01"), ("2026-11-07 02:10", "QS-01"),
        ("2026-10-31 02:10", "QS-01"),
      ])
    let spot = try #require(cover.spots.first)
    let shift = try #require(cover.shift(for: spot, snapshot))
    #expect(
      shift.given(since: Demo.today) == [
        "Team": "QS", "Weekdays": "5", "From": "01:00", "To": "04:00", "Route": "北街、桥头",
        "Since": "2026-11-24",
      ])
    #expect(spot.when(snapshot.station)[.hans] == "周五夜1-4时")
    #expect(spot.isHot(on: Demo.today, snapshot), "The register calls Friday night frequent.")
    #expect(!spot.isHot(on: Demo.today + 30, snapshot))
  }
}
