import ArgumentParser
import Patrol

/// `xunfang sheet KIND CODE`: what we hold on one person.
///
/// Whole or not at all, and unmasked: that it was made is in the access log before it is printed.
struct SheetCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sheet",
      abstract: .said(
        "所存一人的全部信息，供本人查阅。", "所存一人的全部信息，供本人查閱。",
        "Everything held on one person, for that person to read."))
  }

  @Argument(
    help: .said(
      "members（队员）、informants（信息员）、volunteers（义务队员）或 officers（民警）。",
      "members（隊員）、informants（信息員）、volunteers（義務隊員）或 officers（民警）。",
      "members, informants, volunteers or officers.")) var kind: String
  @Argument(help: .said("人员代号。", "人員代號。", "The person's code.")) var code: String
  @Option(help: .said("原因；记入查看记录。", "原因；記入查看記錄。", "Why; goes into the access log.")) var why:
    String = .said("本人查阅", "本人查閱", "asked for by the person")
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try keeper.runner(shared)
      let register = try RegisterArgument.read(kind)
      guard Kinds.ours.people.contains(register) else {
        throw ValidationError(
          .said(
            "只能打印一个人的：members、informants、volunteers 或 officers",
            "只能列印一個人的：members、informants、volunteers 或 officers",
            "a sheet is one person's: members, informants, volunteers or officers"))
      }
      Output.text(try runner.sheet(register, code, why: why))
      return Outcomes.read(try runner.unread(), shared, .success)
    }
  }
}
