import ArgumentParser
import Patrol

/// `xunfang sign`: a signature page.
///
/// Prints the page that holds the signature: pages are never written to, only written about.
struct SignCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sign",
      abstract: .said(
        "以检查方、被检方或记录人的身份签一页。", "以檢查方、被檢方或記錄人的身份簽一頁。",
        "Sign a page as inspector, inspected side or recorder."))
  }

  @OptionGroup var page: PageArguments
  @Option(
    name: .customLong("as"),
    help: .said(
      "inspector（检查方）、inspected（被检方）或 recorder（记录人）。",
      "inspector（檢查方）、inspected（被檢方）或 recorder（記錄人）。", "inspector, inspected or recorder."))
  var role: String
  @OptionGroup var signer: SignerOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      guard let role = SignatureRole(rawValue: role) else {
        throw ValidationError(
          .said(
            "--as 只能是 inspector（检查方）、inspected（被检方）或 recorder（记录人）",
            "--as 只能是 inspector（檢查方）、inspected（被檢方）或 recorder（記錄人）",
            "--as is inspector, inspected or recorder"))
      }
      return try signer.carryOut(.sign([.init(try page.id(), role)]), try shared.runner(), shared)
    }
  }
}
