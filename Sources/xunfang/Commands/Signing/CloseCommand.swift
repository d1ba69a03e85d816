import ArgumentParser

/// `xunfang close`: the day's pages are complete.
///
/// Prints a page for each book that it closes. A book that could not be read stays open, which is
/// exit code 2, and the command is run again.
struct CloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close the books of a day: later pages for it are late ones.")

  @Option(help: "The patrol day; today without it.") var date: String?
  @OptionGroup var signer: SignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let day = try date.map(DayArgument.read) ?? runner.snapshot.today
      return try signer.carryOut(.close(day), runner, shared)
    }
  }
}
