import ArgumentParser

/// `xunfang review`: the station looks at a refusal.
///
/// Prints the page of the review.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Review a refusal to sign.")

  @OptionGroup var page: PageArguments
  @Option(help: "uphold or overrule.") var verdict: String
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
