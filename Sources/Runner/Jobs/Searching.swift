import Books
import Dispatch
import Patrol
import Records
import Synchronization
import Wording

/// Search over everything: registers by name, reading and number, books by their words.
struct Searching: Sendable {
  /// Volumes that are looked through before it is asked whether enough was found.
  private static let batch = 64
  /// Hits after which a search stops: nobody reads further.
  static let most = 500

  private let text: String
  private let words: [String]
  private let coded: CodedText
  private let days: ClosedRange<Day>
  private let snapshot: Snapshot
  private let search: Search
  private let disk: any Disk

  init(_ text: String, from: Day?, to: Day?, _ snapshot: Snapshot, _ disk: any Disk) {
    (self.text, self.snapshot, search) = (text, snapshot, Search(on: disk))
    self.disk = disk
    words = Array(Set([text, Folding.key(text)])).filter { !$0.isEmpty }
    coded = CodedText(text, snapshot)
    let first = from ?? Day(number: -800_000)
    days = first...max(first, to ?? Day(number: 2_500_000))
  }

  /// Volume after volume, newest first, until enough is found or nobody waits any more.
  func run(_ site: JobSite) throws -> Found? {
    var hits = registers
    // A page about a day may stand in any later year's volume.
    let shelf = try Shelf(on: disk, of: snapshot.kinds.books)
    let volumes = shelf.volumes.filter { $0.year >= days.lowerBound.year }
    var unread = snapshot.unread + shelf.unread
    let damage = Damage(in: Set(volumes.map(\.year)), snapshot.kinds, on: disk)
    search: for start in stride(from: 0, to: volumes.count, by: Self.batch) {
      guard site.isWanted() else { return nil }
      site.say(start, of: volumes.count)
      let batch = volumes[start..<min(start + Self.batch, volumes.count)]
      for (volume, pages) in zip(batch, lookThrough(batch)) {
        do throws(DiskError) { hits += try pages.get() } catch {
          unread.append(NotRead(volume.path, error.reason))
        }
        if hits.count >= Self.most { break search }
      }
    }
    for damaged in damage.found() where !unread.contains(where: { $0.file == damaged.file }) {
      unread.append(damaged)
    }
    return Found(Array(hits.prefix(Self.most)), unread: unread.map(\.notice))
  }

  /// The hits of several volumes, looked through on all cores, in the order of the volumes.
  private func lookThrough(
    _ volumes: ArraySlice<Volume>
  ) -> [Result<[SearchHit], DiskError>] {
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
    return teams + snapshot.kinds.registers(in: .base).filter { $0 != .teams }.flatMap(records)
  }

  /// Records that fit; of informants only the alias and what stands beside it (P8).
  private func records(_ kind: RegisterKind) -> [SearchHit] {
    let table = snapshot.table(kind)
    let all = Array(0..<table.count)
    let found =
      kind.layout.alias.map { hidden(table, $0.foundBy) }
      ?? table.filter.matches(text, among: all)
    return found.prefix(Self.most).map { index in
      let texts = table.texts(at: index)
      let code = texts["Code"] ?? ""
      return SearchHit(
        .record(kind, code), title: snapshot.title(of: texts, kind),
        excerpt: snapshot.team(of: texts, kind) ?? kind.title[snapshot.station.spoken])
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

  private func pages(_ volume: Volume) throws(DiskError) -> [SearchHit] {
    let meant = Search.Meant(words: coded.isNothingFound ? nil : coded.words) {
      coded.excerpt($0) != nil
    }
    return try search.hits(in: volume, words: words, meant: meant).compactMap { hit in
      let team = snapshot.kinds.page(in: hit.page.book.kind)?.layout.named(in: hit.record)
      let day = hit.record["Date"].flatMap { Day($0) }
      guard day.map(days.contains) ?? true, let excerpt = excerpt(hit.record, hit.page.book.kind)
      else { return nil }
      return SearchHit(
        .page(hit.page, day),
        title:
          "\(day?.text ?? "\(hit.page.year)") \(team ?? hit.page.book.text) №\(hit.page.number)",
        excerpt: excerpt)
    }
  }

  /// The line in which the text stands, behind what its field is called; nil where it stands only in what
  /// nobody reads, such as a digest.
  private func excerpt(_ record: RecRecord, _ book: BookKind) -> String? {
    for field in record.fields {
      guard let label = label(record.name(of: field), book) else { continue }
      let lines = record.value(of: field).split(separator: "\n")
      guard let line = lines.first(where: { line in words.contains { line.contains($0) } }) else {
        continue
      }
      return "\(label[language])\(language == .en ? ": " : "：")\(line)"
    }
    return coded.excerpt(record)
  }

  private var language: Language { snapshot.station.spoken }

  /// What a field of a page is called where people read it: an entry's own, or one of a page about it.
  private func label(_ name: String, _ book: BookKind) -> Phrase? {
    if let column = snapshot.kinds.page(in: book)?.columns.first(where: { $0.name == name }) {
      return column.label
    }
    return Self.ofOtherPages[name]
  }

  /// Who recorded and signed a page, and what pages about other pages say.
  private static let ofOtherPages = [
    "Recorded": Phrase("记录人", "記錄人", "Recorded by"), "Reason": Phrase("原因", "原因", "Reason"),
    "Signer": Phrase("签字人", "簽字人", "Signer"), "Person": Phrase("人员", "人員", "Person"),
    "Refused": Phrase("拒签人", "拒簽人", "Who refused"), "Witness": Phrase("见证人", "見證人", "Witness"),
    "Statement": Phrase("本人意见", "本人意見", "Their words"),
    "With": Phrase("同签人", "同簽人", "Second signer"), "Officer": Phrase("民警", "民警", "Officer"),
  ]
}

extension CommandRunner {
  func search(_ text: String, from: Day?, to: Day?, _ site: JobSite) throws -> Found? {
    let (snapshot, disk) = try office.withLock { (try $0.currentSnapshot(), $0.directory.disk) }
    return try Searching(text, from: from, to: to, snapshot, disk).run(site)
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
