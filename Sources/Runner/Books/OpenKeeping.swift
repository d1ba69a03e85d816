import Books
import Patrol
import Records

/// A row that says its page leaves something open or settles it, with the volume it is of.
struct MarkedRow {
  let year: Int
  let number: Int
  let opens: Bool
  let settles: Bool
  /// Whether it tells something as intelligence, or a correction of it says whether it does.
  let tells: Bool

  var isOpening: Bool { opens || settles }
}

/// What pages leave open until a later one names it (R30): looked for in the rows of every year, so
/// that only pages that open or settle anything are read, and none is too old to count.
extension BookKeeping {
  /// - Parameters:
  ///   - years: those looked into, oldest first.
  ///   - apart: kinds of book that are looked through otherwise.
  mutating func openItems(_ years: [Int], besides apart: Set<BookKind>) throws -> [OpenItem] {
    var marked: [BookID: [MarkedRow]] = [:]
    for year in years {
      for (book, rows) in try markedRows(year) where !apart.contains(book.kind) {
        marked[book, default: []] += rows.filter(\.isOpening)
      }
    }
    return try marked.filter { $0.value.contains(where: \.opens) }
      .sorted { $0.key.text < $1.key.text }.flatMap { book, rows in
        try openItems(of: book, rows, years)
      }
  }

  /// What is open in one book; looked for again only where its volumes have changed.
  private mutating func openItems(
    of book: BookID, _ rows: [MarkedRow], _ years: [Int]
  ) throws -> [OpenItem] {
    let stamps = stamps(of: book)
    if let known = openByBook[book], known.stamps == stamps { return known.items }
    let items = try readOpenItems(of: book, rows, years)
    openByBook[book] = (stamps, items)
    return items
  }

  private mutating func readOpenItems(
    of book: BookID, _ rows: [MarkedRow], _ years: [Int]
  ) throws -> [OpenItem] {
    var pages: [LedgerPage] = []
    for (year, rows) in Dictionary(grouping: rows, by: \.year).sorted(by: { $0.key < $1.key }) {
      pages += try entries(Set(rows.map(\.number)), of: book, year, among: years)
    }
    return OpenItem.all(in: pages)
  }
}

extension YearIndex {
  var marked: [BookID: [MarkedRow]] {
    pages(marked: [.opens, .settles, .tells]).map {
      BookRow(book: $0.book, year: year, page: $0.page)
    }
    .marked
  }
}

extension [BookRow] {
  /// Those that open, settle or tell anything, as the entries that they are or are about.
  var marked: [BookID: [MarkedRow]] {
    var found: [BookID: [MarkedRow]] = [:]
    for row in self {
      let place = row.page.is(.correction) ? row.target ?? row.place : row.place
      found[row.book, default: []].append(
        MarkedRow(
          year: place.year, number: place.number, opens: row.page.has(.opens),
          settles: row.page.has(.settles), tells: row.page.has(.tells)))
    }
    return found
  }
}
