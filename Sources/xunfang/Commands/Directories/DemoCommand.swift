import ArgumentParser
import Books
import Runner
import Wording

/// `xunfang demo`: a made-up city to try everything on.
///
/// Prints the directory.
struct DemoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "demo",
      abstract: .said(
        "造一个演示城市，有到今日为止70天的簿册。", "造一個演示城市，有到今日為止70天的簿冊。",
        "Make a made-up city with 70 days of books up to now."))
  }

  @Argument(help: .said("目录，新的或空的。", "目錄，新的或空的。", "The directory, new or empty.")) var directory:
    String
  @Option(help: .said("数字不同，城市不同。", "數字不同，城市不同。", "Another number makes another city.")) var seed =
    7
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
