import ArgumentParser

/// `xunfang undo`: the newest step in this station's registers is taken back.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the newest change of the registers.")

  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions
  func run() throws { try StepOutcome.run(.undo, keeper, shared) }
}
