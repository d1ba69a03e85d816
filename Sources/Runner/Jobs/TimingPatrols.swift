import Patrol
import Records

extension CommandRunner {
  /// When teams were out on the days of a span; keys are answered between two days.
  func patrolTimes(_ days: ClosedRange<Day>, _ site: JobSite) throws -> PatrolTimes? {
    var (times, isWhole): ([PatrolTimes.Time], Bool) = ([], true)
    for day in days {
      guard site.isWanted() else { return nil }
      site.say(day - days.lowerBound, of: days.upperBound - days.lowerBound + 1)
      let ledger = try office.withLock { try $0.books.ledger(day) { $0.kind == .patrol } }
      isWhole = isWhole && ledger.unreadBooks.isEmpty && ledger.damaged.isEmpty
      for page in ledger.patrols where !page.isVoid {
        guard let from = page[PatrolEntry.from], let to = page[PatrolEntry.to], to > from else {
          continue
        }
        times.append(.init(team: page.page.id.book.owner, from: from, to: to))
      }
    }
    let begun = try office.withLock { try $0.books.begun() }
    return PatrolTimes(days, times, begun: begun, isWhole: isWhole)
  }
}
