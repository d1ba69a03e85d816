import ArgumentParser

/// `xunfang merge KIND CODE INTO`: the same person twice, a unit that joins another.
struct MergeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "merge",
      abstract: .said(
        "把一条登记并入另一条；簿页不动。", "把一條登記併入另一條；簿頁不動。",
        "Let one record take another's place; no page is touched."))
  }

  @Argument(
    help: .said(
      "哪种台账：\(Program.kinds.mergeableSaid)。", "哪種臺賬：\(Program.kinds.mergeableSaid)。",
      "Which register: \(Program.kinds.mergeableSaid).")) var kind: String
  @Argument(help: .said("被并入的一条。", "被併入的一條。", "The record that ends.")) var code: String
  @Argument(help: .said("并入的那一条。", "併入的那一條。", "The one that takes its place.")) var into: String
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let kind = try RegisterArgument.read(kind)
    guard kind.canMerge else {
      throw ValidationError(
        .said(
          "\(kind.title[.hans])不能合并", "\(kind.title[.hant])不能合併", "\(kind.name) can't be merged"))
    }
    try StepOutcome.run(.merge(kind, code: code, into: into), keeper, shared)
  }
}
