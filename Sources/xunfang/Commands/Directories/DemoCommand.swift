import ArgumentParser
import Books
import Runner
import Wording

/// `xunfang demo`: a made-up city to try everything on.
///
/// Prints the directory.
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
      let pin = MakingUp.demoPIN
      Output.line(
        Phrase(
          "演示目录，人人口令 \(pin)。xunfang --data \(directory)",
          "演示目錄，人人口令 \(pin)。xunfang --data \(directory)",
          "A made-up city; everybody's PIN is \(pin). xunfang --data \(directory)")[shared.spoken])
      return .success
    }
  }
}
