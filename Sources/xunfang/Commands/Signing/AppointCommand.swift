import ArgumentParser
import Patrol
import Records
import Runner

/// `xunfang appoint`: who may sign as what.
///
/// Prints the page of the book of keys and posts. For officers two sign as soon as there are two.
struct AppointCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "appoint",
      abstract: .said(
        "任命一人，或任命台账里的全部队长。", "任命一人，或任命臺賬裡的全部隊長。",
        "Appoint somebody, or every leader of the registers."))
  }

  @Argument(help: .said("人员代号。", "人員代號。", "The person's code.")) var person: String?
  @Option(
    name: .customLong("as"),
    help: .said(
      "leader（队长）、deputy（代签）、inspector（检查）、officer（民警）、office（巡防办）或 supervision（督察）。",
      "leader（隊長）、deputy（代簽）、inspector（檢查）、officer（民警）、office（巡防辦）或 supervision（督察）。",
      "leader, deputy, inspector, officer, office or supervision."))
  var post: String?
  @Option(
    help: .said(
      "队或单位；不写则为本人所在的。", "隊或單位；不寫則為本人所在的。", "The team or unit; the person's own without it."))
  var unit: String?
  @Flag(
    help: .said(
      "台账里有密钥而尚无职务的全部队长。", "臺賬裡有密鑰而尚無職務的全部隊長。",
      "Every leader of the registers who has a key and no post yet.")) var fromRegister =
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
    guard let person else {
      throw ValidationError(
        .said(
          "请写明任命谁，或写 --from-register", "請寫明任命誰，或寫 --from-register", "say whom, or --from-register"))
    }
    return try PostOptions.posting(person, post, unit, runner)
  }
}

/// `xunfang dismiss`: the end of a post.
struct DismissCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "dismiss", abstract: .said("免去一人的职务。", "免去一人的職務。", "End somebody's post."))
  }

  @Argument(help: .said("人员代号。", "人員代號。", "The person's code.")) var person: String
  @Option(
    name: .customLong("as"),
    help: .said(
      "leader（队长）、deputy（代签）、inspector（检查）、officer（民警）、office（巡防办）或 supervision（督察）。",
      "leader（隊長）、deputy（代簽）、inspector（檢查）、officer（民警）、office（巡防辦）或 supervision（督察）。",
      "leader, deputy, inspector, officer, office or supervision."))
  var post: String
  @Option(
    help: .said(
      "队或单位；不写则为本人所在的。", "隊或單位；不寫則為本人所在的。", "The team or unit; the person's own without it."))
  var unit: String?
  @Option(help: .said("原因。", "原因。", "Why.")) var reason: String
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
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "deputy",
      abstract: .said(
        "指定某日代队长签字的人。", "指定某日代隊長簽字的人。", "Name who signs for a team in its leader's place on a day.")
    )
  }

  @Argument(help: .said("人员代号。", "人員代號。", "The person's code.")) var person: String
  @Option(help: .said("队；不写则为本人所在的。", "隊；不寫則為本人所在的。", "The team; the person's own without it."))
  var team: String?
  @Option(
    parsing: .unconditional,
    help: .said(
      "巡防日，如 2026-11-24、-1；不写则为今日。", "巡防日，如 2026-11-24、-1；不寫則為今日。",
      "The patrol day; today without it.")) var date: String?
  @OptionGroup var signer: SignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let snapshot = try runner.snapshot
      let day =
        try date.map { try DayArgument.read($0, snapshot.station, shared) } ?? snapshot.today
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
      throw ValidationError(
        .said(
          "--as 只能是 leader（队长）、deputy（代签）、inspector（检查）、officer（民警）、office（巡防办）或 supervision（督察）",
          "--as 只能是 leader（隊長）、deputy（代簽）、inspector（檢查）、officer（民警）、office（巡防辦）或 supervision（督察）",
          "--as is leader, deputy, inspector, officer, office or supervision"))
    }
    return Posting(
      post, at: try unit ?? self.unit(person, runner), try People.named(person, runner))
  }

  /// The unit whose person somebody is.
  static func unit(_ person: String, _ runner: CommandRunner) throws -> String {
    try runner.snapshot.unitToSign(for: person)
  }
}
