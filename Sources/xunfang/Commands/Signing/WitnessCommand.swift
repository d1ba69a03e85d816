import ArgumentParser

/// `xunfang witness`: who saw a refusal confirms it.
///
/// Prints the page of the confirmation.
struct WitnessCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "witness",
      abstract: .said("见证人确认一次拒签。", "見證人確認一次拒簽。", "Confirm a refusal to sign that one has seen."))
  }

  @OptionGroup var page: PageArguments
  @OptionGroup var signer: SignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      try signer.carryOut(.witness(try page.id()), try shared.runner(), shared)
    }
  }
}
