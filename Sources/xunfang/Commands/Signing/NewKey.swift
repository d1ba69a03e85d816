import ArgumentParser
import Patrol

/// `xunfang key new`: a key for somebody.
extension KeyCommand {
  /// Prints nothing; who has a key gets another only with `--replace`.
  struct NewKey: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "Give somebody a key, sealed under a PIN or kept by ssh-agent.")

    @Argument(help: "The person's code.") var person: String
    @Flag(help: "End the key there was; what it signed stays signed.") var replace = false
    @Flag(help: "Take a key that ssh-agent keeps: the one that is nobody's yet.") var agent = false
    @Option(help: "Which of ssh-agent's keys, as ssh-add -l names it.")
    var fingerprint: String?
    @OptionGroup var secret: SecretOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let source: KeySource =
          agent || fingerprint != nil
          ? .agent(fingerprint: fingerprint)
          : .sealed(try PINs.new(secret, try PINs.name(person, runner), shared.spoken))
        return Outcomes.of(
          runner.perform(.newKey(of: person, source, replaces: replace)), shared)
      }
    }
  }
}
