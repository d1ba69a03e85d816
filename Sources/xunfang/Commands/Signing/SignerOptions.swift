import ArgumentParser
import Patrol
import Records
import Runner
import Signing
import Wording

/// Who signs, and with what.
struct SignerOptions: ParsableArguments {
  @Option(name: .customLong("signer"), help: .said("签字人，写代号。", "簽字人，寫代號。", "Who signs, by code."))
  var signer: String
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
    name: .customLong("signer"),
    help: .said(
      "签字人，写代号：页上已有人签字时要写。", "簽字人，寫代號：頁上已有人簽字時要寫。",
      "Who signs, by code: for a page that somebody has signed."))
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

/// Under whose name something is written that nobody signs: an officer, who opens the shift for it.
///
/// In a made-up directory it may be left out, and is that of who is on duty.
struct KeeperOptions: ParsableArguments {
  @Option(
    name: .customLong("signer"),
    help: .said(
      "记在哪位民警名下，写代号。", "記在哪位民警名下，寫代號。", "The officer under whose name it is written, by code."))
  var signer: String?
  @OptionGroup var secret: SecretOptions

  /// A runner with the shift open, where an officer is named.
  ///
  /// - Parameter isNeeded: whether something will be written that says by whom.
  func runner(_ shared: SharedOptions, isNeeded: Bool = true) throws -> CommandRunner {
    let runner = try shared.runner()
    guard let signer else {
      // Said before anything else is looked at.
      if isNeeded, try !runner.snapshot.station.isDemo { throw ShiftRefusal.closed }
      return runner
    }
    // Nobody types a PIN for nothing.
    try MaySign(try People.named(signer, runner), in: try runner.snapshot).checkShift()
    let hand: HandAtKeyboard
    do { hand = try .read(signer, secret, runner, shared) } catch let error as SigningError {
      // Whoever only signs has something that is saved already.
      Outcomes.complain(error.notice.saying(safe: Phrase.nothingWritten), shared.spoken)
      throw Outcomes.failed
    }
    let reply = runner.perform(.openShift(by: hand.code, hand.secret))
    guard case .failed(let notice, let field) = reply.outcome else { return runner }
    Outcomes.complain(notice, shared.spoken)
    throw field == nil ? Outcomes.failed : Outcomes.found
  }
}

extension Phrase {
  fileprivate static let nothingWritten = Phrase(
    "什么都没有写入。", "什麼都沒有寫入。", "Nothing was written.")

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
