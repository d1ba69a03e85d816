import ArgumentParser
import Patrol

/// `xunfang sheet KIND CODE`: what we hold on one person.
///
/// Whole or not at all, and unmasked: that it was made is in the access log before it is printed.
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "Everything held on one person, for that person to read.")

  @Argument(help: "members, informants, volunteers or officers.") var kind: String
  @Argument(help: "The person's code.") var code: String
  @Option(help: "Why; goes into the access log.") var why = "本人查阅"
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try keeper.runner(shared)
      let register = try RegisterArgument.read(kind)
      guard Kinds.ours.people.contains(register) else {
        throw ValidationError(
          "a sheet is one person's: members, informants, volunteers or officers")
      }
      Output.text(try runner.sheet(register, code, why: why))
      return Outcomes.read(try runner.unread(), shared, .success)
    }
  }
}
