import ArgumentParser
import Patrol
import Records
import Runner
import Wording

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

  struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Plan against fact: not done, late, short, points left out.")

    @Option(help: "Only of this unit.") var unit: String?
    @Option(help: "Only of this team.") var team: String?
    @OptionGroup var days: Days
    @OptionGroup var format: FormatOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let library = try runner.library
        let (from, to) = try days.range(library.today)
        let scope = try library.scope(unit: unit, team: team)
        let teams = library.teams(in: scope).map(\.code)
        let report = runner.perform(.plan(teams: teams, from: from, to: to))
        guard case .planned(let found) = report.outcome else { return Outcomes.of(report, shared) }
        let names = ["Date", "Team", "From", "To", "Book", "Number", "State"]
        Output.table(
          names.map { (name: $0, label: $0) },
          found.map { item in
            [
              item.duty.day.text, item.duty.team, item.duty.from.text, item.duty.to.text,
              item.page?.book.text ?? "", item.page.map { "\($0.number)" } ?? "",
              item.states.map { $0.word }.joined(separator: ", "),
            ]
          }, format)
        runner.settleNow()
        return Outcomes.read(
          try runner.unread(from: from), shared,
          found.contains { !$0.isFull && !$0.isOpen } ? Outcomes.found : .success)
      }
    }
  }

  struct Ical: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ical", abstract: "A team's or a person's shifts as iCalendar.")

    @Option(help: "The team.") var team: String?
    @Option(help: "The person.") var person: String?
    @OptionGroup var days: Days
    @OptionGroup var shared: SharedOptions

    func validate() throws {
      guard (team == nil) != (person == nil) else {
        throw ValidationError("either --team or --person")
      }
    }

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let (from, to) = try days.range(try runner.library.today)
        let whose: Duties.Whose = team.map { .team($0) } ?? .person(person ?? "")
        Output.text(try runner.calendar(Duties(whose, from: from, to: to)))
        return Outcomes.read(try runner.unread(), shared, .success)
      }
    }
  }
}

extension Performance.State {
  /// As scripts read it.
  fileprivate var word: String {
    switch self {
    case .done: "done"
    case .toCome: "to come"
    case .underway: "out"
    case .notDone: "not done"
    case .notRead: "not read"
    case .late(let minutes): "late \(minutes)"
    case .short(let minutes): "short \(minutes)"
    case .missed(let count, let of): "missed \(count)/\(of)"
    case .pointsUnsaid: "points unsaid"
    }
  }
}
