import Books
import Patrol
import Records
import Wording

/// Texts for others: a person's own sheet, a register as a table. They are put
/// into `exports/`, with the rights of everything else in the directory.
extension Office {
  var language: Language {
    (try? loading.station().spoken) ?? .hans
  }

  mutating func sheet(
    _ kind: RegisterKind, _ code: String, _ why: String
  ) throws -> Reply {
    let text = try sheetText(kind, code, why)
    return try exported(text, as: "sheet-\(code)-\(compactDay).txt")
  }

  /// The sheet as a text; that it was made is written down first.
  mutating func sheetText(
    _ kind: RegisterKind, _ code: String, _ why: String
  ) throws -> String {
    let snapshot = try currentSnapshot()
    guard snapshot.table(kind).index(of: code) != nil else {
      throw RegisterRefusal.notThere(code: code)
    }
    try note(Looking(kind, [code], at: .sheet, why: why))
    let codes = snapshot.merged(into: code, kind)
    // A sheet is all that is held on a person, or it is none.
    let (changes, unreadChanges) = changes(of: codes, .register(kind))
    let (accesses, unreadAccesses) = try accesses(to: codes)
    if let unread = (unreadChanges + unreadAccesses).first { throw unread }
    let pages = try Naming(on: directory.disk, of: kinds.books).pages(naming: codes)
    let sheet = PersonSheet(
      kind, code, in: snapshot, changes: changes, accesses: accesses,
      pages: pages.values.flatMap { $0 }.sorted { $0.text < $1.text })
    return sheet.text(language, at: clock.now)
  }

  mutating func export(_ rows: RegisterRows, _ why: String?) throws -> Reply {
    let text = try tableText(rows, why)
    let count = rows.indexes(in: try currentSnapshot()).count
    return try exported(
      text, as: "\(rows.kind.name)-\(compactDay).csv", answer: ExportedTable(rows.kind, count),
      marked: rows.only == nil ? nil : count)
  }

  /// A register as CSV; whole phone numbers only for a reason, which is written down.
  mutating func tableText(_ rows: RegisterRows, _ why: String?) throws -> String {
    let snapshot = try currentSnapshot()
    let table = RegisterCSV(rows.kind, in: snapshot, isMasked: why == nil)
    let indexes = rows.indexes(in: snapshot)
    if let why { try note(Looking(rows.kind, [], at: .export, why: why), count: indexes.count) }
    return table.text(indexes, language)
  }

  var compactDay: String { clock.now.moment.day.text.replacing("-", with: "") }
}
