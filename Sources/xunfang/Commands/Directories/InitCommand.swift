import ArgumentParser
import Books
import Patrol
import Records
import Runner
import Wording

/// `xunfang init`: a new data directory.
///
/// Prints the directory. It begins with what the order says (80, 15 and 5 people, R4–R6) and the
/// station as its only unit.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a new data directory.")

  @Argument(help: "The directory, new or empty.") var directory: String
  @Option(help: "The unit's code: letters, digits and -.") var unit: String
  @Option(help: "The unit's name.") var name: String
  @Option(help: "city, township or station.") var kind = "station"
  @Option(help: "The city or county.") var city: String?
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      guard ["city", "township", "station"].contains(kind) else {
        throw ValidationError("--kind is city, township or station")
      }
      guard Language(rawValue: shared.language ?? "zh-Hans") != nil else {
        throw ValidationError("--language is zh-Hans, zh-Hant or en")
      }
      let disk = PosixDisk(root: directory)
      let station = Station(
        try Station.Identity.schema.parse([
          "Format": "\(VolumeHeader.format)", "Unit": unit, "Name": name, "City": city ?? name,
          "Directory": DirectoryID(isDemo: false).text,
        ]),
        try Policy.schema.parse([
          "Unit": unit, "Rollover": "08:00", "CityFloor": "80", "TownshipFloor": "15",
          "VillageFloor": "5", "CrewFloor": "3", "Grace": "2", "PatrolHours": "3",
        ]),
        try DeskLikes.schema.parse([
          "Unit": unit, "Language": shared.language ?? "zh-Hans",
          "Theme": DeskLikes.automaticTheme,
        ]))
      try DirectoryMaking.start(on: disk)
      let unitRecord = try Unit.schema.parse(["Code": unit, "Name": name, "Kind": kind])
      try DirectoryMaking.register([unitRecord], keeper: unit, on: disk)
      // Last: without `station.rec` a directory that was cut off is not taken for a whole one.
      try DirectoryMaking.finish(station, on: disk)
      Output.saved(directory)
      return .success
    }
  }
}
