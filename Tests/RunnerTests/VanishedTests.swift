import Books
import Foundation
import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("What is gone, empty or out of reach is named, and nothing is done as if it had never been")
struct VanishedTests {
  private static let book = "books/2026/QS.patrol.rec"

  @Test(
    "A register of no byte is not read, and not written", arguments: Kinds.byHand)
  func emptyRegister(_ kind: RegisterKind) throws {
    let scratch = try FullDirectory.copy()
    let path = "register/QSP/\(kind.name).rec"
    let table = try Demo.runner(scratch).snapshot.table(kind)
    try #require(table.count > 0, "SmallRegisters has no record of \(kind.name)")
    let texts = table.texts(at: 0)
    try scratch.write("", to: path)
    let runner = try Demo.runner(scratch)
    #expect(try runner.unread().contains { $0.happened[.hans].contains("\(path) 未读入：是空文件") })
    let put = runner.perform(.put(RegisterRecord(kind, texts, seen: nil)))
    #expect(Said.by(put).hasPrefix("-: "), "\(Said.by(put))")
    #expect(try scratch.text(path).isEmpty)
  }

  @Test("A volume that was there and is gone is named, and no new one takes its place")
  func volumeGone() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    #expect(Said.by(runner.perform(.record(try Sample.quiet()))) == "№1")
    runner.settleNow()
    let kept = try scratch.bytes(Self.book)
    let later = try Sample.quiet(["From": "2026-11-24 22:12", "To": "2026-11-24 22:20"])
    try FileManager.default.removeItem(atPath: scratch.path + "/books")
    // In the console that has read it, and at the next start, which the index tells.
    for runner in [runner, try Demo.runner(scratch)] {
      #expect(Said.by(runner.perform(.record(later))).contains("\(Self.book) 未读入：原有的文件不见了"))
      #expect(!scratch.exists(Self.book))
      #expect(try runner.unread().contains { $0.happened[.hans].contains(Self.book) })
    }
    try scratch.write(kept, to: Self.book)
    #expect(Said.by(runner.perform(.record(later))) == "№2")
  }

  @Test(
    "A book that an index knows and that can't be read is named, and its shifts are not called undone"
  )
  func behindIndex() throws {
    let scratch = try Demo.stocked()
    let first = try Demo.runner(scratch)
    _ = first.perform(.record(try Sample.quiet()))
    first.settleNow()
    let disk = FailingDisk(scratch.disk, .errno(5), acts: [.read], at: Self.book)
    let runner = try Demo.runner(scratch, disk: disk)
    let reply = runner.perform(.plan(teams: ["QS"], from: Demo.today, to: Demo.today))
    guard let found = reply.outcome.answer(Performances.self)?.list else {
      throw Tool.Missing(description: "plan")
    }
    #expect(!found.isEmpty && found.allSatisfy { $0.states == [.notRead] }, "\(found)")
    #expect(try runner.unread().contains { $0.happened[.hans].contains(Self.book) })
  }

  @Test(
    "A close of the day passes no book over in silence: what was not read is named, the rest closed"
  )
  func close() throws {
    let scratch = try Demo.small()
    let first = try Demo.runner(scratch)
    Signed.issueKeys(first)
    _ = first.perform(.record(try Sample.quiet()))
    _ = first.perform(.inspect(try Signed.inspection()))
    first.settleNow()
    func close(_ runner: CommandRunner) -> Reply {
      runner.perform(.attest(.close(Demo.today), by: "P-001", Signed.secret()))
    }
    let inspections = "books/2026/QS.inspection.rec"
    let disk = FailingDisk(scratch.disk, .errno(5), acts: [.read], at: inspections)
    let reply = close(try Demo.runner(scratch, disk: disk))
    #expect(Said.by(reply) == "№2", "\(Said.by(reply))")
    #expect(reply.isPartial)
    #expect(reply.trouble?.happened[.hans] == "QS.inspection 未读入，没有封簿。")
    // Where nothing else is left to close, it isn't said that there is nothing.
    let again = close(
      try Demo.runner(
        scratch, disk: FailingDisk(scratch.disk, .errno(5), acts: [.read], at: inspections)))
    #expect(Said.by(again) == "Signer: QS.inspection 未读入，没有封簿。")
  }

  @Test("No name is erased while the books, which may name the person, are not there")
  func eraseWithoutBooks() throws {
    let scratch = try Demo.small()
    let members = "register/QSP/members.rec"
    let left = try scratch.text(members).replacing(
      "Code: QS-004\n", with: "Code: QS-004\nUntil: 2025-10-01\n")
    try scratch.write(left, to: members)
    try FileManager.default.removeItem(atPath: scratch.path + "/books")
    #expect(Said.by(try Demo.runner(scratch).perform(.eraseDue)).hasPrefix("-: books"))
    #expect(try scratch.text(members) == left)
  }
}
