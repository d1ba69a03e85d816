import ArgumentParser
import Patrol
import Records

/// `xunfang set Field=value …`: the station's own settings; the field tells which record it stands in.
///
/// Prints nothing; an unknown setting is wrong usage (64), a value that can't be is refused.
struct SetCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "set",
      abstract: .said(
        "修改本所设置：Rollover=06:00 Theme=light …", "修改本所設定：Rollover=06:00 Theme=light …",
        "Change settings of the station: Rollover=06:00 Theme=light …"))
  }

  @Argument(help: .said("项目=内容 …", "項目=內容 …", "Field=value …")) var fields: [String]
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let changes = try Assignments.read(fields, of: SettingsGroup.columns)
      for name in changes.keys where SettingsGroup.column(name) == nil {
        throw ValidationError(
          .said("没有“\(name)”这项设置", "沒有「\(name)」這項設定", "there is no setting “\(name)”"))
      }
      let isNeeded = Command.setStation(changes).needs == .keeper
      let runner = try keeper.runner(shared, isNeeded: isNeeded)
      let snapshot = try runner.snapshot
      let reading = TypedReading(
        SettingsGroup.columns,
        PageBeginning(snapshot, day: snapshot.today, now: try shared.clock().now.moment),
        language: shared.spoken)
      let command = Command.setStation(
        try Dictionary(
          uniqueKeysWithValues: changes.map { name, text in
            (name, try reading.said(text, name, Draft()))
          }))
      return Outcomes.of(runner.perform(command), shared)
    }
  }
}
