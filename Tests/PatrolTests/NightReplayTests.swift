import Patrol
import Records
import TestSupport
import Testing

@Suite("A night has twelve hours, wherever the patrol day begins")
struct NightReplayTests {
  @Test(
    "It lies in its patrol day",
    arguments: [
      ("08:00", 18, 30), ("06:00", 18, 30), ("12:00", 18, 30), ("17:30", 18, 30), ("20:00", 20, 32),
      ("00:00", 12, 24), ("04:00", 16, 28),
    ])
  func span(_ rollover: String, _ from: Int, _ to: Int) throws {
    let scratch = try Demo.small()
    let path = "station.rec"
    let text = try scratch.text(path)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("Rollover:") })
    try scratch.write(text.replacing(line, with: "Rollover: \(rollover)"), to: path)
    let station = try Demo.snapshot(scratch).station
    let minutes = try #require(Moment.minuteOfDay(rollover))
    #expect(station.rollover == minutes)
    let night = NightReplay.span(of: Demo.today, station)
    #expect(night.from == Moment(Demo.today, from * 60) && night.to == Moment(Demo.today, to * 60))
    if minutes % 60 == 0 {
      #expect(station.patrolDay(night.from) == Demo.today)
      #expect(station.patrolDay(night.to + -1) == Demo.today)
    }
  }

  @Test("Ten days after ten days: the campaign's, else the newest nine")
  func course() throws {
    let snapshot = try Demo.snapshot(try Demo.small())
    #expect(snapshot.station.policy.campaignFrom == nil)
    let newYear = try #require(Day("2027-01-01"))
    let stretches = IncidentCourse(snapshot, on: newYear).stretches
    #expect(stretches.count == 9)
    #expect(stretches.last?.days.lowerBound == newYear)
    for (one, next) in zip(stretches, stretches.dropFirst()) {
      #expect(one.days.upperBound + 1 == next.days.lowerBound)
    }
    let demo = try Demo.snapshot(try Demo.directory())
    let begin = try #require(demo.station.policy.campaignFrom)
    let end = try #require(demo.station.policy.campaignTo)
    let all = IncidentCourse(demo, on: begin + 15).stretches
    #expect(all.first?.days.lowerBound == begin && all.last?.days.upperBound == end)
    #expect(all.count { $0.count == .notApplicable } == all.count - 2)
    // Before it began, and after: what stands in the register of those days.
    #expect(IncidentCourse(demo, on: begin - 1).stretches.count == 9)
    #expect(IncidentCourse(demo, on: end + 200).stretches.count == all.count)
  }
}
