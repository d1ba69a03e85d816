import ArgumentParser
import Patrol
import Records
import Runner

/// `xunfang record handover`: prints `BOOK YEAR NUMBER DIGEST`; both officers sign it afterwards.
struct RecordHandoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover",
    abstract: "Append a shift handover; prints BOOK YEAR NUMBER DIGEST.",
    discussion: """
      Everything that `xunfang list open` shows is answered by an --open of its own.
      """)

  @Option(help: "Who hands over, by code; else the officer on duty.") var from: String?
  @Option(help: "Who takes over, by code.") var to: String
  @Option(help: "When the shift began: 0800; else where the handover before ended.")
  var since: String?
  @Option(help: "When it is handed over: 0800; now without it.") var until: String?
  @Option(
    name: .customLong("open"), parsing: .singleValue,
    help: "What became of one thing: \"BOOK YEAR NUMBER=goes-on:WORD\" or \"NUMBER=done\".")
  var answers: [String] = []
  @Option(help: "Keys on hand, counted: \"car 2, duty 1\".") var keys: String?
  @Option(help: "Equipment on hand, counted: \"radio 6, torch 12\".") var equipment: String?
  @Option(help: "Anything else.") var remark: String?
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try keeper.runner(shared)
      let now = try shared.clock().now
      let texts = try HandoverTyping(
        snapshot: try runner.snapshot, now: now, handing: try runner.handing(.handover)
      ).texts(
        given: [
          (ShiftHandover.outgoing.column, from), (ShiftHandover.incoming.column, to),
          (ShiftHandover.to.column, until), (ShiftHandover.from.column, since),
          (ShiftHandover.keys.column, keys), (ShiftHandover.equipment.column, equipment),
          (ShiftHandover.remark.column, remark),
        ], answers: answers)
      return Outcomes.of(.write(NewPage(.handover, texts)), runner, shared)
    }
  }
}
