import ArgumentParser

/// `xunfang void`: strikes a whole page out; its number and text stay.
///
/// Prints the page that strikes it out.
struct VoidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void", abstract: "Strike out a whole page; its number and text stay.")

  @OptionGroup var page: PageArguments
  @Option(help: "Why.") var reason: String
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
