import ArgumentParser
import Records

/// `xunfang refuse`: the inspected side does not sign.
///
/// Prints the page of the refusal. It is legitimate (R22): an officer reviews it afterwards.
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
