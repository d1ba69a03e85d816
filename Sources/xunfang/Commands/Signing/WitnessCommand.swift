import ArgumentParser

/// `xunfang witness`: who saw a refusal confirms it.
///
/// Prints the page of the confirmation.
struct WitnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "witness", abstract: "Confirm a refusal to sign that one has seen.")

  @OptionGroup var page: PageArguments
  @OptionGroup var signer: SignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      try signer.carryOut(.witness(try page.id()), try shared.runner(), shared)
    }
  }
}
