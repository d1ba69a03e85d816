import ArgumentParser
import Patrol

/// `xunfang set Field=value …`: the station's own settings; the field tells which record it stands in.
///
/// Prints nothing; an unknown setting is wrong usage (64), a value that can't be is refused.
struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change settings of the station: Rollover=06:00 Theme=light …")

  @Argument(help: "Field=value …") var fields: [String]
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let changes = try Assignments.read(fields)
      for name in changes.keys where SettingsGroup.column(name) == nil {
        throw ValidationError("there is no setting “\(name)”")
      }
      let command = Command.setStation(changes)
      let runner = try keeper.runner(shared, isNeeded: command.needs == .keeper)
      return Outcomes.of(runner.perform(command), shared)
    }
  }
}
