import ArgumentParser

/// `xunfang redo`: what undo took back is made again.
struct RedoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "redo",
      abstract: .said("重做刚撤销的修改。", "重做剛撤銷的修改。", "Make again what undo took back."))
  }

  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions
  func run() throws { try StepOutcome.run(.redo, keeper, shared) }
}
