import Books
import Foundation
import Patrol
import Records
import Runner
import TestSupport
import Testing

/// What is done to a directory in one go, whichever command does it.
struct Deed: Sendable, CustomTestStringConvertible {
  let name: String
  /// Whether the directory has a book of keys.
  var isBegun = true
  /// What stands in the directory before.
  var before: @Sendable (CommandRunner) throws -> Void = { _ in }
  let command: @Sendable (CommandRunner) throws -> Command

  var testDescription: String { name }

  /// A usual change of a member, so that there is something to take back.
  private static func remark(_ text: String, _ runner: CommandRunner) throws -> Command {
    let seen = try #require(try runner.snapshot.table(.members).texts("QS-002"))
    return .put(RegisterRecord(.members, seen.merging(["Remark": text]) { $1 }, seen: seen))
  }

  private static func recorded(_ runner: CommandRunner) throws {
    _ = runner.perform(.record(try Sample.quiet()))
  }

  private static func inspected(_ runner: CommandRunner) throws {
    Signed.issueKeys(runner)
    _ = runner.perform(.inspect(try Signed.inspection()))
  }

  private static func sign(_ role: SignatureRole, _ person: String) -> Command {
    .attest(.sign([.init(inspection, role)]), by: person, Signed.secret())
  }

  private static func signed(_ runner: CommandRunner) throws {
    try inspected(runner)
    _ = runner.perform(sign(.inspector, "QS-001"))
  }

  private static func refuse() -> Command {
    .attest(
      .refuse(
        inspection, refused: Named("QS-01-001", "高有福"), reason: "不认人数", statement: "",
        witness: Named("P-002", "李警官")), by: "QS-001", Signed.secret())
  }

  private static func refused(_ runner: CommandRunner) throws {
    try signed(runner)
    _ = runner.perform(refuse())
  }

  private static let patrol = PageID(BookID("QS", .patrol), year: 2026, number: 1)
  private static let inspection = PageID(BookID("QS", .inspection), year: 2026, number: 1)

