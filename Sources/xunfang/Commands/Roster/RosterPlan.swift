import ArgumentParser
import Patrol

/// `xunfang roster plan`: what became of the shifts.
extension RosterCommand {
  /// Prints a row for each shift; exit code 1 if one that is over was not done in full.
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
        let snapshot = try runner.snapshot
        let (from, to) = try days.range(snapshot.today)
        let scope = try snapshot.scope(unit: unit, team: team)
        let teams = snapshot.teams(in: scope).map(\.code)
        let reply = runner.perform(.plan(teams: teams, from: from, to: to))
        guard let found = reply.outcome.answer(Performances.self)?.list else {
          return Outcomes.of(reply, shared)
        }
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
}

extension Performance.State {
  /// As scripts read it, in every language.
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
