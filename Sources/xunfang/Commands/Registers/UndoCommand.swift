import ArgumentParser

/// `xunfang undo`: the newest step in this station's registers is taken back.
struct UndoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo",
      abstract: .said("撤销台账最近一次修改。", "撤銷臺賬最近一次修改。", "Take back the newest change of the registers.")
    )
  }

  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions
  func run() throws { try StepOutcome.run(.undo, keeper, shared) }
}
