import ArgumentParser
import Patrol
import Records
import Runner
import Wording

/// Who signs, and with what.
struct SignerOptions: ParsableArguments {
  @Option(name: .customLong("signer"), help: "Who signs, by code.") var signer: String
  @OptionGroup var secret: SecretOptions

  /// Signs and prints the pages that were written.
  func carryOut(_ act: Attesting, _ runner: CommandRunner, _ shared: SharedOptions) throws
    -> ExitCode
  {
    let hand = try hand(runner, shared)
    return Outcomes.of(.attest(act, by: hand.code, hand.secret), runner, shared)
  }

  func hand(_ runner: CommandRunner, _ shared: SharedOptions) throws -> HandAtKeyboard {
    try .read(signer, secret, runner, shared)
  }
}

/// The same where a signature is asked for only sometimes.
struct OptionalSignerOptions: ParsableArguments {
  @Option(
    name: .customLong("signer"), help: "Who signs, by code: for a page that somebody has signed.")
  var signer: String?
  @OptionGroup var secret: SecretOptions

  func carryOut(
    _ command: Command, signed act: Attesting, _ runner: CommandRunner, _ shared: SharedOptions
  ) throws -> ExitCode {
    guard let signer else { return Outcomes.of(command, runner, shared) }
    let hand = try HandAtKeyboard.read(signer, secret, runner, shared)
    return Outcomes.of(.attest(act, by: hand.code, hand.secret), runner, shared)
  }
}

extension Phrase {
  static func pinOf(_ name: String) -> Phrase {
    Phrase("\(name) 的口令", "\(name) 的口令", "PIN of \(name)")
  }
}

/// People as options name them.
enum People {
  static func named(_ code: String, _ runner: CommandRunner) throws -> Named {
    guard let person = try runner.snapshot.person(code) else {
      throw EntryRefusal.unknownPerson(code)
    }
    return person
  }
}
