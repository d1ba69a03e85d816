import Books
import Patrol
import Records

/// The pages of a span of days as rows of a table (CSV): every volume is read once, and an entry that
/// no other page is about is cut out of its bytes; the others are hung together day by day.
extension BookKeeping {
  /// The rows of `PageRow`, without a heading, in the order of `pages(of:from:to:)`.
  ///
  /// - Parameter owners: whose books; everybody's without it.
  mutating func table(
    of kind: PageKind, from: Day, to: Day, owners: Set<String>? = nil
  ) throws -> [UInt8] {
    var volumes = CutVolume.cut(
      try volumes(from: from, to: to), kind, besides: kinds.pages.filter { $0 != kind },
      of: owners, keys.state, on: disk)
    for index in volumes.indices { try lookClosely(&volumes[index]) }
    var days: [Int32: [Page]] = [:]
    for (day, page) in volumes.lazy.flatMap(\.pages) { days[day, default: []].append(page) }
    try takeNamed(from: &volumes, to: &days)
    let judge = try judge(volumes.map { WantedPages($0.of.rows, $0.of.book, $0.of.year) })
    return rows(volumes, days, kind, judge)
  }

  /// The volumes with pages about a span of days, and their rows of it; those of one book in the order
  /// of their years.
  private mutating func volumes(from: Day, to: Day) throws -> [VolumeRows] {
    guard from <= to else { return [] }
    let years = Set(from.year...to.year).union(try years().filter { $0 > from.year })
    let found = try years.sorted().flatMap { year -> [VolumeRows] in
      let index = try index(year)
      // A page is looked for in the volumes of its day's year and of all later ones.
      guard let end = Day(year: year, month: 12, day: 31) else { return [] }
      let days = Int32(clamping: from.number)...Int32(clamping: max(from, min(to, end)).number)
      return index.books.compactMap { book in
        let rows = index.pages(of: book).filter { days.contains($0.day) }
        return rows.isEmpty
          ? nil
          : VolumeRows(
            book: book, year: year, directory: index.standing(of: book)?.directory, rows: rows)
      }
    }
    return found.sorted {
      ($0.book.owner, $0.book.kind.name, $0.year)
        < ($1.book.owner, $1.book.kind.name, $1.year)
    }
  }

  /// Reads a volume again, page by page, that is not what its index says.
  private mutating func lookClosely(_ volume: inout CutVolume) throws {
    let (book, year) = (volume.of.book, volume.of.year)
    noteRead(book, year, but: volume.notRead)
    guard volume.isOdd else { return }
    let days = Dictionary(
      volume.of.rows.map { (Int($0.number), $0.day) }, uniquingKeysWith: { first, _ in first })
    volume.replace(with: try pages(Array(days.keys), of: book, year, days))
  }

  /// Takes the entries that another page is about out of those that were cut.
  private mutating func takeNamed(
    from volumes: inout [CutVolume], to days: inout [Int32: [Page]]
  ) throws {
    var named: [BookID: [Int: Set<Int>]] = [:]
    for page in days.values.joined() {
      guard let id = Amendment(page)?.target.id ?? Attestation.read(page)?.attestation.signs.id
      else { continue }
      named[id.book, default: [:]][id.year, default: []].insert(id.number)
    }
    for index in volumes.indices {
      let (book, year) = (volumes[index].of.book, volumes[index].of.year)
      guard let numbers = named[book]?[year] else { continue }
      let taken = volumes[index].take(numbers)
      for (day, page) in try pages(Array(taken.keys), of: book, year, taken) {
        days[day, default: []].append(page)
      }
    }
  }

  /// Pages by number, each with its day.
  private mutating func pages(
    _ numbers: [Int], of book: BookID, _ year: Int, _ days: [Int: Int32]
  ) throws -> [(day: Int32, page: Page)] {
    try pages(numbers, of: book, year).sound.compactMap { page in
      days[page.id.number].map { ($0, page) }
    }
  }

  private func rows(
    _ volumes: [CutVolume], _ days: [Int32: [Page]], _ kind: PageKind, _ judge: LedgerJudge
  ) -> [UInt8] {
    var rows = volumes.enumerated().flatMap { at, volume in
      volume.entries.map {
        TableRow(day: $0.day, start: $0.start, number: $0.number, volume: at, bytes: $0.row)
      }
    }
    var others: [UInt8] = []
    for (day, pages) in days {
      let ledger = DayLedger(
        day: Day(number: Int(day)), pages: pages, kinds: kinds, judge: judge)
      for page in ledger.pages(of: kind) {
        let begin = others.count
        CSVWriter.append(PageRow.texts(page, kind.columns), to: &others)
        let at = volumes.firstIndex {
          $0.of.book == page.page.id.book && $0.of.year == page.page.id.year
        }
        rows.append(
          TableRow(
            day: day, start: WrittenStart(kind.layout.start.map { page.text($0.name) } ?? ""),
            number: page.page.id.number, volume: at ?? 0, isOther: true,
            bytes: begin..<others.count))
      }
    }
    rows.sort()
    var table: [UInt8] = []
    table.reserveCapacity(rows.reduce(0) { $0 + $1.bytes.count })
    for row in rows {
      table += row.isOther ? others[row.bytes] : volumes[row.volume].table[row.bytes]
    }
    return table
  }
}

/// One row and its place among all.
private struct TableRow: Comparable {
  let day: Int32
  let start: WrittenStart
  let number: Int
  /// Which volume, in the order of their books.
  let volume: Int
  /// Whether it was not cut out of the volume.
  var isOther = false
  let bytes: Range<Int>

  static func < (one: Self, other: Self) -> Bool {
    if one.day != other.day { return one.day < other.day }
    if one.start != other.start { return one.start < other.start }
    return (one.number, one.volume) < (other.number, other.volume)
  }
}
