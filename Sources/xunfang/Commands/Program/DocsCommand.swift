import ArgumentParser
import Console
import Runner

/// `xunfang docs`: the documents that are made from the code's own tables.
///
/// Prints `docs/keys.md` or `docs/errors.md` byte for byte; a test holds the files against it.
struct DocsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "Print a generated document, keys or errors, or this machine's rate of signatures.",
    shouldDisplay: false)

  @Argument(help: "keys or errors.") var document: String
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      switch document {
      case "keys": Output.text(KeysDocument.text)
      case "errors": Output.text(ErrorsDocument.text(own: StartError.examples.map(\.notice)))
      case "rate": Output.line("\(Int(try SignatureRate.perSecond()))")
      default: throw ValidationError("keys or errors")
      }
      return .success
    }
  }
}
