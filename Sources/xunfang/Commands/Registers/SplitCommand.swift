import ArgumentParser
import Patrol
import Records

/// `xunfang split UNIT --code --name --moving`: a new unit that takes over some of another.
struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Make a new unit of some that stand below another.")

  @Argument(help: "The unit that is split.") var unit: String
  @Option(help: "The new unit's code.") var code: String
  @Option(help: "Its name.") var name: String
  @Option(help: "A unit that moves over, by code; as often as needed.") var moving: [String] = []
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
