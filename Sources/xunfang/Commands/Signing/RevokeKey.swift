import ArgumentParser

/// `xunfang key revoke`: the end of a key.
extension KeyCommand {
  struct RevokeKey: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "revoke", abstract: "End somebody's key now; what it signed stays signed.")

    @Argument(help: "The person's code.") var person: String
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        Outcomes.of(try shared.runner().perform(.revokeKey(of: person)), shared)
      }
    }
  }
}
