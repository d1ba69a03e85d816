import Foundation
import Patrol
import Records
import Runner
import TestSupport
import Testing
import Wording

@Suite("A register's table, written out masked and read in again")
struct RoundTripTests {
  private func plan(
    _ kind: RegisterKind, _ table: String, _ runner: CommandRunner
  ) throws -> ImportPlan {
    let file = try Scratch()
    try file.write(table, to: "t.csv")
    let asked = TableImport(kind, path: file.path + "/t.csv")
    for progress in runner.finish(.readTable(asked)) {
      if case .brought(let plan as ImportPlan) = progress { return plan }
      if case .failed(let notice) = progress { Issue.record("\(notice.happened[.hans])") }
    }
    return try #require(nil as ImportPlan?)
  }

  private func table(_ kind: RegisterKind, _ runner: CommandRunner, _ language: Language) throws
    -> String
  {
    let snapshot = try runner.snapshot
    return RegisterCSV(kind, in: snapshot, isMasked: true).text(
      Array(0..<snapshot.table(kind).count), language)
  }

  private static let directories: [(String, @Sendable () throws -> Scratch)] = [
    ("small", { try Demo.stocked() }), ("demo", { try Demo.directory() }),
  ]

  @Test(
    "It changes nothing, in any register and language",
    arguments: Kinds.ours.registers, directories.indices)
  func nothing(_ kind: RegisterKind, _ which: Int) throws {
    let scratch = try Self.directories[which].1()
    try scratch.write(
      try scratch.text("station.rec") + "IdentityNumbers: yes\n", to: "station.rec")
    let runner = try Demo.runner(scratch)
    let count = try runner.snapshot.table(kind).count
    try #require(count > 0 || kind == .exceptions)
    for language in Language.allCases {
      let plan = try plan(kind, try table(kind, runner, language), runner)
      #expect(plan.faults.map { "\($0.line) \($0.text[.hans])" }.prefix(3) == [], "\(language)")
      #expect(plan.undecided.isEmpty, "\(language)")
      #expect(plan.changed.map(\.texts).prefix(2) == [], "\(language)")
      #expect(plan.new.isEmpty && plan.same == count, "\(language): \(plan.summary[.hans])")
    }
  }

  @Test(
    "A masked cell that fits what is there is no change; one that does not is refused by line and column"
  )
  func unfitting() throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    let text = "代号,姓名,联系电话\nQS-001,周建林,100****5678\nQS-002,𮯰某,100****5678\n"
    let found = try plan(.members, text, runner)
    #expect(found.same == 1)
    #expect(found.bad.map(\.line) == [3])
    #expect(found.bad.first?.reason[.hans].hasPrefix("电话“100****5678”") == true)
    #expect(found.bad.first?.reason[.hans].contains("与台账不符") == true)
  }
}
