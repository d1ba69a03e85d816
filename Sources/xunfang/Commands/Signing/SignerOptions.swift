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
    // Nobody types a PIN that would not be used.
    let isAgent = try runner.snapshot.key(of: signer)?.isAgent == true
    let name = try runner.snapshot.person(signer)?.name ?? signer
    let typed = isAgent ? nil : try secret.read(.pinOf(name), shared.spoken)
    return Outcomes.of(.attest(act, by: signer, typed), runner, shared)
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
