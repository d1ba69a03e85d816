import Books
import Patrol
import Records
import Wording

/// What the form of an inspection has to know of those before (R30).
extension Keeper {
  mutating func recallInspections(_ inspecting: String, _ inspected: String) throws -> Recollection
  {
    let library = try currentLibrary()
    let book = BookID(inspecting, .inspection)
    let open = try books.openProblems(book, of: inspected, library)
    return Recollection(
      handovers: open.map {
        .init($0.page.number, "\($0.text)（\($0.due?.text ?? "")）")
      })
  }
}
