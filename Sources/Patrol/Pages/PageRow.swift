import Records
import Wording

/// A page as a row of a table: where it stands, what became of it, its fields as they stand now, what it
/// waits for, whether it counts (`counts`, `pending`, `unchecked`, or the rule by which it does not), and the
/// marks of it and of the pages about it.
package enum PageRow {
  /// The columns of a kind of book, by name.
  package static func names(_ kind: PageKind) -> [String] {
    ["Book", "Year", "Number", "State"] + kind.columns.map(\.name) + [
      "Waiting", "Verdict", "Marks",
    ]
  }

  package static func texts(_ page: LedgerPage, _ columns: [Column]) -> [String] {
    start(page.page.id, page.isVoid ? "void" : page.isCorrected ? "corrected" : "")
      + columns.map { page.text($0.name) } + [
        page.missing?.rawValue ?? "", page.verdict.code, Mark.names(page.allMarks),
      ]
  }

  /// What stands before the page's own fields.
  package static func start(_ id: PageID, _ state: String = "") -> [String] {
    [id.book.text, "\(id.year)", "\(id.number)", state]
  }

  /// What stands behind the fields of an entry that counts and that no other page is about, its marks left
  /// out.
  package static func end(_ kind: PageKind) -> [String] {
    [kind.firstAwaited?.rawValue ?? "", Verdict.counts.code]
  }
}
