import ArgumentParser
import Patrol

/// `xunfang export KIND`: a register as CSV on standard output.
///
/// With `--reveal` it writes too: the reason is in the access log before a number is printed (P13).
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "A register as CSV, personal data masked unless a reason is given.")

  @Argument(help: "Which register: \(Program.kinds.names).") var kind: String
  @Option(help: "Only of this unit.") var unit: String?
  @Option(help: "Only of this team.") var team: String?
  @Flag(help: "Records that have ended as well.") var all = false
  @Option(help: "Why whole phone numbers are needed; goes into the access log.")
  var reveal: String?
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let kind = try RegisterArgument.read(kind)
      let runner = try keeper.runner(shared, isNeeded: reveal != nil)
      var rows = RegisterRows(kind, scope: try runner.snapshot.scope(unit: unit, team: team))
      rows.includesPast = all
      Output.data(try runner.table(rows, why: reveal))
      return Outcomes.read(try runner.unread(), shared, .success)
    }
  }
}
