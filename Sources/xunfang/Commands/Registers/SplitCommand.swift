import ArgumentParser
import Patrol
import Records

/// `xunfang split UNIT --code --name --moving`: a new unit that takes over some of another.
struct SplitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "split",
      abstract: .said(
        "从一个单位里拆出新单位。", "從一個單位裡拆出新單位。", "Make a new unit of some that stand below another."))
  }

  @Argument(help: .said("要拆分的单位。", "要拆分的單位。", "The unit that is split.")) var unit: String
  @Option(help: .said("新单位的代号。", "新單位的代號。", "The new unit's code.")) var code: String
  @Option(help: .said("名称。", "名稱。", "Its name.")) var name: String
  @Option(
    help: .said(
      "划过去的单位，写代号，可写多次。", "劃過去的單位，寫代號，可寫多次。", "A unit that moves over, by code; as often as needed."
    )) var moving: [String] = []
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try keeper.runner(shared)
      for code in [unit] + moving { try runner.snapshot.needs(code, in: [.units]) }
      let step = RegisterStep(
        splitting: unit, into: Named(code, name), moving: moving, in: try runner.snapshot)
      // What does not stand below the unit would stay where it is, without a word.
      for code in moving where !step.records.contains(where: { $0.texts["Code"] == code }) {
        throw RegisterRefusal.notBelow(code: code, unit: unit)
      }
      return StepOutcome.of(runner.perform(.change(step)), shared)
    }
  }
}
