import Patrol
import Records
import Runner
import Synchronization
import TestSupport
import Testing

@Suite("A day is read whole, and looked at where it is shown")
struct DayTests {
  @Test("Nobody looks at a signature before it is asked for, and once then")
  func lazily() throws {
    let scratch = try Demo.directory()
    let runner = try Demo.runner(scratch)
    let pages = try runner.pages(of: .inspection, from: Demo.today - 9, to: Demo.today)
    let whole = pages.flatMap { page in
      [page.page] + page.amendments.map(\.page) + page.attestations.map(\.page)
    }
    let looks = Mutex(0)
    let plain = pages.filter { $0.amendments.isEmpty && $0.failed.isEmpty }
    let (odd, places) = (
      Set(whole.map(\.id)), whole.map { LedgerJudge.Place($0.id.book, $0.id.year) }
    )
    let standing = VolumeStanding(directory: Sample.directory, rollover: 480, good: .max)
    let keysBook = BookID("QSP", KeysPage.book)
    let header = VolumeHeader(
      VolumeCover("", Sample.directory, rollover: 480), keysBook, year: 2026, continues: nil)
    let keys = KeysBooks(
      [JudgedVolume(keysBook, year: 2026, header: header, pages: [], good: 0)],
      KeysBooks.none.reader)
    // Nothing but the whole of a volume says what they are worth.
    let judge = LedgerJudge(
      keys, Dictionary(places.map { ($0, standing) }, uniquingKeysWith: { $1 }), odd: odd
    ) { _, _ in
      looks.withLock { $0 += 1 }
      return nil
    }
    let shown = plain.flatMap { [$0.page] + $0.attestations.map(\.page) }
    let ledger = DayLedger(day: Demo.today, pages: shown, judge: judge)
    #expect(looks.withLock { $0 } == 0)
    let page = try #require(ledger.inspections.first { !$0.attestations.isEmpty })
    let count = looks.withLock { $0 }
    #expect(count > 0)
    #expect(page.badSignatures.count == page.attestations.count)
    #expect(looks.withLock { $0 } == count)
  }

  @Test("The books of sixty teams are read as those of one")
  func manyBooks() throws {
    let scratch = try Scratch()
    try MakingUp.synthetic(
      on: scratch.disk, now: Demo.now, teams: 60, years: 1, entries: 60 * 365, seed: 7)
    let runner = try Demo.runner(scratch)
    let day = Demo.today - 20
    let pages = try runner.pages(of: .patrol, from: day, to: day)
    #expect(pages.count == 60)
    #expect(pages.allSatisfy { $0.isSound && $0.day == day })
  }
}
