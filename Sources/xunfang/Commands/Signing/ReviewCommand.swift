import ArgumentParser

/// `xunfang review`: the station looks at a refusal.
///
/// Prints the page of the review.
struct ReviewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "review", abstract: .said("复核一次拒签。", "複核一次拒簽。", "Review a refusal to sign."))
  }

  @OptionGroup var page: PageArguments
  @Option(
    help: .said("uphold（维持）或 overrule（推翻）。", "uphold（維持）或 overrule（推翻）。", "uphold or overrule."))
  var verdict: String
  @Option(help: .said("查明的情况。", "查明的情況。", "What was found.")) var reason: String
  @OptionGroup var signer: SignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      try signer.carryOut(
        .review(try page.id(), verdict: verdict, reason: reason), try shared.runner(), shared)
    }
  }
}
