import Books
import Patrol
import Records

/// What one volume of handovers says is done, and what volume and later pages about it were then.
struct DoneByShift {
  let stamp: YearIndex.Stamp
  let later: Int
  let matters: [OpenMatter]
}

/// What shifts hand over (B14).
extension BookKeeping {
  /// What is open for a station, and where its handover before this one ended.
  mutating func handing(_ kind: PageKind, _ snapshot: Snapshot) throws -> Handing {
    lookIntoEveryYear()
    let open = try openInspections(snapshot)
    let book = BookID(snapshot.station.unit, kind.book)
    let before = try newestHandover(book)
    let unread = snapshot.unreadOfRegisters.map(\.notice) + (try unread(from: .min))
    return Handing(
      snapshot, open: open.items, waiting: open.waiting, before: before, unread: unread)
  }

  /// The handover that ends last, of any year, even if much was written about others since.
  mutating func newestHandover(_ book: BookID) throws -> LedgerPage? {
    let years = try years()
    for year in years.reversed() {
      let rows = try index(year, of: book).pages(of: book).filter { $0.is(.entry) }
      let entries = try entries(
        Set(rows.suffix(Self.recent).map { Int($0.number) }), of: book, year, among: years
      )
      .filter { !$0.isVoid && $0.isSound }
      if let last = entries.max(by: { $0.text(ShiftHandover.to) < $1.text(ShiftHandover.to) }) {
        return last
      }
    }
    return nil
  }

  /// So many of a year's handovers are looked at: they are written one after another.
  private static let recent = 24

  /// What handovers that both sides have signed say is done, each in books that its station answers for.
  mutating func doneByShift(_ years: [Int], _ snapshot: Snapshot) throws -> Set<OpenMatter> {
    var done: Set<OpenMatter> = []
    for kind in kinds.pages where kind.layout.hands != nil {
      for book in try signedBooks(years)
      where book.kind == kind.book && snapshot.isStation(book.owner) {
        for year in years {
          let found = try doneByShift(book, year, of: years)
          done.formUnion(found.filter { snapshot.answers(book.owner, for: $0.page.book) })
        }
      }
    }
    return done
  }

  /// A volume is looked through once for as long as it, and what later ones say of it, stays as it is.
  private mutating func doneByShift(
    _ book: BookID, _ year: Int, of years: [Int]
  ) throws -> [OpenMatter] {
    let index = try index(year, of: book)
    guard let stamp = index.stamp(of: book) else { return [] }
    var later = 0
    for other in years where other > year {
      later += try self.index(other, of: book).pages(of: book).count {
        $0.target(in: other)?.year == year
      }
    }
    if let known = doneByVolume[book]?[year], known.stamp == stamp, known.later == later {
      return known.matters
    }
    let rows = index.pages(of: book).filter { $0.is(.entry) && $0.has(.settles) }
    let pages = try entries(Set(rows.map { Int($0.number) }), of: book, year, among: years)
    let found = pages.flatMap(\.doneElsewhere)
    doneByVolume[book, default: [:]][year] = DoneByShift(
      stamp: stamp, later: later, matters: found)
    return found
  }
}
