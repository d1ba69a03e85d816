import ArgumentParser

/// `xunfang merge KIND CODE INTO`: the same person twice, a unit that joins another.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Let one record take another's place; no page is touched.")

  @Argument(help: "Which register: \(Program.kinds.mergeable).") var kind: String
  @Argument(help: "The record that ends.") var code: String
  @Argument(help: "The one that takes its place.") var into: String
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let kind = try RegisterArgument.read(kind)
    guard kind.canMerge else {
      throw ValidationError("\(kind.name) can't be merged")
    }
    try StepOutcome.run(.merge(kind, code: code, into: into), keeper, shared)
  }
}
