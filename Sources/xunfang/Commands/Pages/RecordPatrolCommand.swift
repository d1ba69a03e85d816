import ArgumentParser
import Patrol

/// `xunfang record patrol`: prints `BOOK YEAR NUMBER DIGEST`.
///
/// Options take what the form takes, shorthand included; what is left out is as the form would have
/// it (crew, leader, turnout, route of the team).
struct RecordPatrolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patrol", abstract: "Append a patrol entry; prints BOOK YEAR NUMBER DIGEST.")

  @Option(help: "The team's code.") var team: String
  @Option(help: "The patrol day: 2026-11-24, 11-24, -1.") var date: String?
  @Option(help: "When it went out: 2030.") var from: String
  @Option(help: "When it came back: 2330, +90.") var to: String
  @Option(help: "The leader's code.") var leader: String?
  @Option(help: "Codes of those present, between commas; else the whole team.") var members: String?
  @Option(help: "Where it went.") var route: String?
  @Option(help: "What they wore and carried: codes between blanks.") var turnout: String?
  @Option(help: "Kinds of findings: codes between blanks.") var found: String?
  @Option(help: "What was seen, when and where.") var observed: String?
  @Option(help: "What was done about it.") var handled: String?
  @Option(name: .customLong("set"), parsing: .singleValue, help: "Any other field: Field=value.")
  var fields: [String] = []
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try keeper.runner(shared)
      let now = try shared.clock().now
      let texts = try PatrolTyping(snapshot: try runner.snapshot, now: now, language: shared.spoken)
        .texts(
          team: team, date: date, from: from, to: to, leader: leader, members: members,
          other: given.merging(try Assignments.read(fields)) { $1 })
      return Outcomes.of(.record(try PatrolEntry.schema.parse(texts)), runner, shared)
    }
  }

  private var given: [String: String] {
    ["Route": route, "Turnout": turnout, "Found": found, "Observed": observed, "Handled": handled]
      .compactMapValues { $0 }
  }
}
