import Books
import Patrol
import Records

/// What pages tell as intelligence: looked for in the rows of every year, so that none is too old to count.
///
/// Only pages that no record names are read, and those of records still open: what is done costs nothing.
extension BookKeeping {
  mutating func toldPages(_ years: [Int], _ snapshot: Snapshot) throws -> [ToldPage] {
    // A register that was not read names pages that nobody knows of.
    guard snapshot.isRead([.intelligence]) else { return [] }
    let closed = Set(snapshot.leadRecords.done.compactMap(\.page))
    var wanted: [BookID: [Int: Set<Int>]] = [:]
    for year in years {
      for (book, rows) in try markedRows(year) {
        for row in rows where row.tells {
          let id = PageID(book, year: row.year, number: row.number)
          if !closed.contains(id) {
            wanted[book, default: [:]][row.year, default: []].insert(row.number)
          }
        }
      }
    }
    return try wanted.sorted { $0.key.text < $1.key.text }.flatMap { book, pages in
      try toldPages(of: book, pages, years)
    }
  }

  /// Those of one book; read again only where its volumes or what is wanted of them have changed.
  private mutating func toldPages(
    of book: BookID, _ wanted: [Int: Set<Int>], _ years: [Int]
  ) throws -> [ToldPage] {
    let stamps = stamps(of: book)
    if let known = toldByBook[book], known.stamps == stamps, known.wanted == wanted {
      return known.pages
    }
    var pages: [ToldPage] = []
    for (year, numbers) in wanted.sorted(by: { $0.key < $1.key }) {
      pages += try entries(numbers, of: book, year, among: years).compactMap(ToldPage.init)
    }
    toldByBook[book] = KnownTold(stamps: stamps, wanted: wanted, pages: pages)
    return pages
  }
}

/// What pages of a book tell, and what its volumes were then.
struct KnownTold {
  let stamps: [Int: YearIndex.Stamp]
  let wanted: [Int: Set<Int>]
  let pages: [ToldPage]
}
