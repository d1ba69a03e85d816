import ArgumentParser

/// `xunfang redo`: what undo took back is made again.
struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Make again what undo took back.")

  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions
  func run() throws { try StepOutcome.run(.redo, keeper, shared) }
}
