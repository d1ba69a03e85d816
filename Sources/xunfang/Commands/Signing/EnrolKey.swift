import ArgumentParser
import Patrol

/// `xunfang key enrol`: a key for somebody, enrolled by an officer.
extension KeyCommand {
  /// Prints the page of the book of keys and posts.
  struct EnrolKey: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "enrol",
        abstract: .said(
          "给一人登记密钥，用口令密封或由 ssh-agent 保管；由民警签字。", "給一人登記密鑰，用口令密封或由 ssh-agent 保管；由民警簽字。",
          "Give somebody a key, sealed under a PIN or kept by ssh-agent; an officer signs."),
        aliases: ["new"])
    }

    @Argument(help: .said("人员代号。", "人員代號。", "The person's code.")) var person: String
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
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "begin",
        abstract: .said(
          "用第一位民警的密钥开立人员密钥簿。", "用第一位民警的密鑰開立人員密鑰簿。",
          "Begin the book of keys and posts with the first officer's key."))
    }

    @Argument(help: .said("民警的代号。", "民警的代號。", "The officer's code.")) var person: String
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
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "replace",
        abstract: .said(
          "停用一人的密钥，换发新的。", "停用一人的密鑰，換發新的。", "End somebody's key and give them another."))
    }

    @Argument(help: .said("人员代号。", "人員代號。", "The person's code.")) var person: String
    @Option(help: .said("原因。", "原因。", "Why.")) var reason: String = .said("换钥", "換鑰", "another key")
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
