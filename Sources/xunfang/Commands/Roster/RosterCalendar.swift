import ArgumentParser
import Patrol

/// `xunfang roster ical`: shifts for a calendar.
extension RosterCommand {
  struct Ical: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "ical",
        abstract: .said(
          "把一支队或一个人的班次打成 iCalendar。", "把一支隊或一個人的班次製成 iCalendar。",
          "A team's or a person's shifts as iCalendar."))
    }

    @Option(help: .said("队。", "隊。", "The team.")) var team: String?
    @Option(help: .said("人员。", "人員。", "The person.")) var person: String?
    @OptionGroup var days: Days
    @OptionGroup var shared: SharedOptions

    func validate() throws {
      guard (team == nil) != (person == nil) else {
        throw ValidationError(
          .said("--team 和 --person 写其中一个", "--team 和 --person 寫其中一個", "either --team or --person"))
      }
    }

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let (from, to) = try days.range(try runner.snapshot, shared)
        let whose: Duties.Whose = team.map { .team($0) } ?? .person(person ?? "")
        Output.data(try runner.calendar(Duties(whose, from: from, to: to)))
        return Outcomes.read(try runner.unread(), shared, .success)
      }
    }
  }
}
