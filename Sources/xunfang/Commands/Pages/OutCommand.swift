import ArgumentParser
import Patrol

/// `xunfang out`: a patrol has gone out; recording its entry brings it back.
///
/// Prints nothing: a mark is no page (B2).
struct OutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "out", abstract: "Mark a patrol as gone out.")

  @Option(help: "The team's code.") var team: String
  @Option(help: "When it is due back: 2330, +180; else after the usual hours.") var due: String?
  @Option(help: "Where it goes.") var route: String?
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try keeper.runner(shared)
      let typing = PatrolTyping(
        snapshot: try runner.snapshot, now: try shared.clock().now, language: shared.spoken)
      let texts = try typing.outTexts(team: team, due: due, route: route)
      return Outcomes.of(runner.perform(.setOut(try Underway.schema.parse(texts))), shared)
    }
  }
}
