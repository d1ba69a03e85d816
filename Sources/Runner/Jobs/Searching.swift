import Books
import Dispatch
import Patrol
import Records
import Synchronization
import Wording

/// Search over everything: registers by name, reading and number, messages and books by their words.
struct Searching: Sendable {
  /// Volumes that are looked through before it is asked whether enough was found.
  private static let batch = 64
  /// Hits after which a search stops: nobody reads further.
  static let most = 500

  private let text: String
  private let words: [String]
  private let coded: CodedText
  private let said: SaidText
  private let number: TypedPageNumber?
  private let language: Language
  private let days: ClosedRange<Day>
  private let snapshot: Snapshot
  private let search: Search
  private let disk: any Disk

  /// - Parameter language: in which the hits are told; the station's without it.
  init(
    _ text: String, from: Day?, to: Day?, in language: Language?, _ snapshot: Snapshot,
    _ disk: any Disk
  ) {
    (self.text, self.snapshot, search) = (text, snapshot, Search(on: disk))
    self.disk = disk
    self.language = language ?? snapshot.station.spoken
    words = Array(Set([text, Folding.key(text)])).filter { !$0.isEmpty }
    coded = CodedText(text, snapshot, in: self.language)
    said = SaidText(words, snapshot, in: self.language)
    number = TypedPageNumber(text)
    let first = from ?? Day(number: -800_000)
    days = first...max(first, to ?? Day(number: 2_500_000))
  }

  /// A hit on a page, with what it is put in order by.
  private struct PageHit: Sendable {
    let hit: SearchHit
    let day: Day
    let page: PageID

    /// The newest day first; pages of a day by their books, the newest of each first.
    static func isBefore(_ one: PageHit, _ other: PageHit) -> Bool {
      (other.day, one.page.book.text, other.page.number)
        < (one.day, other.page.book.text, one.page.number)
    }
  }

  /// Year after year, newest first, until enough is found or nobody waits any more; of a year all volumes,
  /// since the newest page may stand in the last.
  func run(_ site: JobSite) throws -> Found? {
    let registers = registers
    var pages = try numbered()
    // A page about a day may stand in any later year's volume.
    let shelf = try Shelf(on: disk, of: snapshot.kinds.books)
    let volumes = shelf.volumes.filter { $0.year >= days.lowerBound.year }
    var unread = snapshot.unread + shelf.unread
    let damage = Damage(in: Set(volumes.map(\.year)), snapshot.kinds, on: disk)
    var start = 0
    while start < volumes.count {
      guard site.isWanted() else { return nil }
      let isNewYear = start > 0 && volumes[start].year != volumes[start - 1].year
      if isNewYear, registers.count + pages.count >= Self.most { break }
      site.say(start, of: volumes.count)
      // Two years are never in one batch.
      let year = volumes[start].year
      let batch = volumes[start...].prefix(Self.batch).prefix { $0.year == year }
      defer { start = batch.endIndex }
      for (volume, found) in zip(batch, lookThrough(batch)) {
        do throws(DiskError) { pages += try found.get() } catch {
          unread.append(NotRead(volume.path, error.reason))
        }
      }
      if pages.count > 8 * Self.most { pages = Self.newest(pages) }
    }
    for damaged in damage.found() where !unread.contains(where: { $0.file == damaged.file }) {
      unread.append(damaged)
    }
    let hits = registers + Self.newest(pages).map(\.hit)
    return Found(Array(hits.prefix(Self.most)), unread: unread.map(\.notice))
  }

  private static func newest(_ pages: [PageHit]) -> [PageHit] {
    Array(pages.sorted(by: PageHit.isBefore).prefix(most))
  }

  /// Pages of the number that was typed, by the indexes.
  private func numbered() throws -> [PageHit] {
    guard let number else { return [] }
    let query = Query(number.owner)
    return try search.years().flatMap { year -> [PageHit] in
      let index = try YearIndexes.index(year, snapshot.kinds, on: disk).get()
      return index.pages { Int($0.number) == number.number && $0.day != .min }.compactMap {
        book, row in
        let day = Day(number: Int(row.day))
        guard days.contains(day), let kind = snapshot.kinds.page(in: book.kind) else { return nil }
        let owner = snapshot.side(book.owner)?.name ?? book.owner
        let team = snapshot.team(book.owner)
        guard
          query.isEmpty || Folding.key(owner).contains(query.text)
            || query.score(name: owner, pinyin: team?.pinyin ?? "", code: book.owner) != nil
        else { return nil }
        let page = PageID(book, year: year, number: number.number)
        return PageHit(
          hit: SearchHit(
            .page(page, day), title: "\(day.text) \(owner) №\(page.number)",
            excerpt: kind.layout.title[language]), day: day, page: page)
      }
    }
  }

