import Books
import Patrol
import Records

/// The indexes that were asked for, kept up with what others write.
///
/// What is open in a book that is signed stays open over any year, so that every year's are looked at;
/// of a year that nobody looks into otherwise these are all that is.
struct YearIndexes {
  private let disk: any Disk
  private var whole: [Int: YearIndex] = [:]
  /// Of years that `whole` does not have.
  private var signed: [Int: YearIndex] = [:]

  /// The kinds of book that there are; other files in their folders are none of ours.
  private let kinds: Kinds

  init(_ disk: any Disk, _ kinds: Kinds) { (self.disk, self.kinds) = (disk, kinds) }

  /// The years that were asked for.
  var years: [Int] { Array(whole.keys) }

  /// So few volumes are read again faster than an index is written.
  static let fewVolumes = 16

  mutating func index(_ year: Int) throws(DiskError) -> YearIndex {
    if let index = whole[year] { return index }
    let index = try Self.index(year, kinds, on: disk).get()
    keep(index)
    return index
  }

  /// An index that has a kind of book; of signed no more than these.
  mutating func index(_ year: Int, of kind: BookKind) throws(DiskError) -> YearIndex {
    guard kinds.signedBooks.contains(kind) else { return try index(year) }
    if let index = whole[year] ?? signed[year] { return index }
    keep(signed: try Self.signed(year, kinds, on: disk).get())
    if let index = signed[year] { return index }
    return try index(year)
  }

  /// Reads the indexes of some years' signed that were not read yet, on all cores: where none
  /// are stored, a directory of many years is read whole.
  mutating func readSigned(_ years: [Int]) {
    let missing = lackingSigned(years)
    guard missing.count > 1 else { return }
    for index in Self.signed(missing, kinds, on: disk) { keep(signed: index) }
  }

  /// Those of some years of which no signed were read yet.
  func lackingSigned(_ years: [Int]) -> [Int] {
    years.filter { whole[$0] == nil && signed[$0] == nil }
  }

  /// The signed of some years; one that can't be read is read, and complained of, when it is needed.
  static func signed(
    _ years: [Int], _ kinds: Kinds, on disk: any Disk
  ) -> [YearIndex] {
    onAllCores(years.count, part: 1) { try? signed(years[$0], kinds, on: disk).get() }
      .compactMap { $0 }
  }

  func stamps(of book: BookID) -> [Int: YearIndex.Stamp] {
    whole.compactMapValues { $0.stamp(of: book) }
  }

  /// The index of a year that was asked for before.
  func known(_ year: Int) -> YearIndex? { whole[year] }

  /// What pages of some years open or settle; of one that can't be read it is looked for when needed.
  static func marked(
    _ years: [Int], _ kinds: Kinds, on disk: any Disk
  ) -> [Int: [BookID: [MarkedRow]]] {
    let rows = onAllCores(years.count, part: 1) { at -> [BookID: [MarkedRow]]? in
      guard case .success(var index) = index(years[at], kinds, on: disk) else { return nil }
      if index.stale > fewVolumes { index.store(on: disk, part: kinds.signedBooks) }
      return index.marked
    }
    return Dictionary(zip(years, rows), uniquingKeysWith: { $1 }).compactMapValues { $0 }
  }

  static func index(
    _ year: Int, _ kinds: Kinds, on disk: any Disk
  ) -> Result<YearIndex, DiskError> {
    read(year, kinds, on: disk)
  }

  /// One whose volumes would have to be read again at every start is read, and then stored, whole.
  private static func signed(
    _ year: Int, _ kinds: Kinds, on disk: any Disk
  ) -> Result<YearIndex, DiskError> {
    let found = read(year, kinds, on: disk, isPart: true)
    guard case .success(let index) = found, index.stale > fewVolumes else { return found }
    return self.index(year, kinds, on: disk)
  }

  private static func read(
    _ year: Int, _ kinds: Kinds, on disk: any Disk, isPart: Bool = false
  ) -> Result<YearIndex, DiskError> {
    Result { () throws(DiskError) in
      try YearIndex(
        year: year, on: disk, of: isPart ? kinds.signedBooks : kinds.books, isPart: isPart,
        look: VolumeLook(kinds, on: disk).look
      ) {
        PageSummary($0, of: $1, $2, offset: $3.lowerBound, length: $3.count, kinds)
      }
    }
  }

  mutating func keep(_ index: YearIndex) {
    whole[index.year] = index
    signed[index.year] = nil
  }

  mutating func keep(signed index: YearIndex) {
    guard whole[index.year] == nil else { return }
    if index.isWhole { keep(index) } else { signed[index.year] = index }
  }

  /// Reads what was written since; true when there was anything.
  mutating func freshen() throws(DiskError) -> Bool {
    let isNew = try freshen(\.whole)
    return try freshen(\.signed) || isNew
  }

  private mutating func freshen(
    _ indexes: WritableKeyPath<Self, [Int: YearIndex]>
  ) throws(DiskError) -> Bool {
    var changed = false
    for (year, var index) in self[keyPath: indexes] {
      if try index.freshen(on: disk) { changed = true }
      self[keyPath: indexes][year] = index
    }
    return changed
  }

  /// Reads one volume again, even if its size and time are the same.
  mutating func reread(_ book: BookID, _ year: Int) throws(DiskError) {
    let disk = disk
    try whole[year]?.reread(book, on: disk)
    try signed[year]?.reread(book, on: disk)
  }

  /// Puts the indexes into `.cache/` in which more than `few` volumes were read again.
  mutating func store(beyond few: Int) {
    for (year, var index) in whole where index.stale > few {
      index.store(on: disk, part: kinds.signedBooks)
      whole[year] = index
    }
  }
}
