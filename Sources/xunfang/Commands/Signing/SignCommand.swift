import ArgumentParser
import Patrol

/// `xunfang sign`: a signature page.
///
/// Prints the page that holds the signature: pages are never written to, only written about.
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
