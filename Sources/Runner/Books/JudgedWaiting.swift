import Books
import Patrol
import Records

/// What the judge says is waited for in one book, and what the volumes were that say so.
struct WaitingInBook {
  let stamps: [LedgerJudge.Place: YearIndex.Stamp]
  let places: Set<PageSummary.Place>
}

/// Entries that wait for somebody, as `verify` has them: rows of an index say that there is a signature,
/// and not whether it counts.
extension BookKeeping {
  /// - Parameters:
  ///   - books: those that are signed.
  ///   - years: those that have volumes.
  mutating func judgedWaiting(_ books: [BookID], _ years: [Int]) throws
    -> [BookID: Set<PageSummary.Place>]
  {
    var stamps: [BookID: [LedgerJudge.Place: YearIndex.Stamp]] = [:]
    for book in books {
      for year in years {
        guard let stamp = try index(year, of: book).stamp(of: book) else { continue }
        stamps[book, default: [:]][.init(book, year)] = stamp
      }
    }
    var readings: [LedgerJudge.Place: VolumeReading] = [:]
    let now = clock.now.instant
    func read(_ book: BookID) {
      for place in (stamps[book] ?? [:]).keys where readings[place] == nil {
        guard let reading = looking.reading(place.book, place.year, now: now),
          let directory = reading.header?.cover.directory, keys.directories.contains(directory)
        else { continue }
        readings[place] = reading
      }
    }
    let changed = books.filter { book in
      waitingByBook[book]?.stamps.filter { $0.key.book == book } ?? [:] != stamps[book] ?? [:]
    }
    for book in changed {
      read(book)
      for place in (stamps[book] ?? [:]).keys {
        named[place] = Set((readings[place]?.abroad ?? []).map(\.book))
      }
    }
    // To look at a signature takes longer than to read its page: on all cores, before they are judged.
    (keys.reader as? BookSeals)?.warm(Array(readings.values))
    for book in books {
      // Who signs in another book changes what this one waits for.
      let others = named.filter { $0.key.book != book && $0.value.contains(book) }.keys
      var own = stamps[book] ?? [:]
      for place in others { own[place] = stamps[place.book]?[place] }
      guard waitingByBook[book]?.stamps != own else { continue }
      read(book)
      others.forEach { read($0.book) }
      let volumes = own.keys.compactMap { readings[$0] }
      waitingByBook[book] = WaitingInBook(stamps: own, places: waiting(in: book, volumes))
    }
    let found = waitingByBook.mapValues(\.places)
    // What lies ahead counts as soon as its time has come.
    for (place, reading) in readings where reading.broken?.rule == .time {
      waitingByBook[place.book] = nil
    }
    return found
  }

  private func waiting(in book: BookID, _ volumes: [VolumeReading]) -> Set<PageSummary.Place> {
    var judge = BooksJudge(keys.state, keys.reader, kinds: kinds)
    judge.judge(volumes.map { ($0.judged, BooksJudge.Past()) })
    var waiting: Set<PageSummary.Place> = []
    for (at, volume) in volumes.enumerated() where volume.book == book {
      for (index, entry) in volume.entries.enumerated() {
        guard entry.isEntry, let kind = kinds.page(in: book.kind) else { continue }
        let id = PageID(book, year: volume.year, number: index + 1)
        let verdict = judge.verdicts[id] ?? judge.verdict(entry, number: index + 1, in: at)
        let state = judge.state(id) ?? EntryState.untouched(kind)
        if verdict.isCounting, state.isWaiting { waiting.insert(.init(volume.year, index + 1)) }
      }
    }
    return waiting
  }
}
