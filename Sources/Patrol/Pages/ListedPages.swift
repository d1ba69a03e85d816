import Records
import Wording

/// The pages of one kind in a span of days, the newest first.
package struct ListedPages: JobResult {
  package let kind: PageKind
  package let days: ClosedRange<Day>
  package let pages: [LedgerPage]
  /// What could not be looked through.
  package let unread: [Notice]

  package init(
    _ kind: PageKind, _ days: ClosedRange<Day>, _ pages: [LedgerPage], unread: [Notice] = []
  ) {
    (self.kind, self.days, self.pages, self.unread) = (kind, days, pages, unread)
  }
}
