import ArgumentParser
import Records

/// `xunfang refuse`: the inspected side does not sign.
///
/// Prints the page of the refusal. It is legitimate (R22): an officer reviews it afterwards.
struct RefuseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "refuse",
      abstract: .said(
        "记下被检方拒签、原因和见证人。", "記下被檢方拒簽、原因和見證人。",
        "Note that the inspected side does not sign, why, and who saw it."))
  }

  @OptionGroup var page: PageArguments
  @Option(
    help: .said(
      "谁不签，写代号；不写则为该队负责人。", "誰不簽，寫代號；不寫則為該隊負責人。",
      "Who does not sign, by code; else who answers for the team.")) var refused: String?
  @Option(help: .said("原因。", "原因。", "Why.")) var reason: String
  @Option(help: .said("本人原话。", "本人原話。", "Their own words.")) var statement = ""
  @Option(help: .said("见证人，写代号。", "見證人，寫代號。", "Who saw it, by code.")) var witness: String
  @OptionGroup var signer: SignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let id = try page.id()
      let answering = try Named(runner.page(id).text("Answering"))
      let refused = try refused.map { try People.named($0, runner) } ?? answering
      guard let refused else {
        throw ValidationError(
          .said("请用 --refused 写明谁不签", "請用 --refused 寫明誰不簽", "--refused says who does not sign"))
      }
      return try signer.carryOut(
        .refuse(
          id, refused: refused, reason: reason, statement: statement,
          witness: try People.named(witness, runner)), runner, shared)
    }
  }
}