  static let all: [Deed] = [
    Deed(name: "a record changed") { try remark("一", $0) },
    Deed(name: "a new record") { _ in
      .put(RegisterRecord(.officers, ["Code": "P-009", "Name": "赵警官", "Unit": "QSP"], seen: nil))
    },
    Deed(name: "a new register") { _ in
      let texts = [
        "Code": "QSP-V-1", "Name": "钱某", "Section": "中心街", "Unit": "QS", "Since": "2026-09-01",
      ]
      return .put(RegisterRecord(.volunteers, texts, seen: nil))
    },
    Deed(name: "several records") { runner in
      .change(
        RegisterStep(
          setting: ["Remark": "同"], of: ["QS-001", "QS-002"], in: .members, try runner.snapshot))
    },
    Deed(name: "an undo", before: { _ = $0.perform(try remark("一", $0)) }) { _ in .undo },
    Deed(
      name: "a redo",
      before: {
        _ = $0.perform(try remark("一", $0))
        _ = $0.perform(.undo)
      }
    ) { _ in .redo },
    Deed(name: "a unit merged") { _ in .merge(.units, code: "QS-02", into: "QS-01") },
    Deed(name: "a unit split") { runner in
      .change(
        RegisterStep(
          splitting: "QS", into: Named("QN", "青南镇"), moving: ["QS-02"], in: try runner.snapshot))
    },
    Deed(
      name: "somebody leaves, and the phone is erased from the history",
      before: { runner in
        let seen = try #require(try runner.snapshot.table(.members).texts("QS-001"))
        let texts = seen.merging(["Phone": "10012345679"]) { $1 }
        _ = runner.perform(.put(RegisterRecord(.members, texts, seen: seen)))
      }
    ) { runner in
      let seen = try #require(try runner.snapshot.table(.members).texts("QS-001"))
      let texts = seen.merging(["Until": "2026-11-24"]) { $1 }
      return .put(RegisterRecord(.members, texts, seen: seen))
    },
    Deed(name: "a setting") { _ in .setStation(["CityFloor": "77"]) },
    Deed(name: "a patrol sets out") { _ in
      let texts = [
        "Team": "QS 青石镇专职队", "From": "2026-11-24 21:00", "Due": "2026-11-25 00:00",
        "Leader": "QS-001 周建林", "Strength": "3",
      ]
      return .setOut(try Underway.schema.parse(texts))
    },
    Deed(name: "a patrol recorded") { _ in .record(try Sample.quiet()) },
    Deed(name: "a page corrected", before: recorded) { _ in
      .correct(patrol, changes: ["Route": "改后的路段"], reason: "笔误")
    },
    Deed(name: "a page void", before: recorded) { _ in .void(patrol, reason: "笔误") },
    Deed(name: "an inspection") { _ in .inspect(try Signed.inspection()) },
    Deed(name: "a signature", before: inspected) { _ in sign(.inspector, "QS-001") },
    Deed(name: "a page corrected that somebody signed", before: signed) { _ in
      .attest(
        .correct(inspection, changes: ["Remark": "路灯不亮"], reason: "补记"), by: "QS-001",
        Signed.secret())
    },
    Deed(name: "a page void that somebody signed", before: signed) { _ in
      .attest(.void(inspection, reason: "记错"), by: "P-001", Signed.secret())
    },
    Deed(name: "a refusal", before: signed) { _ in refuse() },
    Deed(name: "a witness", before: refused) { _ in
      .attest(.witness(inspection), by: "P-002", Signed.secret())
    },
    Deed(
      name: "a review",
      before: { runner in
        try refused(runner)
        _ = runner.perform(.attest(.witness(inspection), by: "P-002", Signed.secret()))
      }
    ) { _ in
      .attest(
        .review(inspection, verdict: "uphold", reason: "属实"), by: "P-001", Signed.secret())
    },
    Deed(name: "the close of a day", before: inspected) { _ in
      .attest(.close(Demo.today), by: "P-001", Signed.secret())
    },
    Deed(name: "the book of keys begun", isBegun: false) { _ in
      .keys(.begin(.sealed(Signed.secret())), by: HandAtKeyboard("P-001", nil))
    },
    Deed(name: "a key enrolled", before: { Signed.issueKeys($0) }) { _ in
      .keys(.enrol("QS-002", .sealed(Signed.secret())), by: Signed.hand())
    },
    Deed(name: "a key replaced", before: { Signed.issueKeys($0) }) { _ in
      .keys(
        .replace("QS-001", .sealed(Signed.secret("862409")), reason: "换钥"), by: Signed.hand(),
        with: Signed.hand("QS-001"))
    },
    Deed(name: "a key ended", before: { Signed.issueKeys($0) }) { _ in
      .keys(.revoke("QS-001", reason: "停用", sameAs: nil), by: Signed.hand("QS-001"))
    },
    Deed(name: "a post given", before: { Signed.issueKeys($0) }) { _ in
      .keys(
        .appoint([Posting(.inspector, at: "QS", Named("QS-001", "周建林"))]), by: Signed.hand())
    },
    Deed(name: "a post ended", before: { Signed.issueKeys($0) }) { _ in
      .keys(
        .dismiss([Posting(.leader, at: "QS", Named("QS-001", "周建林"))], reason: "调离"),
        by: Signed.hand())
    },
    Deed(
      name: "a deputy of the day",
      before: { Signed.issueKeys($0, to: Signed.people + ["QS-01-004"]) }
    ) { _ in
      .keys(.deputy(team: "QS-01", person: "QS-01-004", Demo.today), by: Signed.hand())
    },
  ]
}

@Suite("What is done in one go is there whole or not at all, whatever fails")
struct WholeStepTests {
  /// Does a deed on a disk that fails at its nth act; what came of it, and what stands there then.
  private func fail(
    _ deed: Deed, on begun: Scratch, _ failure: FailingDisk.Failure, at act: Int
  ) throws -> (reply: Reply?, state: DirectoryState, acts: Int, scratch: Scratch) {
    let scratch = try begun.copy()
    let disk = FailingDisk(
      scratch.disk, failure, acts: FailingDisk.Act.writing, after: act)
    let runner = try Demo.runner(scratch, disk: disk)
    let command = try deed.command(runner)
    let reply = runner.perform(command)
    // Whoever comes next finishes what was decided before reading, and cancels what was not before
    // writing; here somebody who erases what is due, which is nothing.
    let next = try Demo.runner(scratch)
    _ = next.perform(.open(nil))
    _ = next.perform(.eraseDue)
    return (reply, try DirectoryState(scratch), disk.count, scratch)
  }

