import ArgumentParser
import Console
import Patrol
import Runner

/// `xunfang docs`: the documents that are made from the code's own tables.
///
/// Prints `docs/keys.md`, `docs/errors.md` or the table of kinds in `data/check.sh` byte for byte; tests
/// hold the files against it. `rate` is how many signatures this machine verifies in a second.
struct DocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract:
      "Print a generated document: keys, errors, or the kinds of page as check.sh has them.",
    shouldDisplay: false)

  @Argument(help: "keys, errors or kinds.") var document: String
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      switch document {
      case "keys": Output.text(KeysDocument.text)
      case "errors": Output.text(ErrorsDocument.text(own: StartError.examples.map(\.notice)))
      case "kinds": Output.text(PageGrammar.ours.table)
      case "rate": Output.line("\(Int(try SignatureRate.perSecond()))")
      default: throw ValidationError("keys, errors or kinds")
      }
      return .success
    }
  }
}
