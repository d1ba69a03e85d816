import ArgumentParser
import Patrol

/// `xunfang export KIND`: a register as CSV on standard output.
///
/// With `--reveal` it writes too: the reason is in the access log before a number is printed (P13).
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: .said(
        "把台账打成 CSV；不写理由时个人信息打码。", "把臺賬製成 CSV；不寫理由時個人信息打碼。",
        "A register as CSV, personal data masked unless a reason is given."))
  }

  @Argument(
    help: .said(
      "哪种台账：\(Program.kinds.registersSaid)。", "哪種臺賬：\(Program.kinds.registersSaid)。",
      "Which register: \(Program.kinds.registersSaid).")) var kind: String
  @Option(help: .said("只看这个单位。", "只看這個單位。", "Only of this unit.")) var unit: String?
  @Option(help: .said("只看这支队。", "只看這支隊。", "Only of this team.")) var team: String?
  @Flag(help: .said("含已停用的。", "含已停用的。", "Records that have ended as well.")) var all = false
  @Option(
    help: .said(
      "为何要看完整电话；记入查看记录。", "為何要看完整電話；記入查看記錄。",
      "Why whole phone numbers are needed; goes into the access log."))
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