  @Test("Each act of each command made to fail, and the power cut there", arguments: Deed.all)
  func everyAct(_ deed: Deed) throws {
    let begun = try Demo.stocked(isBegun: deed.isBegun)
    try deed.before(try Demo.runner(begun))
    let before = try DirectoryState(begun)
    let (reply, after, count, _) = try fail(deed, on: begun, .full, at: .max)
    let said = try #require(reply)
    #expect(!said.isFailed, "\(Said.by(said))")
    #expect(after != before && count > 0)
    for act in 0..<count {
      for failure in [FailingDisk.Failure.full, .errno(5), .cut] {
        let (reply, state, _, scratch) = try fail(deed, on: begun, failure, at: act)
        let place = Comment(rawValue: "\(deed.name): \(failure) at act \(act) of \(count)")
        let isDone = state == after
        #expect(isDone || state == before, "\(place): \(state.difference(to: before))")
        if let reply, !reply.isFailed { #expect(isDone, place) }
        if case .cut = failure {} else if let reply, reply.isFailed { #expect(!isDone, place) }
        #expect(!scratch.files().contains { $0.hasSuffix(".next") || $0.hasSuffix(".step") }, place)
        #expect(try Demo.isSound(scratch), place)
      }
    }
  }

  @Test(
    "A patrol that is in its book is out no longer: its mark is ended at the next start or before the next step",
    arguments: [Command.open(nil), .setStation(["Grace": "3"])])
  func outing(_ next: Command) throws {
    let scratch = try Demo.small()
    let patrol = try Sample.quiet()
    func mark(_ from: Moment, _ due: Moment) throws -> Underway {
      try Underway.schema.parse([
        "Team": patrol.team.text, "From": from.text, "Due": due.text, "Strength": "3",
      ])
    }
    let first = try mark(patrol.from, patrol.to)
    let isOut = "青石镇专职队 已出巡，F5 登记归队。"
    #expect(Said.by(try Demo.runner(scratch).perform(.setOut(first))) == isOut)
    let marks = "register/QSP/underway.rec"
    let marked = try scratch.bytes(marks)
    #expect(Said.by(try Demo.runner(scratch).perform(.record(patrol))) == "№1")
    try scratch.write(marked, to: marks)
    // It is not shown, and goes from the file with the next step.
    #expect(try Demo.runner(scratch).snapshot.underway(of: "QS") == nil)
    _ = try Demo.runner(scratch).perform(next)
    #expect(try !scratch.text(marks).contains("QS 青石镇专职队"))
    // The next patrol is out until it is recorded itself.
    let again = try mark(patrol.to, patrol.to + 60)
    #expect(Said.by(try Demo.runner(scratch).perform(.setOut(again))) == isOut)
    _ = try Demo.runner(scratch).perform(next)
    #expect(try Demo.runner(scratch).snapshot.underway(of: "QS") != nil)
  }

  @Test("After a step that a crash cut off, undo takes back that step and not an older one")
  func undoAfterCrash() throws {
    let begun = try Demo.small()
    let runner = try Demo.runner(begun)
    let old = try #require(try runner.snapshot.table(.members).texts("QS-003"))
    _ = runner.perform(
      .put(RegisterRecord(.members, old.merging(["Remark": "旧"]) { $1 }, seen: old)))
    let deed = Deed.all[0]
    let count = try fail(deed, on: begun, .full, at: .max).acts
    var outcomes: Set<Bool> = []
    for act in 0..<count {
      let scratch = try fail(deed, on: begun, .cut, at: act).scratch
      let anew = try Demo.runner(scratch)
      let isDone = try anew.snapshot.table(.members).texts("QS-002")?["Remark"] == "一"
      outcomes.insert(isDone)
      _ = anew.perform(.undo)
      let table = try anew.snapshot.table(.members)
      #expect(table.texts("QS-002")?["Remark"] == nil)
      #expect((table.texts("QS-003")?["Remark"] == nil) == !isDone, "cut at \(act)")
    }
    #expect(outcomes == [true, false])
  }
}

extension Reply {
  fileprivate var isFailed: Bool { if case .failed = outcome { true } else { false } }
}
