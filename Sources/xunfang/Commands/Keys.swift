import ArgumentParser
import Patrol
import Records
import Runner
import Signing
import Wording

/// `xunfang key`: keys to sign with.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Issue, change, revoke and list keys to sign with.",
    subcommands: [NewKey.self, ChangePIN.self, RevokeKey.self, ListKeys.self])

  struct NewKey: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new", abstract: "Give somebody a key, sealed under a PIN or kept by ssh-agent.")

    @Argument(help: "The person's code.") var person: String
    @Flag(help: "End the key there was; what it signed stays signed.") var replace = false
    @Flag(help: "Take a key that ssh-agent keeps: the one that is nobody's yet.") var agent = false
    @Option(help: "Which of ssh-agent's keys, as ssh-add -l names it, without SHA256:.")
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

  struct ChangePIN: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change-pin", abstract: "Seal somebody's key under another PIN.")

    @Argument(help: "The person's code.") var person: String
    @OptionGroup var secret: SecretOptions
    @Option(help: "A file of mode 0600 with the new PIN; else it is asked for twice.")
    var newPinFile: String?
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let name = try PINs.name(person, runner)
        let old = try secret.read(.pinOf(name), shared.spoken)
        var options = SecretOptions()
        options.pinFile = newPinFile
        let new = try PINs.new(options, name, shared.spoken)
        return Outcomes.of(
          runner.perform(.changeSecret(of: person, from: old, to: new)), shared)
      }
    }
  }

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

  struct ListKeys: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Everybody's keys, the ended ones too.")

    @OptionGroup var format: FormatOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let library = try runner.library
        let rows = library.keys.map { key in
          [
            key.person, library.person(key.person)?.name ?? "", key.since?.text ?? "",
            key.until?.text ?? "", key.isAgent ? "ssh-agent" : "PIN", "SHA256:" + key.fingerprint,
          ]
        }
        Output.table(
          [
            ("Person", "Person"), ("Name", "Name"), ("From", "From"), ("Until", "Until"),
            ("Kept", "Kept"), ("Fingerprint", "Fingerprint"),
          ], rows, format)
        return Outcomes.read(try runner.unread(), shared, .success)
      }
    }
  }
}

/// New PINs, asked for twice at a terminal.
enum PINs {
  static func name(_ code: String, _ runner: CommandRunner) throws -> String {
    guard let person = try runner.library.person(code) else {
      throw RegisterRefusal.notThere(code: code)
    }
    return person.name
  }

  static func new(_ options: SecretOptions, _ name: String, _ language: Language) throws -> Secret {
    let prompt = Phrase("\(name) 的新口令", "\(name) 的新口令", "New PIN of \(name)")
    let first = try options.read(prompt, language)
    guard options.pinFile == nil else { return first }
    let again = Phrase("再输一次", "再輸一次", "Once more")
    guard try options.read(again, language).matches(first) else {
      throw SigningError.secretsDiffer
    }
    return first
  }
}
