import Books
import Patrol
import Records
import Signing
import Wording

/// The books behind the commands: indexes, days, pages found and pages written.
struct BookKeeping {
  let disk: any Disk
  let kinds: Kinds
  /// Pages from beyond its time do not count (J4).
  let clock: any Clock
  private var indexes: YearIndexes
  /// How often the books were found changed, by whomever.
  private(set) var changes = 0
  /// Volumes that could not be opened or read when a page of theirs was asked for last: an index that is
  /// stored does not know.
  private(set) var notRead: [String: (book: BookID, year: Int, why: NotRead)] = [:]
  /// Read again when somebody's key or post changes.
  var keys = KeysBooks.none {
    didSet {
      forget()
      (doneByVolume, waitingByBook) = ([:], [:])
      // A page may be struck out by a signature that counts no longer.
      if keys.extent != oldValue.extent { (contradictionsByPage, twiceByDay) = ([:], [:]) }
    }
  }
  let looking: VolumeLook
  /// What is open in the books, until anything is written or a register changes.
  private var open: OpenInspections?
  /// Whether problems that are still open are looked for in every year, and not in the last months' alone.
  private(set) var looksIntoEveryYear = false
  /// What volumes of handovers say is done of other books, and what those volumes were then.
  var doneByVolume: [BookID: [Int: DoneByShift]] = [:]
  /// Which entries of each book wait for somebody.
  var waitingByBook: [BookID: WaitingInBook] = [:]
  /// In which other books each volume has signatures.
  var named: [LedgerJudge.Place: Set<BookID>] = [:]
  /// What inspections contradict, and who is in two patrols at once by day, as the rows then were.
  var contradictionsByPage: [PageID: KnownContradictions] = [:]
  var twiceByDay: [Day: (rows: Int, found: [Contradiction])] = [:]
  /// Days of which that is known to be so still, until anything is written.
  var twiceIsSo: Set<Day> = []
  /// The day of a year's first entry, until then as well.
  var firstDay: (year: Int, day: Day?)?
  /// What all teams' books say of the season, until anything is written as well.
  var season: (reading: Int, days: ClosedRange<Day>, found: Season)?
  /// What each team's books say of the season.
  var seasonByTeam: [String: KnownSeason] = [:]
  /// What is open in each book, and what its volumes were then.
  var openByBook: [BookID: (stamps: [Int: YearIndex.Stamp], items: [OpenItem])] = [:]
  /// What pages of each book tell as intelligence.
  var toldByBook: [BookID: KnownTold] = [:]
  /// What pages of years that nobody looks into otherwise open or settle.
  private var marked: [Int: [BookID: [MarkedRow]]] = [:]
  /// Days that were read before anybody asked for them, until then as well.
  var ahead: [Day: DayAhead] = [:]
  /// What the rules look at and find today, until then as well.
  var today: LookedAt?
  /// Every team's newest rows of a year, until then as well: a turned day does not ask again.
  private var recent: (year: Int, entries: RecentEntries)?

  init(_ disk: any Disk, _ kinds: Kinds = .ours, _ clock: any Clock = SystemClock()) {
    (self.disk, self.kinds, self.clock) = (disk, kinds, clock)
    indexes = YearIndexes(disk, kinds)
    looking = VolumeLook(kinds, on: disk)
  }

  /// What judges some pages of volumes.
  mutating func judge(_ wanted: [WantedPages]) throws -> LedgerJudge {
    var standings: [LedgerJudge.Place: VolumeStanding] = [:]
    var odd: Set<PageID> = []
    for wanted in wanted {
      let index = try index(wanted.year, of: wanted.book)
      standings[.init(wanted.book, wanted.year)] = index.standing(of: wanted.book)
        .map { standing($0, wanted.book, wanted.year) }
      for row in wanted.rows where row.has(.odd) {
        odd.insert(PageID(wanted.book, year: wanted.year, number: Int(row.number)))
      }
    }
    return LedgerJudge(keys, kinds: kinds, standings, odd: odd) {
      [looking, clock] place, wanted in
      looking.whole(place.book, place.year, wanted, now: clock.now.instant)
    }
  }

  /// How far a volume holds together by now: what a fast clock dated ends it until then.
  private func standing(_ standing: VolumeStanding, _ book: BookID, _ year: Int) -> VolumeStanding {
    let now = clock.now.instant
    guard standing.latest > now + JudgeRule.clockSlack else { return standing }
    return looking.reading(book, year, now: now)?.standing ?? standing
  }

  mutating func index(_ year: Int) throws -> YearIndex { try indexes.index(year) }

