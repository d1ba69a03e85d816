import ArgumentParser
import Patrol
import Records
import Runner

/// `xunfang appoint`: who may sign as what.
///
/// Prints the page of the book of keys and posts. For officers two sign as soon as there are two.
struct AppointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appoint", abstract: "Appoint somebody, or every leader of the registers.")

  @Argument(help: "The person's code.") var person: String?
  @Option(
    name: .customLong("as"), help: "leader, deputy, inspector, officer, office or supervision.")
  var post: String?
  @Option(help: "The team or unit; the person's own without it.") var unit: String?
  @Flag(help: "Every leader of the registers who has a key and no post yet.") var fromRegister =
    false
  @OptionGroup var signer: SignerOptions
  @OptionGroup var second: SecondOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let posts = fromRegister ? try runner.snapshot.unappointed : [try named(runner)]
      return Outcomes.of(
        .keys(
          .appoint(posts), by: try signer.hand(runner, shared),
          with: try second.hand(runner, shared)), runner, shared)
    }
  }

  private func named(_ runner: CommandRunner) throws -> Posting {
    guard let person else { throw ValidationError("say whom, or --from-register") }
    return try PostOptions.posting(person, post, unit, runner)
  }
}

/// `xunfang dismiss`: the end of a post.
struct DismissCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dismiss", abstract: "End somebody's post.")

  @Argument(help: "The person's code.") var person: String
  @Option(
    name: .customLong("as"), help: "leader, deputy, inspector, officer, office or supervision.")
  var post: String
  @Option(help: "The team or unit; the person's own without it.") var unit: String?
  @Option(help: "Why.") var reason: String
  @OptionGroup var signer: SignerOptions
  @OptionGroup var second: SecondOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let post = try PostOptions.posting(person, post, unit, runner)
      return Outcomes.of(
        .keys(
          .dismiss([post], reason: reason), by: try signer.hand(runner, shared),
          with: try second.hand(runner, shared)), runner, shared)
    }
  }
}

/// `xunfang deputy`: who signs in a leader's place on a day.
struct DeputyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deputy", abstract: "Name who signs for a team in its leader's place on a day.")

  @Argument(help: "The person's code.") var person: String
  @Option(help: "The team; the person's own without it.") var team: String?
  @Option(help: "The patrol day; today without it.") var date: String?
  @OptionGroup var signer: SignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let snapshot = try runner.snapshot
      let day = try date.map(DayArgument.read) ?? snapshot.today
      let team = try team ?? PostOptions.unit(person, runner)
      return Outcomes.of(
        .keys(.deputy(team: team, person: person, day), by: try signer.hand(runner, shared)),
        runner, shared)
    }
  }
}

enum PostOptions {
  static func posting(
    _ person: String, _ post: String?, _ unit: String?, _ runner: CommandRunner
  ) throws -> Posting {
    guard let post = post.flatMap(SigningPost.init) else {
      throw ValidationError("--as is leader, deputy, inspector, officer, office or supervision")
    }
    return Posting(
      post, at: try unit ?? self.unit(person, runner), try People.named(person, runner))
  }

  /// The unit whose person somebody is.
  static func unit(_ person: String, _ runner: CommandRunner) throws -> String {
    try runner.snapshot.unitToSign(for: person)
  }
}