  /// The hits of several volumes, looked through on all cores, in the order of the volumes.
  private func lookThrough(
    _ volumes: ArraySlice<Volume>
  ) -> [Result<[PageHit], DiskError>] {
    onAllCores(volumes.count, part: 1) { at in
      Result { () throws(DiskError) in try pages(volumes[volumes.startIndex + at]) }
    }
  }

  private var registers: [SearchHit] {
    let query = Query(text)
    guard !query.isEmpty else { return [] }
    let teams = snapshot.teams.filter {
      query.score(name: $0.name, pinyin: $0.pinyin, code: $0.code) != nil
    }.map { SearchHit(.team($0.code), title: $0.name, excerpt: $0.code) }
    // Whom a message went to is found by the message: whoever was sent a hundred is not found a hundred times.
    // Of intelligence nothing is searched: no one's suspicions are looked up (R20).
    let kinds =
      snapshot.kinds.registers(in: .base) + [.incidents]
      + snapshot.kinds.registers(in: .messages)
    return teams + kinds.filter { $0 != .teams && $0 != .sendings }.flatMap(records)
  }

  /// Records that fit; of informants only the alias and what stands beside it (P8).
  private func records(_ kind: RegisterKind) -> [SearchHit] {
    let table = snapshot.table(kind)
    let all = Array(0..<table.count)
    let found =
      kind.layout.alias.map { hidden(table, $0.foundBy) }
      ?? table.filter(in: snapshot).matches(text, among: all)
    return found.prefix(Self.most).map { index in
      let texts = table.texts(at: index)
      let code = texts["Code"] ?? ""
      return SearchHit(
        .record(kind, code), title: snapshot.title(of: texts, kind).replacing("\n", with: " "),
        excerpt: snapshot.team(of: texts, kind) ?? kind.title[language])
    }
  }

  private func hidden(_ table: RegisterTable, _ shown: [Column]) -> [Int] {
    let word = Folding.key(text)
    return (0..<table.count).filter { index in
      shown.contains {
        Folding.key(table.text($0, at: index)).contains(word)
      }
    }
  }

  private func pages(_ volume: Volume) throws(DiskError) -> [PageHit] {
    let meant = Search.Meant(words: coded.isNothingFound ? nil : coded.words) {
      coded.excerpt($0) != nil
    }
    let kind = snapshot.kinds.page(in: volume.book.kind)
    return try search.hits(in: volume, words: words, meant: meant).compactMap { hit in
      // What stands in a digest alone is on no page that anybody reads.
      guard let excerpt = said.excerpt(hit.record, of: kind) ?? coded.excerpt(hit.record) else {
        return nil
      }
      let team =
        kind?.layout.named(in: hit.record)
        ?? snapshot.side(hit.page.book.owner)?.name ?? hit.page.book.text
      let day = hit.record["Date"].flatMap { Day($0) }
      guard day.map(days.contains) ?? true else { return nil }
      return PageHit(
        hit: SearchHit(
          .page(hit.page, day),
          title: "\(day?.text ?? "\(hit.page.year)") \(team) №\(hit.page.number)",
          excerpt: excerpt), day: day ?? Day(number: -800_000), page: hit.page)
    }
  }
}

extension CommandRunner {
  func search(
    _ text: String, from: Day?, to: Day?, in language: Language?, _ site: JobSite
  ) throws -> Found? {
    let (snapshot, disk) = try office.withLock { (try $0.currentSnapshot(), $0.directory.disk) }
    return try Searching(text, from: from, to: to, in: language, snapshot, disk).run(site)
  }
}

/// What of the volumes is no page, found by their indexes while the volumes are looked through: what
/// is searched for may be in there.
private final class Damage: Sendable {
  private let unread = Mutex<[NotRead]>([])
  private let isDone = DispatchSemaphore(value: 0)

  init(in years: Set<Int>, _ kinds: Kinds, on disk: any Disk) {
    DispatchQueue.global().async { [self] in
      for year in years.sorted(by: >) {
        guard case .success(var index) = YearIndexes.index(year, kinds, on: disk) else { continue }
        if index.stale > YearIndexes.fewVolumes { index.store(on: disk, part: kinds.signedBooks) }
        unread.withLock { $0 += index.unread }
      }
      isDone.signal()
    }
  }

  func found() -> [NotRead] {
    isDone.wait()
    return unread.withLock { $0 }
  }
}
