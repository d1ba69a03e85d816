import Books
import Dispatch
import Foundation
import Patrol
import Records
import Runner
import Synchronization
import TestSupport
import Testing

/// Two acts that two people do at the same moment, of which only one can stand.
struct Pair: Sendable, CustomTestStringConvertible {
  let name: String
  var before: @Sendable (CommandRunner) throws -> Void = { _ in }
  let first: @Sendable () throws -> Command
  let second: @Sendable () throws -> Command
  /// Whether both may stand, one after the other.
  var bothStand = false

  init(
    _ name: String, before: @escaping @Sendable (CommandRunner) throws -> Void = { _ in },
    twice command: @escaping @Sendable () throws -> Command
  ) {
    (self.name, self.before, first, second) = (name, before, command, command)
  }

  init(
    _ name: String, before: @escaping @Sendable (CommandRunner) throws -> Void = { _ in },
    _ first: @escaping @Sendable () throws -> Command,
    _ second: @escaping @Sendable () throws -> Command, bothStand: Bool = false
  ) {
    (self.name, self.before, self.first, self.second) = (name, before, first, second)
    self.bothStand = bothStand
  }

  var testDescription: String { name }

  private static let inspection = PageID(BookID("QS", .inspection), year: 2026, number: 1)
  private static let patrol = PageID(BookID("QS", .patrol), year: 2026, number: 1)

  private static func inspected(_ runner: CommandRunner) throws {
    Signed.issueKeys(runner)
    _ = runner.perform(.inspect(try Signed.inspection()))
  }

  private static func recorded(_ runner: CommandRunner) throws {
    Signed.issueKeys(runner)
    _ = runner.perform(.record(try Sample.quiet()))
  }

  private static func officer(_ name: String) -> Command {
    .put(RegisterRecord(.officers, ["Code": "P-009", "Name": name, "Unit": "QSP"], seen: nil))
  }

  static let all: [Pair] = [
    Pair("the same patrol recorded") { .record(try Sample.quiet()) },
    Pair("the same inspection recorded") { .inspect(try Signed.inspection()) },
    Pair("the same page signed", before: inspected) {
      .attest(.sign([.init(inspection, .inspector)]), by: "QS-001", Signed.secret())
    },
    Pair("the same day closed", before: recorded) {
      .attest(.close(Demo.today), by: "P-001", Signed.secret())
    },
    Pair(
      "a patrol recorded while the day is closed", before: recorded,
      {
        .record(
          try Sample.quiet(["From": "2026-11-24 16:00", "To": "2026-11-24 17:00"]))
      }, { .attest(.close(Demo.today), by: "P-001", Signed.secret()) }, bothStand: true),
    Pair("the same page made void", before: recorded) { .void(patrol, reason: "笔误") },
    Pair("the same new record") { officer("赵警官") },
    Pair("one code given to two people", { officer("赵警官") }, { officer("钱警官") }),
    Pair("the same team sets out") {
      let texts = [
        "Team": "QS 青石镇专职队", "From": "2026-11-24 21:00", "Due": "2026-11-25 00:00",
        "Leader": "QS-001 周建林", "Strength": "3",
      ]
      return .setOut(try Underway.schema.parse(texts))
    },
    Pair("a key for the same person", before: { Signed.issueKeys($0) }) {
      .keys(.enrol("QS-002", .sealed(Signed.secret())), by: Signed.hand())
    },
    Pair("the same post given", before: { Signed.issueKeys($0) }) {
      .keys(
        .appoint([Posting(.inspector, at: "QS", Named("QS-001", "周建林"))]), by: Signed.hand())
    },
    Pair("the same units merged") { .merge(.units, code: "QS-02", into: "QS-01") },
    Pair(
      "two settings", { .setStation(["CityFloor": "77"]) }, { .setStation(["Grace": "3"]) },
      bothStand: true),
  ]
}

@Suite("The same act twice at once is one act and one refusal", .serialized)
struct TwiceAtOnceTests {
  /// Rounds a pair; `make soak` asks for a hundred.
  private static let rounds =
    ProcessInfo.processInfo.environment["XUNFANG_ROUNDS"].flatMap { Int($0) } ?? 4

  @Test("Two consoles at the same moment, each with what it read before", arguments: Pair.all)
  func atOnce(_ pair: Pair) throws {
    let begun = try Demo.small()
    try pair.before(try Demo.runner(begun))
    for round in 0..<Self.rounds {
      let scratch = try begun.copy()
      let runners = [try Demo.runner(scratch), try Demo.runner(scratch)]
      let commands = [try pair.first(), try pair.second()]
      for runner in runners { _ = runner.perform(.open(nil)) }
      let said = Mutex(["", ""])
      DispatchQueue.concurrentPerform(iterations: 2) { index in
        let reply = runners[index].perform(commands[index])
        said.withLock { $0[index] = Said.by(reply) }
      }
      let (one, two) = said.withLock { ($0[0], $0[1]) }
      let refused = [one, two].filter { $0.contains(": ") }
      let place = Comment(rawValue: "\(pair.name), round \(round): \(one) / \(two)")
      if pair.bothStand {
        try bothStand(pair, refused, scratch, place)
      } else {
        #expect(refused.count == 1, place)
      }
      #expect(try Demo.isSound(scratch), place)
    }
  }

  /// Either order may come about; what came first rules what comes after.
  private func bothStand(
    _ pair: Pair, _ refused: [String], _ scratch: Scratch, _ place: Comment
  ) throws {
    if pair.name == "two settings" {
      let policy = try scratch.text("register/QSP/policy.rec")
      #expect(refused.isEmpty, place)
      #expect(policy.contains("CityFloor: 77\n") && policy.contains("Grace: 3\n"), place)
    } else {
      // A page after the close needs its reason, so it was refused, or it came before.
      let ledger = try #require(try Demo.runner(scratch).perform(.open(nil)).ledger)
      let late = ledger.patrols.filter { ledger.isAfterClose($0.page) }
      #expect(late.isEmpty && ledger.patrols.count == 2 - refused.count, place)
    }
  }
}
