import Books
import Patrol
import Records

/// What one volume of handovers says is done, by page, and what the volume was then.
struct DoneByShift {
  let stamp: YearIndex.Stamp
  let pages: [Int: [PageID]]
}

/// What shifts hand over (B14).
extension BookKeeping {
  /// What is open for a station, and where its handover before this one ended.
  mutating func handing(_ kind: PageKind, _ library: Library) throws -> Handing {
    lookIntoEveryYear()
    let open = try openInspections(library)
    let book = BookID(library.station.unit, kind.book)
    let before = try newest(book, year: library.today.year).last { !$0.isVoid }
    let unread = library.unreadOfRegisters.map(\.notice) + (try unread(from: .min))
    return Handing(
      library, open: open.items, waiting: open.waiting, before: before, unread: unread)
  }

  /// Pages of all books of which a handover says that what they left open is done.
  ///
  /// A handover's answers stand for good, so that each volume is read once for as long as it stays as it
  /// is; what a later volume strikes out is asked of the rows.
  mutating func doneByShift(_ years: [Int]) throws -> Set<PageID> {
    var done: Set<PageID> = []
    for kind in kinds.pages where kind.layout.hands != nil {
      for book in try signedBooks(years) where book.kind == kind.book {
        var voids: Set<PageSummary.Place> = []
        var found: [(place: PageSummary.Place, pages: [PageID])] = []
        for year in years {
          let index = try index(year, of: book)
          voids.formUnion(
            index.pages(of: book).filter { $0.is(.void) }.compactMap {
              $0.target(in: year)
            })
          found += try doneByShift(book, year, index).map { (.init(year, $0.key), $0.value) }
        }
        done.formUnion(found.filter { !voids.contains($0.place) }.flatMap(\.pages))
      }
    }
    return done
  }

  private mutating func doneByShift(
    _ book: BookID, _ year: Int, _ index: YearIndex
  ) throws -> [Int: [PageID]] {
    guard let stamp = index.stamp(of: book) else { return [:] }
    if let known = doneByVolume[book]?[year], known.stamp == stamp { return known.pages }
    let rows = index.pages(of: book).filter { $0.is(.entry) && $0.has(.settles) }
    let pages = try self.pages(rows.map { Int($0.number) }, of: book, year).sound.map { page in
      (page.id.number, LedgerPage(page: page, kind: kinds.page(page.kind)).doneElsewhere)
    }
    let found = Dictionary(pages, uniquingKeysWith: { $1 })
    doneByVolume[book, default: [:]][year] = DoneByShift(stamp: stamp, pages: found)
    return found
  }
}
