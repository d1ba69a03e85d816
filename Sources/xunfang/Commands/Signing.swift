import ArgumentParser
import Console
import Patrol
import Records
import Runner
import Wording

/// Who signs, and with what.
struct SignerOptions: ParsableArguments {
  @Option(name: .customLong("signer"), help: "Who signs, by code.") var signer: String
  @OptionGroup var secret: SecretOptions

  /// Signs and prints the pages that were written.
  func carryOut(_ act: Attesting, _ runner: CommandRunner, _ shared: SharedOptions) throws
    -> ExitCode
  {
    let isAgent = try runner.library.key(of: signer)?.isAgent == true
    let name = try runner.library.person(signer)?.name ?? signer
    let typed = isAgent ? nil : try secret.read(.pinOf(name), shared.spoken)
    return Outcomes.of(.attest(act, by: signer, typed), runner, shared)
  }
}

extension Phrase {
  static func pinOf(_ name: String) -> Phrase {
    Phrase("\(name) 的口令", "\(name) 的口令", "PIN of \(name)")
  }
}

/// `xunfang sign`: a signature page.
struct SignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign a page as inspector, inspected side or recorder.")

  @OptionGroup var page: PageArguments
  @Option(name: .customLong("as"), help: "inspector, inspected or recorder.") var role: String
  @OptionGroup var signer: SignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      guard let role = SignatureRole(rawValue: role) else {
        throw ValidationError("--as is inspector, inspected or recorder")
      }
      return try signer.carryOut(.sign([.init(try page.id(), role)]), try shared.runner(), shared)
    }
  }
}

/// `xunfang refuse`: the inspected side does not sign.
struct RefuseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse",
    abstract: "Note that the inspected side does not sign, why, and who saw it.")

  @OptionGroup var page: PageArguments
  @Option(help: "Who does not sign, by code; else who answers for the team.") var refused: String?
  @Option(help: "Why.") var reason: String
  @Option(help: "Their own words.") var statement = ""
  @Option(help: "Who saw it, by code.") var witness: String
  @OptionGroup var signer: SignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let id = try page.id()
      let answering = try Named(runner.page(id).text("Answering"))
      let refused = try refused.map { try People.named($0, runner) } ?? answering
      guard let refused else { throw ValidationError("--refused says who does not sign") }
      return try signer.carryOut(
        .refuse(
          id, refused: refused, reason: reason, statement: statement,
          witness: try People.named(witness, runner)), runner, shared)
    }
  }
}

/// `xunfang review`: the station looks at a refusal.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Review a refusal to sign.")

  @OptionGroup var page: PageArguments
  @Option(help: "uphold or amend.") var verdict: String
  @Option(help: "What was found.") var reason: String
  @OptionGroup var signer: SignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      try signer.carryOut(
        .review(try page.id(), verdict: verdict, reason: reason), try shared.runner(), shared)
    }
  }
}

/// `xunfang close`: the day's pages are complete.
struct CloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close the books of a day: later pages for it are late ones.")

  @Option(help: "The patrol day; today without it.") var date: String?
  @OptionGroup var signer: SignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let day = try date.map(DayArgument.read) ?? runner.library.today
      return try signer.carryOut(.close(day), runner, shared)
    }
  }
}

enum People {
  static func named(_ code: String, _ runner: CommandRunner) throws -> Named {
    guard let person = try runner.library.person(code) else {
      throw ValidationError("there is nobody with the code “\(code)”")
    }
    return person
  }
}
