import ArgumentParser
import Patrol

/// `xunfang record inspection`: prints `BOOK YEAR NUMBER DIGEST`; both sides sign it afterwards.
struct RecordInspectionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspection", abstract: "Append an inspection; prints BOOK YEAR NUMBER DIGEST.")

  @Option(help: "The inspected team's code.") var inspected: String
  @Option(help: "Whose book: a township team's or the station's code.") var book: String?
  @Option(help: "The inspector's code; else the leader, or the officer on duty.")
  var inspector: String?
  @Option(help: "The patrol day: 2026-11-24, 11-24, -1.") var date: String?
  @Option(help: "Arrived and left: 2030-2105, or 2030-+25.") var time: String
  @Option(help: "How many were there; else everybody.") var present: String?
  @Option(help: "How many should have been there.") var expected: String?
  @Option(help: "The eight points: 1 yes, 2 no, 3 does not apply.") var points = "11111111"
  @Option(help: "Problems: codes between blanks.") var problems: String?
  @Option(help: "What was found.") var found: String?
  @Option(help: "What is to be put right.") var required: String?
  @Option(help: "By when: 2026-11-27, +3.") var by: String?
  @Option(name: .customLong("set"), parsing: .singleValue, help: "Any other field: Field=value.")
  var fields: [String] = []
  @OptionGroup var keeper: KeeperOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try keeper.runner(shared)
      let now = try shared.clock().now
      let texts = try InspectionTyping(
        snapshot: try runner.snapshot, now: now, language: shared.spoken
      ).texts(inspected: inspected, book: book, inspector: inspector, given: try given())
      return Outcomes.of(.inspect(try Inspection.schema.parse(texts)), runner, shared)
    }
  }

  /// What was said of each field, in the order of reading: `+25` counts from the time before it.
  private func given() throws -> [(name: String, text: String)] {
    let times = time.split(separator: "-", maxSplits: 1).map(String.init)
    guard times.count == 2 else {
      throw ValidationError("--time is when they arrived and left, such as 2030-2105")
    }
    let said: [(String, String?)] = [
      ("Date", date), ("From", times[0]), ("To", times[1]), ("Expected", expected),
      ("Present", present), ("Points", points), ("Problems", problems), ("Found", found),
      ("Required", required), ("By", by),
    ]
    let others = try Assignments.read(fields).sorted { $0.key < $1.key }
    return said.compactMap { name, text in text.map { (name, $0) } }
      + others.map { ($0.key, $0.value) }
  }
}
