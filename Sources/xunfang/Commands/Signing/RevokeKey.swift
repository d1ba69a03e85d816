import ArgumentParser
import Patrol

/// `xunfang key revoke`: the end of a key.
extension KeyCommand {
  /// Prints the page of the book of keys and posts.
  ///
  /// Its owner alone ends a key, or two officers do.
  struct RevokeKey: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "revoke",
        abstract: .said(
          "立即停用一人的密钥；已签的仍然有效。", "立即停用一人的密鑰；已簽的仍然有效。",
          "End somebody's key now; what it signed stays signed."))
    }

    @Argument(help: .said("人员代号。", "人員代號。", "The person's code.")) var person: String
    @Option(help: .said("原因。", "原因。", "Why.")) var reason: String = .said(
      "停用", "停用", "no longer used")
    @Option(help: .said("此人另有的代号。", "此人另有的代號。", "Another code that was always the same person's."))
    var sameAs: String?
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
