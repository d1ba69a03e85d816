import ArgumentParser
import Patrol

/// `xunfang key revoke`: the end of a key.
extension KeyCommand {
  /// Prints the page of the book of keys and posts.
  ///
  /// Its owner alone ends a key, or two officers do.
  struct RevokeKey: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "revoke", abstract: "End somebody's key now; what it signed stays signed.")

    @Argument(help: "The person's code.") var person: String
    @Option(help: "Why.") var reason = "停用"
    @Option(help: "Another code that was always the same person's.") var sameAs: String?
    @OptionGroup var signer: SignerOptions
    @OptionGroup var second: SecondOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        return Outcomes.of(
          .keys(
            .revoke(person, reason: reason, sameAs: sameAs), by: try signer.hand(runner, shared),
            with: try second.hand(runner, shared)), runner, shared)
      }
    }
  }
}
