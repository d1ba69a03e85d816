import ArgumentParser
import Patrol
import Wording

/// What came of a step in the registers, said in a line.
enum StepOutcome {
  static func run(_ command: Command, _ shared: SharedOptions) throws {
    try Outcomes.reported(shared) { of(try shared.runner().perform(command), shared) }
  }

  static func of(_ report: Report, _ shared: SharedOptions) -> ExitCode {
    switch report.outcome {
    case .changed(let summary): Output.saved(summary.happened[shared.spoken])
    case .erased(let count):
      Output.saved(
        Phrase("清除 \(count) 项。", "清除 \(count) 項。", "Erased: \(count).")[shared.spoken])
    default: break
    }
    return Outcomes.of(report, shared)
  }
}
