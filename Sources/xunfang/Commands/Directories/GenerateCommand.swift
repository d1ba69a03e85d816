import ArgumentParser
import Books
import Runner

/// `xunfang generate`: a synthetic directory for measuring.
///
/// Prints the directory; a line on standard error after every hundred teams.
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