  /// An index that has a book.
  mutating func index(_ year: Int, of book: BookID) throws -> YearIndex {
    try indexes.index(year, of: book.kind)
  }

  /// The books that are signed, of some years.
  mutating func signedBooks(_ years: [Int]) throws -> Set<BookID> {
    indexes.readSigned(years)
    return Set(
      try kinds.signedBooks.flatMap { kind in
        try years.flatMap { try indexes.index($0, of: kind).books }.filter { $0.kind == kind }
      })
  }

  /// The years that have volumes and whose signed books were not read yet.
  func lackingSigned() throws -> [Int] { indexes.lackingSigned(try years()) }

  /// From now on what is open is looked for in every year.
  ///
  /// - Parameters:
  ///   - read: the signed books of years that were read meanwhile.
  ///   - marked: what pages of those years open or settle.
  mutating func lookIntoEveryYear(
    _ read: [YearIndex] = [], marked: [Int: [BookID: [MarkedRow]]] = [:]
  ) {
    guard !looksIntoEveryYear else { return }
    for index in read { indexes.keep(signed: index) }
    self.marked.merge(marked) { $1 }
    looksIntoEveryYear = true
    (open, ahead, today) = (nil, [:], nil)
  }

  /// Takes an index that was made meanwhile; one that could not be is made when it is needed.
  mutating func keep(_ index: Result<YearIndex, DiskError>) {
    if case .success(let index) = index { indexes.keep(index) }
  }

  /// The years whose volumes may hold pages about a day, oldest first: an entry may come late, and a
  /// page may be corrected, signed or struck out in any later year.
  ///
  /// - Parameter years: those that have volumes.
  static func years(of day: Day, among years: [Int]) -> [Int] {
    [day.year] + years.filter { $0 > day.year }
  }

  func years(of day: Day) throws -> [Int] { Self.years(of: day, among: try years()) }

  /// A day's pages.
  mutating func ledger(_ day: Day) throws -> DayLedger {
    try ledgerAhead(day) ?? ledger(day) { _ in true }
  }

  /// The same of some books.
  mutating func ledger(_ day: Day, of isWanted: (BookID) -> Bool) throws -> DayLedger {
    var pages: [Page] = []
    var damaged: [Notice] = []
    var unreadBooks: Set<BookID> = []
    var all: [WantedPages] = []
    for year in try years(of: day) {
      let index = try index(year)
      unreadBooks.formUnion(index.unreadBooks)
      damaged += index.unread.map(\.notice)
      let wanted = Self.wanted(day, index, of: isWanted)
      all += wanted
      for (wanted, look) in zip(wanted, WantedPages.looks(wanted, on: disk)) {
        let (sound, broken) = try self.pages(wanted, look)
        pages += sound
        damaged += broken
        if !broken.isEmpty { unreadBooks.insert(wanted.book) }
      }
    }
    return DayLedger(
      day: day, pages: pages, damaged: damaged, unreadBooks: unreadBooks, kinds: kinds,
      judge: try judge(all))
  }

  /// The pages about a day that an index has, by their volumes.
  static func wanted(
    _ day: Day, _ index: YearIndex, of isWanted: (BookID) -> Bool = { _ in true }
  ) -> [WantedPages] {
    let all = index.pages(on: day).filter { isWanted($0.book) }
    return Dictionary(grouping: all, by: \.book).map { book, rows in
      WantedPages(rows.map(\.page), book, index.year)
    }
  }

  /// Pages of one volume by number.
  mutating func pages(
    _ numbers: [Int], of book: BookID, _ year: Int
  ) throws -> (sound: [Page], damaged: [Notice]) {
    let rows = try index(year, of: book).pages(of: book).filter { numbers.contains(Int($0.number)) }
    let wanted = WantedPages(rows, book, year)
    return try pages(wanted, wanted.look(on: disk))
  }

