import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("What comes into a book, a register or the settings names nobody who is not there")
struct NewTextTests {
  /// A text of the field that names a record by another name than the register has, and one that names
  /// none; nothing for a field that names records by code alone, or none.
  private static func texts(_ column: Column, _ snapshot: Snapshot) -> [String] {
    let kinds: [RegisterKind] =
      switch column.entry {
      case .reference(let reference), .references(let reference):
        reference.registers.compactMap { snapshot.kinds[$0] }
      case .absentees: [.members]
      default: []
      }
    guard let kind = kinds.first, let code = snapshot.table(kind).texts(at: 0)["Code"] else {
      return []
    }
    return ["\(code) 假名", "X-9 无此人"].map {
      column.name == "Absent" ? "\($0) (leave)" : $0
    }.filter(column.accepts)
  }

  private static func isRefused(_ outcome: Outcome, _ column: Column) -> Bool {
    if case .failed(_, let field) = outcome { return field == column.name }
    return false
  }

  @Test("A register", arguments: Kinds.byHand)
  func registers(_ kind: RegisterKind) throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    let snapshot = try runner.snapshot
    guard snapshot.table(kind).count > 0 else { return }
    let seen = snapshot.table(kind).texts(at: 0)
    let before = try DirectoryState(scratch)
    for column in kind.columns {
      for text in Self.texts(column, snapshot) {
        let texts = seen.merging([column.name: text]) { $1 }
        let outcome = runner.perform(.put(RegisterRecord(kind, texts, seen: seen))).outcome
        #expect(Self.isRefused(outcome, column), "\(kind.name) \(column.name): \(text)")
      }
    }
    #expect(try DirectoryState(scratch) == before)
  }

  private static let inspection = [
    "Inspecting": "QS 青石镇专职队", "Inspected": "QS-01 高庄村队", "Inspector": "QS-001 周建林",
    "Date": "2026-11-24", "From": "2026-11-24 20:00", "To": "2026-11-24 20:30", "Expected": "5",
    "Present": "4", "Points": "11111111", "Mode": "onsite",
  ]

  @Test("A page, and a correction of one", arguments: [PageKind.patrol, .inspection])
  func pages(_ kind: PageKind) throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    let snapshot = try runner.snapshot
    let sound =
      kind == .patrol ? PatrolEntry.schema.texts(try Sample.quiet()) : Self.inspection
    let before = try DirectoryState(scratch)
    for column in kind.columns {
      for text in Self.texts(column, snapshot) {
        let page = NewPage(kind, sound.merging([column.name: text]) { $1 })
        guard case .failed = runner.perform(.write(page)).outcome else {
          Issue.record("\(kind.name) \(column.name): \(text) was written")
          continue
        }
      }
    }
    #expect(try DirectoryState(scratch) == before)
    let id = try #require(runner.perform(.write(NewPage(kind, sound))).outcome.pages.first?.id)
    for column in kind.columns {
      for text in Self.texts(column, snapshot) {
        let changes = [column.name: text]
        guard
          case .failed = runner.perform(.correct(id, changes: changes, reason: "笔误")).outcome
        else {
          Issue.record("\(kind.name) \(column.name): \(text) was corrected")
          continue
        }
      }
    }
  }

  @Test("No team has the code of a station, whose own books are called by it")
  func stationsCode() throws {
    let scratch = try Demo.small()
    let texts = ["Code": "QSP", "Name": "假队", "Tier": "village", "Unit": "QS-01"]
    let said = Said.by(
      try Demo.runner(scratch).perform(.put(RegisterRecord(.teams, texts, seen: nil))))
    #expect(said == "Code: 代号 QSP 已被使用。", "\(said)")
  }

  @Test("Who is on duty")
  func settings() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    for officer in ["P-001 假名", "P-009 无此人"] {
      let outcome = runner.perform(.setStation(["OnDuty": officer])).outcome
      #expect(
        Self.isRefused(outcome, try #require(SettingsGroup.columns.first { $0.name == "OnDuty" })))
    }
  }

  @Test("No free text of a page holds what nobody sees", arguments: ["\u{202E}", "\u{200B}"])
  func unseen(_ character: String) throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    for name in ["Route", "Observed", "Remark"] {
      let said = Said.by(
        runner.perform(.record(try Sample.entry([name: "村\(character)口", "Late": ""]))))
      #expect(said.hasPrefix("\(name): "), "\(said)")
    }
    _ = runner.perform(.record(try Sample.quiet()))
    let page = PageID(BookID("QS", .patrol), year: 2026, number: 1)
    let said = Said.by(
      runner.perform(.correct(page, changes: ["Route": "村\(character)口"], reason: "笔误")))
    #expect(said.hasPrefix("Route: "), "\(said)")
  }
}
