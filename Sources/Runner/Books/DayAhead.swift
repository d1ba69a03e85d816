import Books
import Patrol
import Records
import Wording

/// A day that was read before anybody asked for it, and what its volumes were just before.
///
/// It is shown only where every volume still is what it was; else the day is read when it is asked for.
struct DayAhead {
  let ledger: DayLedger
  /// The years whose volumes were looked into.
  let years: [Int]
  /// What the rules look at and find, where that was looked for too.
  var looked: LookedAt?
  /// By path.
  private let volumes: [(path: String, was: FileStatus)]

  init(_ ledger: DayLedger, _ years: [Int], _ volumes: [(path: String, was: FileStatus)]) {
    (self.ledger, self.years, self.volumes) = (ledger, years, volumes)
    looked = nil
  }

  func isStillSo(_ years: [Int], on disk: any Disk) -> Bool {
    self.years == years && volumes.allSatisfy { (try? disk.status($0.path)) == $0.was }
  }
}

/// What the rules look at on a day, and what they find.
struct LookedAt {
  let survey: Survey
  let found: FoundOfDay

  init(_ survey: Survey) { (self.survey, found) = (survey, FoundOfDay(survey)) }

  /// Whether nothing that they look at beside the books has changed.
  func isStillSo(_ snapshot: Snapshot, now: Moment) -> Bool {
    survey.now == now && survey.snapshot.reading == snapshot.reading
      && survey.snapshot.underway == snapshot.underway
  }
}

/// Whoever looks at a day turns to the one before or after it next: both are read while nobody asks
/// for anything.
extension BookKeeping {
  /// The days beside one that were not read yet, the likelier first; those farther off are forgotten.
  mutating func lacking(beside day: Day) -> [Day] {
    ahead = ahead.filter { (day - 1...day + 1).contains($0.key) }
    return [day - 1, day + 1].filter { ahead[$0] == nil }
  }

  /// Reads a day; today is looked at as well, which is what the list of things to do is of.
  mutating func readAhead(_ day: Day, _ snapshot: Snapshot, now: Moment) throws {
    try readAhead(day)
    guard day == snapshot.today, let ledger = ahead[day]?.ledger else { return }
    let looked = LookedAt(try survey(snapshot, ledger, now: now))
    ahead[day]?.looked = looked
  }

  /// What the rules look at and find today.
  ///
  /// - Parameter ledger: of the day that shows.
  mutating func lookedToday(
    _ snapshot: Snapshot, showing ledger: DayLedger, now: Moment
  ) throws -> LookedAt {
    if ledger.day == snapshot.today {
      let looked = try looked(snapshot, ledger, now: now)
      today = looked
      return looked
    }
    if notRead.isEmpty, let today, today.survey.day == snapshot.today,
      today.isStillSo(snapshot, now: now)
    {
      return today
    }
    let looked = try looked(snapshot, self.ledger(snapshot.today), now: now)
    today = looked
    return looked
  }

  /// What the rules look at and find on a day whose ledger was just asked for.
  mutating func looked(
    _ snapshot: Snapshot, _ ledger: DayLedger, now: Moment
  ) throws -> LookedAt {
    if notRead.isEmpty, let known = ahead[ledger.day]?.looked, known.isStillSo(snapshot, now: now) {
      return known
    }
    return LookedAt(try survey(snapshot, ledger, now: now))
  }

  /// Reads a day.
  ///
  /// One that can't be read whole is left for who asks for it: only then is anything said of it, and a
  /// volume that is not what its index says read again.
  mutating func readAhead(_ day: Day) throws {
    let years = try years(of: day)
    var (pages, volumes): ([Page], [(path: String, was: FileStatus)]) = ([], [])
    var (unread, unreadBooks): ([Notice], Set<BookID>) = ([], [])
    var all: [WantedPages] = []
    for year in years {
      let index = try index(year)
      unread += index.unread.map(\.notice)
      unreadBooks.formUnion(index.unreadBooks)
      let wanted = Self.wanted(day, index)
      all += wanted
      // Looked at before they are read: what is written meanwhile shows.
      for volume in wanted {
        guard let status = try disk.status(volume.path(on: disk)) else { return }
        volumes.append((volume.path(on: disk), status))
      }
      for look in WantedPages.looks(wanted, on: disk) {
        let found = try look.get()
        guard found.allSatisfy({ $0 != nil }) else { return }
        pages += found.compactMap { $0 }
      }
    }
    let ledger = DayLedger(
      day: day, pages: pages, damaged: unread, unreadBooks: unreadBooks, kinds: kinds,
      judge: try judge(all))
    ahead[day] = DayAhead(ledger, years, volumes)
  }

  /// A day as it was read ahead, where that still is what stands in its volumes.
  mutating func ledgerAhead(_ day: Day) throws -> DayLedger? {
    // Of a volume that could not be read somebody has to ask again, to learn that it can.
    guard notRead.isEmpty, let known = ahead[day] else { return nil }
    if known.isStillSo(try years(of: day), on: disk) { return known.ledger }
    ahead[day] = nil
    return nil
  }
}
