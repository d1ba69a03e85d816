import ArgumentParser
import Patrol

/// `xunfang key enrol`: a key for somebody, enrolled by an officer.
extension KeyCommand {
  /// Prints the page of the book of keys and posts.
  struct EnrolKey: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "enrol",
      abstract: "Give somebody a key, sealed under a PIN or kept by ssh-agent; an officer signs.",
      aliases: ["new"])

    @Argument(help: "The person's code.") var person: String
    @OptionGroup var key: NewKeyOptions
    @OptionGroup var signer: SignerOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let source = try key.source(person, runner, shared)
        return Outcomes.of(
          .keys(.enrol(person, source), by: try signer.hand(runner, shared)), runner, shared)
      }
    }
  }

  /// The first officer's own key, with which the book of keys and posts begins.
  struct BeginKeys: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "begin",
      abstract: "Begin the book of keys and posts with the first officer's key.")

    @Argument(help: "The officer's code.") var person: String
    @OptionGroup var key: NewKeyOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let source = try key.source(person, runner, shared)
        return Outcomes.of(
          .keys(.begin(source), by: HandAtKeyboard(person, nil)), runner, shared)
      }
    }
  }

  /// A new key in the old one's place: its owner, or a second officer, and an officer sign.
  struct ReplaceKey: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "replace", abstract: "End somebody's key and give them another.")

    @Argument(help: "The person's code.") var person: String
    @Option(help: "Why.") var reason = "换钥"
    @OptionGroup var key: NewKeyOptions
    @OptionGroup var signer: SignerOptions
    @OptionGroup var second: SecondOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let other = try second.hand(runner, shared, usual: person)
        let source = try key.source(person, runner, shared)
        return Outcomes.of(
          .keys(
            .replace(person, source, reason: reason), by: try signer.hand(runner, shared),
            with: other), runner, shared)
      }
    }
  }
}