  /// What was found where the rows of an index point.
  ///
  /// Where a row of the index points at something else, the volume is read again once; what then is
  /// no page is damage, and said.
  mutating func pages(
    _ wanted: WantedPages, _ firstLook: WantedPages.Look
  ) throws -> (sound: [Page], damaged: [Notice]) {
    let (book, year, path) = (wanted.book, wanted.year, wanted.path(on: disk))
    var (wanted, look) = (wanted, firstLook)
    for isLastTry in [false, true] {
      // Nothing is asked of a volume that has no such pages, whether it is there or not.
      guard !wanted.rows.isEmpty else { return ([], []) }
      let pages: [Page?]
      do throws(DiskError) { pages = try look.get() } catch {
        let why = NotRead(path, error.reason)
        notRead[path] = (book, year, why)
        return ([], [why.notice])
      }
      if !notRead.isEmpty { notRead[path] = nil }
      if pages.allSatisfy({ $0 != nil }) || isLastTry {
        let broken = zip(wanted.rows, pages).filter { $0.1 == nil }.map(\.0)
        return (pages.compactMap { $0 }, broken.map { layout(path, $0) })
      }
      try indexes.reread(book, year)
      forget()
      let numbers = wanted.rows.map(\.number)
      wanted = WantedPages(
        try index(year, of: book).pages(of: book).filter { numbers.contains($0.number) }, book, year
      )
      look = wanted.look(on: disk)
    }
    return ([], [])
  }

  /// What stands where a row points is no page.
  private func layout(_ path: String, _ row: PageSummary) -> Notice {
    do throws(DiskError) {
      let line = VolumeText(try disk.read(path)).line(of: row.range.lowerBound)
      return VolumeFault.layout(file: path, page: Int(row.number), line: line).notice
    } catch { return NotRead(path, error.reason).notice }
  }

  /// One page with its amendments.
  mutating func page(_ id: PageID) throws -> LedgerPage {
    let index = try index(id.year)
    // A page of a volume that was not read is not “no such page”.
    let path = Volume(id.book, year: id.year, on: disk).path
    let rows = index.pages(of: id.book)
    if !rows.contains(where: { Int($0.number) == id.number }),
      let unread = index.unread.first(where: { $0.file == path })
    {
      throw unread
    }
    guard let row = rows.first(where: { Int($0.number) == id.number }) else {
      throw BookError.noSuchPage(page: id.text)
    }
    let ledger = try ledger(Day(number: Int(row.day)))
    if let page = ledger.page(id) { return page }
    // A correction or void is no entry of its day, but a page all the same.
    guard let page = try pages([id.number], of: id.book, id.year).sound.first else {
      throw BookError.noSuchPage(page: id.text)
    }
    return LedgerPage(page, in: ledger)
  }

  /// The newest entries of a book, oldest first, with their amendments.
  mutating func newest(_ book: BookID, year: Int) throws -> [LedgerPage] {
    let rows = try recentRows(book, year, of: years())
    let days = Set(rows.map { Day(number: Int($0.day)) }).sorted()
    return try days.suffix(6).flatMap { try ledger($0) { $0 == book }.pages(of: book) }
  }

  /// The patrols of some teams on a day.
  mutating func patrols(on day: Day, of teams: Set<String>) throws -> [LedgerPage] {
    try ledger(day) { $0.kind == .patrol && teams.contains($0.owner) }.patrols
  }

  /// Reads what was written since; true when there was anything.
  mutating func freshen() throws -> Bool {
    let changed = try indexes.freshen()
    if changed {
      forget()
      changes += 1
    }
    return changed
  }

  mutating func append(
    _ page: Volume.NewPage, to book: BookID, year: Int, cover: VolumeCover, recorded: Recorded
  ) throws -> PageReference {
    let volume = Volume(book, year: year, on: disk)
    // A new volume in place of one that is gone would begin its numbers again.
    if let gone = try index(year).unread.first(where: { $0.file == volume.path }),
      try disk.status(volume.path) == nil
    {
      throw gone
    }
    let references = try volume.append([page], cover: cover, recorded: recorded)
    _ = try? freshen()
    guard let reference = references.first else { throw BookError.notAVolume(file: volume.path) }
    return reference
  }

  /// Remembers of a volume why it could not be read, or that it was.
  mutating func noteRead(_ book: BookID, _ year: Int, but why: NotRead?) {
    notRead[Volume(book, year: year, on: disk).path] = why.map { (book, year, $0) }
  }

  /// Days on which somebody was found absent, until then as well.
  private var absences: [Day: Bool] = [:]

  private mutating func forget() {
    (open, recent, absences, ahead) = (nil, nil, [:], [:])
    (twiceIsSo, firstDay, today, season) = ([], nil, nil, nil)
  }

  /// Whether a page of a day says that somebody was found absent; most days none does, and the rows of
  /// all books are not looked at.
  ///
  /// - Parameter years: those that have volumes.
  mutating func hasAbsence(_ day: Day, of years: [Int]) throws -> Bool {
    if let known = absences[day] { return known }
    let found = try Self.years(of: day, among: years).contains {
      try !index($0).pages(on: day) { $0.has(.absence) }.isEmpty
    }
    absences[day] = found
    return found
  }

