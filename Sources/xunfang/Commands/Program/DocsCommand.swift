import ArgumentParser
import Console
import Patrol
import Runner

/// `xunfang docs`: the documents that are made from the code's own tables.
///
/// Prints `docs/keys.md`, `docs/errors.md` or the table of kinds in `data/check.sh` byte for byte; tests
/// hold the files against it. `rate` is how many signatures this machine verifies in a second.
struct DocsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "docs",
      abstract:
        .said(
          "打印由程序生成的文档：keys、errors，或 check.sh 用的页种（kinds）。",
          "列印由程式生成的文檔：keys、errors，或 check.sh 用的頁種（kinds）。",
          "Print a generated document: keys, errors, or the kinds of page as check.sh has them."),
      shouldDisplay: false)
  }

  @Argument(help: .said("keys、errors 或 kinds。", "keys、errors 或 kinds。", "keys, errors or kinds."))
  var document: String
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      switch document {
      case "keys": Output.text(KeysDocument.text)
      case "errors": Output.text(ErrorsDocument.text(own: StartError.examples.map(\.notice)))
      case "kinds": Output.text(PageGrammar.ours.table)
      case "rate": Output.line("\(Int(try SignatureRate.perSecond()))")
      default:
        throw ValidationError(
          .said("只有 keys、errors、kinds", "只有 keys、errors、kinds", "keys, errors or kinds"))
      }
      return .success
    }
  }
}
