import Patrol
import Records

extension CommandRunner {
  /// The pages of a kind in a span of days, the newest first; keys are answered between two days.
  func list(
    _ kind: PageKind, _ days: ClosedRange<Day>, of book: BookID?, _ site: JobSite
  ) throws -> ListedPages? {
    var pages: [LedgerPage] = []
    let count = days.upperBound - days.lowerBound + 1
    for back in 0..<count {
      guard site.isWanted() else { return nil }
      site.say(back, of: count)
      let day = days.upperBound - back
      let found = try office.withLock { try $0.pages(of: kind, book, from: day, to: day) }
      pages += found.reversed()
    }
    return ListedPages(
      kind, days, of: book, pages,
      unread: try office.withLock { try $0.unread(from: days.lowerBound) })
  }
}
