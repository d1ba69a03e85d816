import ArgumentParser

/// `xunfang erase`: what is past its keeping time.
///
/// Prints one line; there is no way back (R28).
struct EraseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "erase",
      abstract: .said(
        "清除离队人员的个人信息和超过保存期的记录。", "清除離隊人員的個人信息和超過保存期的記錄。",
        "Erase personal data of people who left, and what is past its keeping time."))
  }

  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions
  func run() throws { try StepOutcome.run(.eraseDue, keeper, shared) }
}
