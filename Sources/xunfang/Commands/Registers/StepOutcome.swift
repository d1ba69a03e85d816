import ArgumentParser
import Patrol
import Wording

/// What came of a step in the registers, said in a line.
///
/// For commands that write no page; with one, `Outcomes.of` prints its number.
enum StepOutcome {
  static func run(_ command: Command, _ keeper: KeeperOptions, _ shared: SharedOptions) throws {
    try Outcomes.reported(shared) { of(try keeper.runner(shared).perform(command), shared) }
  }

  static func of(_ reply: Reply, _ shared: SharedOptions) -> ExitCode {
    if case .done(let done) = reply.outcome, let printed = done.printed {
      Output.saved(printed[shared.spoken])
    }
    return Outcomes.of(reply, shared)
  }
}