  /// What pages of a year open or settle; of a year that is not kept up it is read once.
  mutating func markedRows(_ year: Int) throws -> [BookID: [MarkedRow]] {
    if let index = indexes.known(year) { return index.marked }
    if let known = marked[year] { return known }
    let found = YearIndexes.marked([year], kinds, on: disk)[year]
    marked[year] = found
    return try found ?? index(year).marked
  }

  /// What the volumes of a book are, in the years that are kept up.
  func stamps(of book: BookID) -> [Int: YearIndex.Stamp] { indexes.stamps(of: book) }

  /// What is open, looked for once and remembered.
  mutating func openInspections(_ snapshot: Snapshot) throws -> OpenInspections {
    if let open, open.today == snapshot.today { return open }
    let found = try lookForOpen(snapshot)
    open = found
    return found
  }

  /// What pages tell as intelligence: the first frame does not wait for it.
  private mutating func told(_ snapshot: Snapshot, of years: [Int]) throws -> [ToldPage] {
    looksIntoEveryYear ? try toldPages(years, snapshot) : []
  }

  /// What rules look at beside the registers.
  mutating func survey(_ snapshot: Snapshot, _ ledger: DayLedger, now: Moment) throws -> Survey {
    let (day, years) = (ledger.day, try years())
    var rows: [Day: [String: [PageSummary]]] = [:]
    var unreadBooks = ledger.unreadBooks
    for day in Survey.days(snapshot, day, now: now) {
      unreadBooks.formUnion(try self.unreadBooks(from: day, of: years))
      let patrols = try self.rows(on: day, of: years).filter { $0.book.kind == .patrol }
      rows[day] = Dictionary(grouping: patrols, by: \.book.owner).mapValues { $0.map(\.page) }
    }
    let season = try season(snapshot)
    let before = try twice(before: day, snapshot, season, of: years)
    return Survey(
      snapshot: snapshot, now: now, day: day, rows: rows,
      recent: try recentEntries(snapshot, years),
      inspections: try inspections(snapshot, day, of: years),
      open: try openInspections(snapshot).items, told: try told(snapshot, of: years),
      twice: before + ledger.twice,
      season: season, unreadBooks: unreadBooks)
  }

  private mutating func recentEntries(_ snapshot: Snapshot, _ years: [Int]) throws -> RecentEntries
  {
    let year = snapshot.today.year
    if let recent, recent.year == year { return recent.entries }
    let index = try index(year)
    let found = try snapshot.teams.map { team in
      let book = BookID(team.code, .patrol)
      return (team.code, try recentRows(book, in: index) ?? recentRows(book, year, of: years))
    }
    let entries = RecentEntries(Dictionary(found, uniquingKeysWith: { first, _ in first }))
    recent = (year, entries)
    return entries
  }

  /// Every page of a kind of book, or of one book, in a span of days, oldest first: what `list` shows.
  mutating func pages(
    of kind: PageKind, _ book: BookID? = nil, from: Day, to: Day
  ) throws -> [LedgerPage] {
    guard from <= to else { return [] }
    return try (from...to).flatMap { day in
      try ledger(day) { $0 == book ?? $0 && $0.kind == kind.book }.pages(of: kind)
    }
  }

  /// The years that have volumes, oldest first.
  func years() throws -> [Int] { try Search(on: disk).years().reversed() }

  /// Volumes that could not be read and pages of others that can't be, of a year and all later ones.
  mutating func unread(from year: Int) throws -> [Notice] {
    // Of a year whose folder is gone the index may still know.
    let years = try Set(years() + indexes.years).filter { $0 >= year }.sorted()
    let found = try years.flatMap { try index($0).unread }
    let others = notRead.values.filter { $0.year >= year }.map(\.why).filter { why in
      !found.contains { $0.file == why.file }
    }
    return (found + others.sorted { $0.file < $1.file }).map(\.notice)
  }

  /// Books that may have pages about a day, of which something was not read.
  ///
  /// - Parameter years: those that have volumes; they are looked for without it.
  mutating func unreadBooks(from day: Day, of years: [Int]? = nil) throws -> Set<BookID> {
    let years = Self.years(of: day, among: try years ?? self.years())
    let found = try years.flatMap { try index($0).unreadBooks }
    return Set(found + notRead.values.filter { years.contains($0.year) }.map(\.book))
  }

  /// Puts the indexes into `.cache/` in which more than `few` volumes were read again.
  mutating func store(beyond few: Int = 0) { indexes.store(beyond: few) }
}
