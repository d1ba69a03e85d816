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
  @Option(
    name: .customLong("take"), parsing: .singleValue,
    help: .said(
      "这一项用被并入那条的值，写项目名；可写多次。不写则只补缺项。", "這一項用被併入那條的值，寫項目名；可寫多次。不寫則只補缺項。",
      "A field whose value the ending record hands on, by name; may be given again. Else only gaps are filled."
    )) var taking: [String] = []
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let kind = try RegisterArgument.read(kind)
    guard kind.canMerge else {
      throw ValidationError(
        .said(
          "\(kind.title[.hans])不能合并", "\(kind.title[.hant])不能合併", "\(kind.name) can't be merged"))
    }
    for name in taking where !kind.layout.asked.contains(name) {
      throw ValidationError(
        .said(
          "\(kind.title[.hans])没有“\(name)”这一项", "\(kind.title[.hant])沒有「\(name)」這一項",
          "\(kind.name) has no field “\(name)”"))
    }
    try StepOutcome.run(
      .merge(kind, code: code, into: into, taking: taking.isEmpty ? nil : Set(taking)), keeper,
      shared)
  }
}
