import ArgumentParser
import Books
import Patrol
import Runner

/// `xunfang heads`: the last page of every volume, and the keys there are.
///
/// Prints what `verify --heads` reads: a line for each volume, one for each key, and the
/// fingerprint of the volumes' lines as a comment.
struct HeadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heads",
    abstract: "BOOK YEAR NUMBER DIGEST of every volume's last page, and one fingerprint.")

  @Option(
    name: .customLong("signer"),
    help: "The officer who signs it: prints a note that verify --heads and check.sh take.")
  var signer: String?
  @OptionGroup var secret: SecretOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      try shared.directory.check()
      if let signer {
        let runner = try shared.runner()
        let hand = try HandAtKeyboard.read(signer, secret, runner, shared)
        Output.data(try runner.headsNote(by: hand).text)
        return .success
      }
      let heads = try Heads(on: shared.directory.disk, of: Program.kinds.books)
      Output.data(heads.text)
      let keys = try KeyHeads(on: shared.directory.disk)
      Output.data(keys.text(at: try shared.clock().now))
      Output.line("# \(heads.fingerprint.text)")
      return Outcomes.read(
        (heads.unread + keys.unread).map(\.notice), shared, .success)
    }
  }
}
