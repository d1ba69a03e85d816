import ArgumentParser

/// `xunfang erase`: what is past its keeping time.
///
/// Prints one line; there is no way back (R28).
struct EraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erase personal data of people who left, and what is past its keeping time.")

  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions
  func run() throws { try StepOutcome.run(.eraseDue, keeper, shared) }
}
