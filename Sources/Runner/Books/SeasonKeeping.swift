import Books
import Patrol
import Records

/// What one team's books say of the season, and what they and the registers were then.
struct KnownSeason {
  let stamps: [Int: YearIndex.Stamp]
  let reading: Int
  let days: ClosedRange<Day>
  let book: SeasonBook
}

/// What the Patrol Record Books say of all days since the campaign began: a book is looked through again only
/// where its volumes, the registers or the day have changed.
extension BookKeeping {
  /// Nil before every year is looked into: the first frame does not wait for it.
  mutating func season(_ snapshot: Snapshot) throws -> Season? {
    guard looksIntoEveryYear else { return nil }
    let today = snapshot.today
    guard let begin = try seasonBegin(snapshot), begin < today else { return nil }
    let days = begin...(today - 1)
    if let season, season.reading == snapshot.reading, season.days == days { return season.found }
    let years = try years()
    for year in begin.year...today.year where years.contains(year) { _ = try index(year) }
    var books: [String: SeasonBook] = [:]
    for team in snapshot.teams {
      books[team.code] = try season(of: team, days, years, snapshot)
    }
    let found = Season(books)
    season = (snapshot.reading, days, found)
    return found
  }

  /// The season's first day.
  mutating func seasonBegin(_ snapshot: Snapshot) throws -> Day? {
    let hasCampaign = snapshot.station.campaignFrom.map { $0 <= snapshot.today } ?? false
    return Season.begin(
      snapshot, first: hasCampaign ? nil : try firstEntry(snapshot.today))
  }

  private mutating func season(
    of team: Team, _ days: ClosedRange<Day>, _ years: [Int], _ snapshot: Snapshot
  ) throws -> SeasonBook {
    let book = BookID(team.code, .patrol)
    let stamps = stamps(of: book)
    if let known = seasonByTeam[team.code], known.stamps == stamps,
      known.reading == snapshot.reading, known.days == days
    {
      return known.book
    }
    // The day that runs may have entries that came late, or with few people, already.
    let rows = try entryRows(of: book, days.lowerBound...snapshot.today, years)
    let found = SeasonBook(of: team, rows, days, snapshot)
    seasonByTeam[team.code] = KnownSeason(
      stamps: stamps, reading: snapshot.reading, days: days, book: found)
    return found
  }

  /// The day of the first entry of a year; in January of the year before, so that nothing is forgotten
  /// because a year ends.
  private mutating func firstEntry(_ today: Day) throws -> Day? {
    let year = today.year
    if let firstDay, firstDay.year == year { return firstDay.day }
    let years = try years()
    var first: Day?
    let asked = today.month == 1 ? [year - 1, year] : [year]
    for year in asked where first == nil && years.contains(year) {
      let index = try index(year)
      let begin = Day(year: year, month: 1, day: 1) ?? today
      first = (begin...max(begin, today)).first { day in
        index.pages(on: day).contains { $0.page.is(.entry) && $0.book.kind == .patrol }
      }
    }
    firstDay = (year, first)
    return first
  }

  /// The first day of which a Patrol Record Book tells, in whatever year; nil where none does.
  mutating func begun() throws -> Day? {
    for year in try years().sorted() {
      let index = try index(year)
      let days = Day(year: year, month: 1, day: 1).flatMap { first in
        Day(year: year, month: 12, day: 31).map { first...$0 }
      }
      let first = days?.first { day in
        index.pages(on: day).contains { $0.page.is(.entry) && $0.book.kind == .patrol }
      }
      if let first { return first }
    }
    return nil
  }

  /// Entries of a book about some days that are not struck out, as they stand now.
  ///
  /// - Parameter years: those that have volumes.
  private mutating func entryRows(
    of book: BookID, _ days: ClosedRange<Day>, _ years: [Int]
  ) throws -> [PageSummary] {
    let span = days.lowerBound.number...days.upperBound.number
    var rows: [BookRow] = []
    for year in years where year >= days.lowerBound.year {
      rows += try index(year).pages(of: book).filter { span.contains(Int($0.day)) }
        .map { BookRow(book: book, year: year, page: $0) }
    }
    return try standing(rows.struckOut, years).map(\.page).filter {
      $0.is(.entry) && !$0.has(.void)
    }
  }
}
