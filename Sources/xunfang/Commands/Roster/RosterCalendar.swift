import ArgumentParser
import Patrol

/// `xunfang roster ical`: shifts for a calendar.
extension RosterCommand {
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
        let (from, to) = try days.range(try runner.snapshot.today)
        let whose: Duties.Whose = team.map { .team($0) } ?? .person(person ?? "")
        Output.data(try runner.calendar(Duties(whose, from: from, to: to)))
        return Outcomes.read(try runner.unread(), shared, .success)
      }
    }
  }
}
