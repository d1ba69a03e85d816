import ArgumentParser
import Patrol
import Records

/// `xunfang roster plan`, `xunfang roster ical`.
struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "Shifts: held against the books, or as a calendar.",
    subcommands: [Plan.self, Ical.self])

  /// The days asked for: this week without any.
  struct Days: ParsableArguments {
    @Option(help: "From this day on; this week's Monday without it.") var from: String?
    @Option(help: "Up to this day; six days later without it.") var to: String?

    func range(_ today: Day) throws -> (Day, Day) {
      let week = RosterSpan.week.days(around: today)
      let first = try from.map(DayArgument.read) ?? week.lowerBound
      let last = try to.map(DayArgument.read) ?? first + 6
      try SpanArgument.check(first, last)
      return (first, last)
    }
  }
}
