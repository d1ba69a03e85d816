import Books
import Patrol
import Records

/// What an inspection found and the patrol book denies, and what both books were then.
struct KnownContradictions {
  let stamps: [YearIndex.Stamp?]
  let patrols: BookID
  let found: [Contradiction]
}

/// Where two pages can't both be true (A14): looked for in every day since the season began, since nothing
/// but a correction settles it.
extension BookKeeping {
  /// Days back before every year was looked into: the first frame does not wait for more.
  private static let firstDays = 10

  /// What inspections found and patrol books deny.
  ///
  /// - Parameter years: those that have volumes.
  mutating func contradictions(
    upTo day: Day, of years: [Int], _ snapshot: Snapshot
  ) throws -> [Contradiction] {
    let begin = try looksIntoEveryYear ? seasonBegin(snapshot) : nil
    let days = min(day, begin ?? day - (Self.firstDays - 1))...day
    guard begin != nil else {
      return try days.reversed().flatMap { try contradictions(on: $0, years) }
    }
    var places: [(id: PageID, day: Day)] = []
    for book in try signedBooks(years) where book.kind == .inspection {
      for year in years where year >= days.lowerBound.year {
        for row in try index(year, of: book).pages(of: book)
        where row.has(.absence) && !row.has(.void) {
          let place = row.is(.correction) ? row.target(in: year) : .init(year, Int(row.number))
          let about = Day(number: Int(row.day))
          guard let place, days.contains(about) else { continue }
          places.append((PageID(book, year: place.year, number: place.number), about))
        }
      }
    }
    var (found, seen): ([Contradiction], Set<PageID>) = ([], [])
    for (id, day) in places.sorted(by: { ($0.day, $0.id.text) < ($1.day, $1.id.text) })
    where seen.insert(id).inserted {
      found += try contradictions(of: id, on: day, years)
    }
    return found
  }

  /// Those of a day's inspections.
  mutating func contradictions(on day: Day, _ years: [Int]) throws -> [Contradiction] {
    guard try hasAbsence(day, of: years) else { return [] }
    let rows = try rows(on: day, of: years)
    var (found, seen): ([Contradiction], Set<PageID>) = ([], [])
    for row in rows where row.page.has(.absence) && !row.page.has(.void) {
      guard let place = row.page.is(.correction) ? row.target : row.place else { continue }
      let id = PageID(row.book, year: place.year, number: place.number)
      if seen.insert(id).inserted { found += try contradictions(of: id, on: day, years) }
    }
    return found
  }

  /// What one inspection contradicts; looked for again only where one of the two books has changed.
  private mutating func contradictions(
    of inspection: PageID, on day: Day, _ years: [Int]
  ) throws -> [Contradiction] {
    if let known = contradictionsByPage[inspection],
      known.stamps == (try stamps(of: [inspection.book, known.patrols], day, years))
    {
      return known.found
    }
    let entry = try entries(
      [inspection.number], of: inspection.book, inspection.year, among: years
    ).first
    guard let entry, let team = entry[Inspection.inspected] else { return [] }
    let book = BookID(team.code, .patrol)
    var claims: [LedgerPage] = []
    for year in Self.years(of: day, among: years) {
      let rows = try index(year).pages(of: book).filter {
        $0.is(.entry) && !$0.has(.void) && Int($0.day) == day.number
      }
      claims += try entries(Set(rows.map { Int($0.number) }), of: book, year, among: years)
    }
    let found = Contradiction.between(entry) { _ in claims }
    contradictionsByPage[inspection] = KnownContradictions(
      stamps: try stamps(of: [inspection.book, book], day, years), patrols: book, found: found)
    return found
  }

  /// What the volumes are that may have pages about a day.
  private mutating func stamps(
    of books: [BookID], _ day: Day, _ years: [Int]
  ) throws -> [YearIndex.Stamp?] {
    try Self.years(of: day, among: years).flatMap { year in
      try books.map { try index(year, of: $0).stamp(of: $0) }
    }
  }

  // MARK: The same people in two patrols

  /// Who is present in two patrols at once, on earlier days than the one that shows.
  ///
  /// - Parameter season: what the books say of it, once they were looked through.
  mutating func twice(
    before day: Day, _ snapshot: Snapshot, _ season: Season?, of years: [Int]
  ) throws -> [Contradiction] {
    guard season != nil else { return [] }
    return try twiceDays(before: day, snapshot).flatMap { try twice(on: $0, of: years) }
  }

  /// The days looked into: all of the campaign; without one, the last, and those with an entry that came late.
  mutating func twiceDays(before day: Day, _ snapshot: Snapshot) throws -> [Day] {
    // No page is about a day later than the newest volume's year.
    guard let newest = try years().max(), let end = Day(year: newest, month: 12, day: 31) else {
      return []
    }
    let last = min(day - 1, snapshot.today - 1, end)
    guard let begin = try seasonBegin(snapshot), begin <= last else { return [] }
    if snapshot.station.campaignFrom == begin { return Array(begin...last) }
    let late = seasonByTeam.values.flatMap { $0.book.noted }.filter { $0.has(.late) }
    let days = Set(late.map { Day(number: Int($0.day)) } + [last])
    return days.filter { $0 <= last && begin <= $0 }.sorted()
  }

  /// The same of a day; it is read again only where something was written about it.
  mutating func twice(on day: Day, of years: [Int]) throws -> [Contradiction] {
    if let known = twiceByDay[day], twiceIsSo.contains(day) { return known.found }
    var hasher = Hasher()
    for year in Self.years(of: day, among: years) {
      for row in try index(year).pages(on: day) where row.book.kind == .patrol {
        hasher.combine(row.book)
        hasher.combine(row.page.number)
        hasher.combine(row.page.offset)
      }
    }
    let rows = hasher.finalize()
    if twiceByDay[day]?.rows != rows {
      twiceByDay[day] = (rows, try ledger(day) { $0.kind == .patrol }.twice)
    }
    twiceIsSo.insert(day)
    return twiceByDay[day]?.found ?? []
  }
}
