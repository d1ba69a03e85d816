import Books
import Patrol
import Records
import Wording

/// Inspections become pages (R22, R8).
extension Keeper {
  mutating func inspect(_ inspection: Inspection) throws -> Report {
    let library = try currentLibrary()
    try check(inspection, without: nil)
    try UnknownCode.check(
      Inspection.schema.texts(inspection), Inspection.schema.columns, library.codes)
    let page = try append(
      .init(kind: Inspection.kind, body: Inspection.schema.print(inspection)), to: inspection.book,
      library.side(inspection.inspecting.code) ?? inspection.inspecting, by: inspection.inspector)
    return told(.recorded(page), inspection.date)
  }

  mutating func check(
    _ inspection: Inspection, without id: PageID?, entered: Moment? = nil
  ) throws {
    let ledger = try books.ledger(inspection.date)
    let others = ledger.inspections.filter {
      $0.page.id.book == inspection.book && $0.page.id != id
    }
    try inspection.check(
      in: try currentLibrary(), now: clock.now.moment, others: others, entered: entered,
      isClosed: id == nil && ledger.close(of: inspection.book) != nil)
  }

  mutating func recallInspections(_ inspecting: String, _ inspected: String) throws -> Recollection
  {
    let library = try currentLibrary()
    let book = BookID(inspecting, .inspection)
    let open = try books.openProblems(book, of: inspected, library)
    return Recollection(
      handovers: open.map {
        .init($0.page.number, "\($0.text)（\($0.by.text)）")
      })
  }
}
