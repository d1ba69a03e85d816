import Records
import Wording

/// The pages of one kind in a span of days, the newest first.
package struct ListedPages: JobResult {
  package let kind: PageKind
  package let days: ClosedRange<Day>
  /// The one book that was meant; nil for all of the kind.
  package let book: BookID?
  package let pages: [LedgerPage]
  /// What could not be looked through.
  package let unread: [Notice]

  package init(
    _ kind: PageKind, _ days: ClosedRange<Day>, of book: BookID? = nil, _ pages: [LedgerPage],
    unread: [Notice] = []
  ) {
    (self.kind, self.days, self.book) = (kind, days, book)
    (self.pages, self.unread) = (pages, unread)
  }
}
