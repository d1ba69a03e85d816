import ArgumentParser
import Books
import Runner

/// `xunfang generate`: a synthetic directory for measuring.
///
/// Prints the directory; a line on standard error after every hundred teams.
struct GenerateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "generate",
      abstract: .said("造一个测量用的目录。", "造一個測量用的目錄。", "Make a synthetic directory for measuring."))
  }

  @Argument(help: .said("目录，新的或空的。", "目錄，新的或空的。", "The directory, new or empty.")) var directory:
    String
  @Option(help: .said("队数。", "隊數。", "How many teams.")) var teams: Int
  @Option(help: .said("年数。", "年數。", "Over how many years.")) var years: Int
  @Option(help: .said("记录总数。", "記錄總數。", "How many entries in all.")) var entries: Int
  @Option(
    help: .said("签字总数，每次检查两个。", "簽字總數，每次檢查兩個。", "How many signatures, two under each inspection."))
  var signatures = 0
  @Option(help: .said("数字不同，目录不同。", "數字不同，目錄不同。", "Another number makes another directory."))
  var seed = 1
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (1...20_000).contains(teams), (1...100).contains(years),
      (0...100_000_000).contains(entries), (0...10_000_000).contains(signatures)
    else {
      throw ValidationError(
        .said(
          "--teams 为 1 到 20000，--years 为 1 到 100，--entries 至多 100000000",
          "--teams 為 1 到 20000，--years 為 1 到 100，--entries 至多 100000000",
          "--teams 1 to 20000, --years 1 to 100, --entries up to 100000000"))
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
