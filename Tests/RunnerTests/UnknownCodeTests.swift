import Books
import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("A code that its table does not have is never written")
struct UnknownCodeTests {
  /// Texts of a field that name a code which there is not.
  private static func texts(_ column: Column) -> [String] {
    switch column.entry {
    case .tallies: ["nonsense 3", "well 2, nonsense 3"]
    case .absentees: ["QS-004 单雄 (nonsense)"]
    default: ["nonsense"]
    }
  }

  private static func coded(_ columns: [Column]) -> [Column] {
    columns.filter { $0.codeTable != nil }
  }

  @Test(
    "In a register, and nothing of the record is changed", arguments: Kinds.byHand)
  func registers(_ kind: RegisterKind) throws {
    let scratch = try Demo.stocked()
    let runner = try Demo.runner(scratch)
    let table = try runner.snapshot.table(kind)
    guard table.count > 0 else { return }
    let seen = table.texts(at: 0)
    let before = try DirectoryState(scratch)
    for column in Self.coded(kind.columns) {
      for text in Self.texts(column) {
        let texts = seen.merging([column.name: text]) { $1 }
        let said = Said.by(runner.perform(.put(RegisterRecord(kind, texts, seen: seen))))
        #expect(said.hasPrefix("\(column.name): \(column.label[.hans])"), "\(said)")
      }
    }
    #expect(try DirectoryState(scratch) == before)
  }

  @Test("In the settings", arguments: ["Language", "Theme"])
  func settings(_ name: String) throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let said = Said.by(runner.perform(.setStation([name: "nonsense"])))
    #expect(said.hasSuffix("里没有“nonsense”这一项。"), "\(said)")
  }

  @Test("On a new page of the Patrol Record Book and in a correction of one")
  func patrols() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let sound = try Sample.entry(["Intelligence": "", "Settles": ""])
    for column in Self.coded(PatrolEntry.schema.columns) {
      for text in Self.texts(column) {
        let entry = try PatrolEntry.schema.parse(
          PatrolEntry.schema.texts(sound).merging([column.name: text]) { $1 })
        let said = Said.by(runner.perform(.record(entry)))
        #expect(said == "\(column.name): \(column.label[.hans])里没有“nonsense”这一项。")
      }
    }
    #expect(Said.by(runner.perform(.record(sound))) == "№1")
    let page = PageID(BookID("QS", .patrol), year: 2026, number: 1)
    for column in Self.coded(PatrolEntry.schema.columns) {
      let change = [column.name: Self.texts(column).last ?? ""]
      let said = Said.by(runner.perform(.correct(page, changes: change, reason: "笔误")))
      #expect(said == "\(column.name): \(column.label[.hans])里没有“nonsense”这一项。")
    }
  }

  @Test("On a new page of the Inspection Record Book and in a correction of one")
  func inspections() throws {
    let scratch = try Demo.small()
    let runner = try Demo.runner(scratch)
    let sound = [
      "Inspecting": "QS 青石镇专职队", "Inspected": "QS-01 高庄村队", "Inspector": "QS-001 周建林",
      "Date": "2026-11-24", "From": "2026-11-24 20:00", "To": "2026-11-24 20:30", "Expected": "5",
      "Present": "4", "Points": "11111111", "Mode": "onsite",
    ]
    for column in Self.coded(Inspection.schema.columns) {
      let inspection = try Inspection.schema.parse(
        sound.merging([column.name: Self.texts(column).last ?? ""]) { $1 })
      let said = Said.by(runner.perform(.inspect(inspection)))
      #expect(said == "\(column.name): \(column.label[.hans])里没有“nonsense”这一项。")
    }
    #expect(
      Said.by(runner.perform(.inspect(try Inspection.schema.parse(sound)))) == "№1")
    let page = PageID(BookID("QS", .inspection), year: 2026, number: 1)
    for column in Self.coded(Inspection.schema.columns) {
      let change = [column.name: Self.texts(column).last ?? ""]
      let said = Said.by(runner.perform(.correct(page, changes: change, reason: "笔误")))
      #expect(said == "\(column.name): \(column.label[.hans])里没有“nonsense”这一项。")
    }
  }

  @Test("What stands there already stays when something else of the record is changed")
  func standing() throws {
    let scratch = try Demo.stocked()
    let path = "register/QSP/members.rec"
    let strange = try scratch.text(path).replacing(
      "Code: QS-002", with: "Code: QS-002\nBackground: former")
    try scratch.write(strange, to: path)
    let runner = try Demo.runner(scratch)
    let seen = try #require(try runner.snapshot.table(.members).texts("QS-002"))
    let texts = seen.merging(["Remark": "临时"]) { $1 }
    #expect(
      Said.by(runner.perform(.put(RegisterRecord(.members, texts, seen: seen)))).hasPrefix(
        "已存队员 𮯰某"))
  }
}
