import ArgumentParser
import Patrol

/// `xunfang set Field=value …`: the station's own settings.
struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change settings of station.rec: Rollover=06:00 CityFloor=80 …")

  @Argument(help: "Field=value …") var fields: [String]
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let changes = try Assignments.read(fields)
      for name in changes.keys where Station.schema.column(name) == nil {
        throw ValidationError("there is no setting “\(name)”")
      }
      return Outcomes.of(try shared.runner().perform(.setStation(changes)), shared)
    }
  }
}
