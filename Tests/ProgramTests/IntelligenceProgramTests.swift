import Foundation
import Records
import TestSupport
import Testing

@Suite("What was reported goes to its outcome by command")
struct IntelligenceProgramTests {
  private static let page = "QS.patrol 2026 No 1"

  /// A finding of 青石镇专职队 that is told, and the program on its directory.
  private func told() throws -> (Scratch, Program) {
    let scratch = try Demo.small()
    _ = try Demo.runner(scratch).perform(
      .record(
        try Sample.quiet([
          "Found": "suspicious-vehicle", "Observed": "厢式货车1辆停靠村口", "Handling": "station",
          "Intelligence": "yes",
        ])))
    return (scratch, try Program(on: scratch))
  }

  @Test("From the page to the outcome, which show prints beside what was found")
  func life() throws {
    let (scratch, program) = try told()
    let listed = try program.run(["intelligence", "list", "--csv"])
    #expect(listed.out.contains(",\(Self.page),reported,2026-11-24 22:10,"), "\(listed.out)")
    for words in [
      ["assign", Self.page, "--officer", "P-002", "--urgency", "urgent"],
      ["verify", "QSP-Q-0001", "--found", "到场访问菜商，约定一致"],
      ["close", "QSP-Q-0001", "--outcome", "ruledout", "--told", "电话告知队长"],
    ] {
      let result = try program.run(["intelligence"] + words)
      #expect(result.status == 0 && result.out.isEmpty, "\(words): \(result.err)")
    }
    let record = try scratch.text("register/QSP/intelligence.rec")
    #expect(record.contains("Outcome: ruledout\n") && record.contains("Urgency: urgent\n"))
    #expect(record.contains("Facts: 厢式货车1辆停靠村口\n") && !record.contains("Stage"))
    #expect(
      try program.run(["intelligence", "list", "--csv"]).out.split(separator: "\n").count == 1)
    let shown = try program.run(["show", "QS.patrol", "2026", "1"])
    #expect(shown.out.contains("情报 排除"), "\(shown.out)")
    // A note beside it: the page is what it was.
    let bytes = try program.run(["show", "QS.patrol", "2026", "1", "--bytes"]).out
    #expect(!bytes.contains("排除") && !bytes.contains("ruledout"))
  }

  @Test("What is not there, has nobody, was not looked into or is done is refused in a sentence")
  func refused() throws {
    let (scratch, program) = try told()
    defer { withExtendedLifetime(scratch) {} }
    for (words, said) in [
      (["assign", "QSP-Q-0009", "--officer", "P-002"], "没有情报“QSP-Q-0009”"),
      (["assign", "QS.patrol 2026 No 7", "--officer", "P-002"], "没有转情报"),
      (["verify", Self.page, "--found", "到场"], "还没有派给谁"),
      (["assign", Self.page, "--officer", "P-009"], "P-009"),
    ] {
      let result = try program.run(["intelligence"] + words)
      #expect(result.status == 1 && result.err.contains(said), "\(words): \(result.err)")
    }
    _ = try program.run(["intelligence", "assign", Self.page, "--officer", "P-002"])
    let close = ["intelligence", "close", "QSP-Q-0001", "--outcome"]
    for (outcome, said) in [("ruledout", "还没有查证"), ("guilty", "guilty")] {
      let result = try program.run(close + [outcome])
      #expect(result.status == 1 && result.err.contains(said), "\(outcome): \(result.err)")
    }
  }
}
