import Books
import Patrol
import Records

/// A row of an index with the volume that its page stands in.
struct BookRow {
  let book: BookID
  let year: Int
  var page: PageSummary

  var place: PageSummary.Place { .init(year, Int(page.number)) }
  /// The page of the same book that this one is about.
  var target: PageSummary.Place? { page.target(in: year) }
}

extension [BookRow] {
  /// The same with the mark of a void also where that stands in a later volume than its page.
  var struckOut: [BookRow] {
    let voids = filter { $0.page.is(.void) && $0.page.yearsBack > 0 && !$0.page.has(.odd) }
    guard !voids.isEmpty else { return self }
    let places = Dictionary(grouping: voids, by: \.book).mapValues { Set($0.compactMap(\.target)) }
    return map { row in
      var row = row
      if places[row.book]?.contains(row.place) == true {
        row.page.marks |= PageSummary.Marks.void.rawValue
      }
      return row
    }
  }
}

/// Rows over the volumes of several years: what was written about a page counts alike in any
/// volume it came into.
extension BookKeeping {
  /// Every row about a day, entries as they stand now.
  ///
  /// - Parameter years: those that have volumes.
  mutating func rows(on day: Day, of years: [Int]) throws -> [BookRow] {
    try standing(
      try Self.years(of: day, among: years).flatMap { year in
        try index(year).pages(on: day).map { BookRow(book: $0.book, year: year, page: $0.page) }
      }.struckOut, years)
  }

  /// Rows with what corrections, and voids that are not plain, among them say of their entries: what a row tells a rule is what the
  /// page says now.
  ///
  /// - Parameter years: those that have volumes.
  mutating func standing(_ rows: [BookRow], _ years: [Int]) throws -> [BookRow] {
    var corrected: [BookID: Set<PageSummary.Place>] = [:]
    for row in rows
    where row.page.is(.correction) || row.page.is(.reopen)
      || row.page.is(.void) && row.page.has(.odd)
    {
      if let target = row.target { corrected[row.book, default: []].insert(target) }
    }
    guard !corrected.isEmpty else { return rows }
    var pages: [PageID: LedgerPage] = [:]
    for (book, places) in corrected {
      for (year, places) in Dictionary(grouping: places, by: \.year) {
        for page in try entries(Set(places.map(\.number)), of: book, year, among: years) {
          pages[page.page.id] = page
        }
      }
    }
    return rows.map { row in
      var row = row
      let id = PageID(row.book, year: row.year, number: row.place.number)
      if let page = pages[id] { row.page = row.page.standing(page) }
      return row
    }
  }

  private static let recentPages = 24

  /// The newest rows of a book as its volume has them; nil where other volumes have to be asked.
  func recentRows(_ book: BookID, in index: YearIndex) -> [PageSummary]? {
    let rows = index.pages(of: book, last: Self.recentPages)
    let isAlone =
      rows.count == Self.recentPages && Self.hasEntries(rows)
      && !rows.contains { $0.is(.void) && $0.has(.odd) || $0.is(.correction) || $0.is(.reopen) }
    return isAlone ? rows : nil
  }

  /// The newest rows of a book, oldest first: a volume that has just begun goes on with the one before
  /// it, of any year.
  ///
  /// - Parameter years: those that have volumes, oldest first.
  mutating func recentRows(_ book: BookID, _ year: Int, of years: [Int]) throws -> [PageSummary] {
    var found = try newestRows(book, year, Self.recentPages)
    for earlier in years.reversed() where earlier < year {
      guard found.count < Self.recentPages else { break }
      let rows = try newestRows(book, earlier, Self.recentPages - found.count)
      found = rows + found
      if !rows.isEmpty { break }
    }
    return try standing(found.struckOut, years).map(\.page)
  }

  /// Rows from the end of a volume: so many, and more where nearly all of them are about other pages.
  private mutating func newestRows(_ book: BookID, _ year: Int, _ count: Int) throws -> [BookRow] {
    let index = try index(year)
    var count = count
    var rows = index.pages(of: book, last: count)
    while rows.count == count, !Self.hasEntries(rows) {
      count *= 4
      rows = index.pages(of: book, last: count)
    }
    return rows.map { BookRow(book: book, year: year, page: $0) }
  }

  /// Whether there are as many entries as are held against each other.
  private static func hasEntries(_ rows: some Sequence<PageSummary>) -> Bool {
    var left = RecentEntries.alike
    return rows.contains { row in
      if row.is(.entry), !row.has(.void) { left -= 1 }
      return left == 0
    }
  }

  /// Whether a day of a book is closed: by a close of that day, or of a later one of its year (J15).
  mutating func isClosed(_ day: Day, of book: BookID) throws -> Bool {
    try index(day.year, of: book).pages(of: book).contains {
      $0.is(.close) && Int($0.day) >= day.number
    }
  }

  /// The day of the newest page; one that lies ahead and was struck out since does not count.
  ///
  /// A volume in which a page was recorded before the one above it tells nothing of the clock.
  mutating func newestDay() throws -> Day? {
    let years = try years()
    for year in years.reversed() {
      let index = try index(year)
      let day = index.newestDay(last: Self.recentPages) { book, page in
        page.is(.entry) && !page.has(.void) && page.day != .min
          && index.standing(of: book)?.broken != JudgeRule.time.rawValue
      }
      if let day { return day }
    }
    return nil
  }

  /// Entries of one volume by number, with all that was written about them since, in later years'
  /// volumes too.
  ///
  /// - Parameter years: those that have volumes; they are looked for without it.
  mutating func entries(
    _ numbers: Set<Int>, of book: BookID, _ year: Int, among years: [Int]? = nil
  ) throws -> [LedgerPage] {
    guard !numbers.isEmpty else { return [] }
    var pages: [Page] = []
    var all: [WantedPages] = []
    var wanted = [year: numbers]
    for volume in try years ?? self.years() where volume >= year {
      // What is about an entry, and what is about that (a signature under a correction, a review),
      // stands behind it.
      for row in try index(volume, of: book).pages(of: book) {
        guard let target = row.target(in: volume),
          wanted[target.year]?.contains(target.number) == true
        else { continue }
        wanted[volume, default: []].insert(Int(row.number))
      }
      let numbers = wanted[volume] ?? []
      let rows = try index(volume, of: book).pages(of: book)
        .filter { numbers.contains(Int($0.number)) }
      let wanted = WantedPages(rows, book, volume)
      all.append(wanted)
      pages += try self.pages(wanted, wanted.look(on: disk)).sound
    }
    let ledger = DayLedger(
      day: Day(number: 0), pages: pages, kinds: kinds, judge: try judge(all))
    return ledger.entries.filter {
      $0.page.id.year == year && numbers.contains($0.page.id.number)
    }
  }
}
