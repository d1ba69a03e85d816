import ArgumentParser
import Books
import Patrol
import Records
import Runner
import Wording

/// `xunfang init`: a new data directory.
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
      let station = try Station.schema.parse([
        "Format": "\(VolumeHeader.format)", "Unit": unit, "Name": name, "City": city ?? name,
        "Language": shared.language ?? "zh-Hans", "Theme": Station.automaticTheme,
        "Rollover": "08:00",
        "CityFloor": "80",
        "TownshipFloor": "15", "VillageFloor": "5", "CrewFloor": "3", "Grace": "2",
        "PatrolHours": "3",
      ])
      try DirectoryMaking.start(on: disk)
      let unitRecord = try Unit.schema.parse(["Code": unit, "Name": name, "Kind": kind])
      try DirectoryMaking.register([unitRecord], keeper: unit, on: disk)
      try DirectoryMaking.finish(station, on: disk)
      Output.saved(directory)
      return .success
    }
  }
}

/// `xunfang demo`: a made-up city to try everything on.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Make a made-up city with 70 days of books up to now.")

  @Argument(help: "The directory, new or empty.") var directory: String
  @Option(help: "Another number makes another city.") var seed = 7
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      try MakingUp.demo(on: PosixDisk(root: directory), now: try shared.clock().now, seed: seed)
      Output.saved(directory)
      return .success
    }
  }
}

/// `xunfang generate`: a synthetic directory for measuring.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Make a synthetic directory for measuring.")

  @Argument(help: "The directory, new or empty.") var directory: String
  @Option(help: "How many teams.") var teams: Int
  @Option(help: "Over how many years.") var years: Int
  @Option(help: "How many entries in all.") var entries: Int
  @Option(help: "How many signatures, two under each inspection.") var signatures = 0
  @Option(help: "Another number makes another directory.") var seed = 1
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (1...20_000).contains(teams), (1...100).contains(years),
      (0...100_000_000).contains(entries), (0...10_000_000).contains(signatures)
    else {
      throw ValidationError("--teams 1 to 20000, --years 1 to 100, --entries up to 100000000")
    }
  }

  func run() throws {
    try Outcomes.reported(shared) {
      try MakingUp.synthetic(
        on: PosixDisk(root: directory), now: try shared.clock().now, teams: teams, years: years,
        entries: entries, signatures: signatures, seed: seed
      ) { done in
        if done % 100 == 0 { Output.error("\(done)/\(teams)") }
      }
      Output.saved(directory)
      return .success
    }
  }
}
