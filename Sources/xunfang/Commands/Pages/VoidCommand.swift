import ArgumentParser

/// `xunfang void`: strikes a whole page out; its number and text stay.
///
/// Prints the page that strikes it out.
struct VoidCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "void",
      abstract: .said(
        "整页作废；页号和原文保留。", "整頁作廢；頁號和原文保留。", "Strike out a whole page; its number and text stay."))
  }

  @OptionGroup var page: PageArguments
  @Option(help: .said("原因。", "原因。", "Why.")) var reason: String
  @OptionGroup var signer: OptionalSignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let id = try page.id()
      return try signer.carryOut(
        .void(id, reason: reason), signed: .void(id, reason: reason), try shared.runner(), shared)
    }
  }
}
