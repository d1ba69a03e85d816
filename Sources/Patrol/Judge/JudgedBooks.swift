import Dispatch
import Glibc
import Records
import Synchronization

/// Every volume of a directory judged: those of the books of keys first, then all others in one queue.
package struct JudgedBooks: Sendable {
  /// In the order of their paths.
  package private(set) var volumes: [VolumeReading]
  /// Whether each stands where it belongs and goes on from where it has to (J1).
  package private(set) var isPlaced: [Bool]
  package let keys: KeysState
  /// Those of entries, each of volumes that speak of no others.
  private let judges: [Judge]
  /// Of each volume, which judge was given it, and its place there.
  private let places: [(judge: Int, volume: Int)?]

  /// An object, so that what a judge knows is not copied for each question.
  private final class Judge: Sendable {
    let books: BooksJudge

    init(_ books: BooksJudge) { self.books = books }
  }

  /// Reads entries of a volume once more: those that pages of other volumes name.
  package typealias Load = (BookID, _ year: Int, _ wanted: Set<Int>) throws -> VolumeReading?

  /// - Parameter merges: codes that registers say are one person's.
  package init(
    _ readings: [VolumeReading], _ seals: any SealReader, kinds: Kinds = .ours,
    merges: [(String, String)] = [], load: Load = { _, _, _ in nil }
  ) rethrows {
    let paths = readings.map(\.path)
    volumes = readings.indices.sorted { paths[$0] < paths[$1] }.map { readings[$0] }
    isPlaced = volumes.map { $0.header != nil }
    try Self.load(&volumes, load)
    Self.place(&volumes, &isPlaced)
    var state = KeysJudge.state(
      volumes.filter { $0.isOfKeys && $0.header != nil }.map(\.judged), seals)
    state.join(unsigned: merges)
    keys = state
    var places = [(judge: Int, volume: Int)?](repeating: nil, count: volumes.count)
    let parts = Self.parts(volumes)
    for (judge, part) in parts.enumerated() {
      for (place, index) in part.enumerated() { places[index] = (judge, place) }
    }
    self.places = places
    judges = Self.judged(parts, volumes, BooksJudge(keys, seals, kinds: kinds))
  }

  /// Volumes of entries in some parts more than there are cores, so that none waits long for the last one;
  /// those of a book, and of books that speak of each other, in one.
  private static func parts(_ volumes: [VolumeReading]) -> [[Int]] {
    var leader: [BookID: BookID] = [:]
    func lead(_ book: BookID) -> BookID {
      var book = book
      while let next = leader[book] { book = next }
      return book
    }
    for volume in volumes {
      for page in volume.abroad {
        let (one, other) = (lead(volume.book), lead(page.book))
        if one != other { leader[other] = one }
      }
    }
    let given = volumes.indices.filter { !volumes[$0].isOfKeys && volumes[$0].good > 0 }
    let groups = Dictionary(grouping: given) { lead(volumes[$0].book) }.values
      .map { (indices: $0, pages: $0.reduce(0) { $0 + volumes[$1].kept.count }) }
      .sorted { ($0.pages, $1.indices[0]) > ($1.pages, $0.indices[0]) }
    var parts = [(indices: [Int], pages: Int)](
      repeating: ([], 0), count: 4 * max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    for group in groups {
      let least = parts.indices.min { parts[$0].pages < parts[$1].pages } ?? 0
      parts[least].indices += group.indices
      parts[least].pages += group.pages
    }
    return parts.map { $0.indices.sorted() }
  }

  private static func judged(
    _ parts: [[Int]], _ volumes: [VolumeReading], _ judge: BooksJudge
  ) -> [Judge] {
    let judges = Mutex([Judge?](repeating: nil, count: parts.count))
    DispatchQueue.concurrentPerform(iterations: parts.count) { part in
      var judge = judge
      judge.judge(parts[part].map { (volume: volumes[$0].judged, past: BooksJudge.Past()) })
      let judged = Judge(judge)
      judges.withLock { $0[part] = judged }
    }
    return judges.withLock { $0.compactMap { $0 } }
  }

  /// Entries that are named in another volume than their own.
  private static func load(_ volumes: inout [VolumeReading], _ load: Load) rethrows {
    let named = volumes.reduce(into: Set<PageID>()) { $0.formUnion($1.abroad) }
    guard !named.isEmpty else { return }
    var wanted: [Int: Set<Int>] = [:]
    let at = Dictionary(
      volumes.indices.map { (volumes[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
    for id in named {
      guard let index = at["\(id.book.text) \(id.year)"], id.number <= volumes[index].good,
        volumes[index].entries[id.number - 1].isEntry
      else { continue }
      wanted[index, default: []].insert(id.number)
    }
    for (index, numbers) in wanted {
      if let again = try load(volumes[index].book, volumes[index].year, numbers) {
        volumes[index] = again
      }
    }
  }

  /// J1 of what a volume says of others.
  private static func place(_ volumes: inout [VolumeReading], _ isPlaced: inout [Bool]) {
    let kept = Set(
      volumes.filter(\.isOfKeys).compactMap(\.directory))
    for ofBook in Dictionary(grouping: volumes.indices, by: { volumes[$0].book }).values {
      // Of its earlier years; nothing can go on from a volume without a page.
      var earlier: [Int] = []
      for index in ofBook {
        defer { if volumes[index].count > 0 { earlier.append(index) } }
        guard isPlaced[index] else { continue }
        guard let header = volumes[index].header, kept.contains(header.cover.directory),
          goesOn(header, earlier, volumes),
          !volumes[index].isOfKeys || earlier.allSatisfy({ volumes[$0].good == volumes[$0].count })
        else {
          isPlaced[index] = false
          volumes[index] = VolumeReading(refusing: volumes[index])
          continue
        }
      }
    }
  }

  /// Whether a volume says which page it goes on from, and that is there; the first one of its book says
  /// nothing.
  private static func goesOn(
    _ header: VolumeHeader, _ earlier: [Int], _ volumes: [VolumeReading]
  ) -> Bool {
    guard let page = header.continues else { return earlier.isEmpty }
    guard page.id.book == header.book, page.id.number > 0,
      let at = earlier.first(where: { volumes[$0].year == page.id.year }),
      volumes[at].directory == header.cover.directory
    else { return false }
    return page.id.number <= volumes[at].good
      && volumes[at].digests[page.id.number - 1] == page.digest
  }

  // MARK: Verdicts

  /// - Parameter number: from 1 on, as it stands in the volume, whatever it says of itself.
  package func verdict(_ number: Int, in index: Int) -> Verdict {
    let volume = volumes[index]
    guard isPlaced[index], number <= volume.good + 1 else { return .unchecked }
    guard number <= volume.good else {
      return volume.broken.map { .doesNot($0.rule) } ?? .unchecked
    }
    let id = PageID(volume.book, year: volume.year, number: number)
    if volume.isOfKeys { return keys.verdicts[id] ?? .unchecked }
    guard let place = places[index] else { return .unchecked }
    let judge = judges[place.judge]
    return judge.books.verdicts[id]
      ?? judge.books.verdict(volume.entries[number - 1], number: number, in: place.volume)
  }

  private func judge(of index: Int) -> BooksJudge? {
    places[index].map { judges[$0.judge].books }
  }

  /// The verdicts of a volume's pages, one after another: most are entries that nothing is known of but
  /// what stands on them, and a city has millions.
  package func eachVerdict(in index: Int, _ body: (_ number: Int, Verdict) -> Void) {
    let volume = volumes[index]
    guard volume.count > 0 else { return }
    guard let place = places[index] else {
      for number in 1...volume.count { body(number, verdict(number, in: index)) }
      return
    }
    let judge = judges[place.judge]
    var kept = volume.kept[...]
    for number in 1...volume.count {
      if number > volume.good || kept.first?.id.number == number {
        if number <= volume.good { kept.removeFirst() }
        body(number, verdict(number, in: index))
      } else {
        body(
          number, judge.books.verdict(volume.entries[number - 1], number: number, in: place.volume))
      }
    }
  }

  /// What is shown beside a page that counts; nothing beside any other.
  package func marks(_ number: Int, in index: Int) -> [Mark] {
    let volume = volumes[index]
    guard [.counts, .pending].contains(verdict(number, in: index)) else { return [] }
    let id = PageID(volume.book, year: volume.year, number: number)
    if volume.isOfKeys {
      return volume.kept.first { $0.id == id }.map { keys.marks($0) } ?? []
    }
    guard let place = places[index] else { return [] }
    let judge = judges[place.judge].books
    guard judge.page(id) == nil else { return judge.marks(id) }
    return judge.marks(
      volume.entries[number - 1], number: number, by: volume.recorder(of: number), in: place.volume)
  }

  /// Where an entry that counts stands; nil for every other page.
  package func state(_ number: Int, in index: Int) -> EntryState? {
    let volume = volumes[index]
    guard !volume.isOfKeys, number <= volume.good, volume.entries[number - 1].isEntry,
      let judge = judge(of: index), let kind = judge.kinds.page(in: volume.book.kind),
      verdict(number, in: index) == .counts
    else { return nil }
    let id = PageID(volume.book, year: volume.year, number: number)
    return judge.state(id) ?? EntryState.untouched(kind)
  }

  /// Whether anybody answered for an entry with a page that counts.
  package func isAttested(_ number: Int, in index: Int) -> Bool {
    let id = PageID(volumes[index].book, year: volumes[index].year, number: number)
    return judge(of: index)?.entries[id]?.isAttested ?? false
  }
}

extension VolumeReading {
  package var isOfKeys: Bool { book.kind == KeysPage.book }

  /// Where it stands in a data directory.
  package var path: String { "books/\(digits(year, 4))/\(book.text).rec" }

  var name: String { "\(book.text) \(year)" }
}
