import ArgumentParser

/// `xunfang close`: the day's pages are complete.
///
/// Prints a page for each book that it closes. A book that could not be read stays open, which is
/// exit code 2, and the command is run again.
struct CloseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "close",
      abstract: .said(
        "当日封簿：以后补的页都算补记。", "當日封簿：以後補的頁都算補記。",
        "Close the books of a day: later pages for it are late ones."))
  }

  @Option(
    parsing: .unconditional,
    help: .said(
      "巡防日，如 2026-11-24、-1；不写则为今日。", "巡防日，如 2026-11-24、-1；不寫則為今日。",
      "The patrol day; today without it.")) var date: String?
  @OptionGroup var signer: SignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let snapshot = try runner.snapshot
      let day =
        try date.map { try DayArgument.read($0, snapshot.station, shared) } ?? snapshot.today
      return try signer.carryOut(.close(day), runner, shared)
    }
  }
}
