import ArgumentParser
import Patrol
import Records

/// `xunfang roster plan`, `xunfang roster ical`.
struct RosterCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "roster",
      abstract: .said(
        "班次：与簿册对照，或打成日历。", "班次：與簿冊對照，或製成日曆。", "Shifts: held against the books, or as a calendar."),
      subcommands: [Plan.self, Ical.self])
  }

  /// The days asked for: this week without any.
  struct Days: ParsableArguments {
    @Option(
      parsing: .unconditional,
      help: .said(
        "从这天起；不写则从本周一起。", "從這天起；不寫則從本週一起。", "From this day on; this week's Monday without it."))
    var from: String?
    @Option(
      parsing: .unconditional,
      help: .said("到这天为止；不写则为六天后。", "到這天為止；不寫則為六天後。", "Up to this day; six days later without it."))
    var to: String?

    func range(_ snapshot: Snapshot, _ shared: SharedOptions) throws -> (Day, Day) {
      let week = RosterSpan.week.days(around: snapshot.today)
      let first =
        try from.map { try DayArgument.read($0, snapshot.station, shared) } ?? week.lowerBound
      let last = try to.map { try DayArgument.read($0, snapshot.station, shared) } ?? first + 6
      try SpanArgument.check(first, last)
      return (first, last)
    }
  }
}
