import Records
import Wording

/// Where every page of a year stands and what it is about, so that a day opens as fast among a
/// million pages as among ten.
///
/// Kept in `.cache/`, never the truth: a volume that is another file than the row's, or was written since,
/// is read again, and a damaged file is made again. No act of writing leaves the time of a file's last change
/// (ctime, inode(7)) as it was, whatever its owner says of the others.
package struct YearIndex: Sendable {
  /// Makes the row of a page from its record, the volume, where it begins and how long it is.
  package typealias Summarize = @Sendable (RecRecord, BookID, Int, Range<Int>) -> PageSummary

  /// What shows of a volume at a look at its pages alone.
  package struct Glance: Sendable {
    /// How far it holds together, and why no farther.
    package let standing: VolumeStanding
    package let broken: Phrase?
    /// Numbers of pages that are only judged with all of it, and of entries that don't count whatever
    /// stands around them.
    package let odd, failing: Set<Int>

    package init(
      _ standing: VolumeStanding, broken: Phrase? = nil, odd: Set<Int> = [], failing: Set<Int> = []
    ) {
      (self.standing, self.broken, self.odd, self.failing) = (standing, broken, odd, failing)
    }

    /// Of one that is taken for what it says.
    package static let trusting = Glance(
      VolumeStanding(directory: nil, rollover: 0, good: Int(Int32.max)))
  }

  package typealias Look = @Sendable (VolumeText, BookID, Int) -> Glance

  /// One volume of the year and where its rows are.
  struct Row: Sendable {
    let book: BookID
    let stamp: Stamp
    let standing: VolumeStanding
    /// Rows in the index file, or read since.
    var pages: Pages
    /// That a part of it could not be read.
    var damage: NotRead? = nil
  }

  enum Pages: Sendable {
    case stored(Range<Int>)
    case read([PageSummary])
  }

  package let year: Int
  private(set) var rows: [BookID: Row]
  /// Whether it has the signed books alone, and not all.
  private let isPart: Bool
  /// The kinds of book that it has: a copy beside a volume is none.
  private let known: Set<BookKind>
  private let stored: StoredIndex
  private let summarize: Summarize
  private let look: Look
  /// Volumes that could not be read, or of which a page can't be, and other things in their place.
  package private(set) var unread: [NotRead] = []
  /// Volumes that were there before.
  private var gone: Set<BookID> = []
  /// Volumes read since the index was stored.
  package private(set) var stale = 0

  /// - Parameters:
  ///   - books: the kinds of book that there are, or the part of them that it is to have.
  ///   - isPart: whether that is a part.
  ///   - look: asked of each volume that is read.
  package init(
    year: Int, on disk: any Disk, of books: Set<BookKind>, isPart: Bool = false,
    look: @escaping Look = { _, _, _ in .trusting }, summarize: @escaping Summarize
  ) throws(DiskError) {
    (self.year, self.isPart, self.summarize, known) = (year, isPart, summarize, books)
    self.look = look
    // Never the truth: one that can't be read is made again, as one that is not there.
    let own = isPart ? try? disk.map(Self.partPath(year)) : nil
    stored = StoredIndex(own ?? (try? disk.map(Self.path(year))))
    // Another program may know of kinds that this one does not.
    rows = stored.rows.filter { books.contains($0.key.kind) }
    _ = try freshen(on: disk)
  }

  package static let folder = ".cache"

  static func path(_ year: Int) -> String { "\(folder)/\(year).index" }

  /// The few rows of the books that are signed by themselves: with every year's the whole would be looked
  /// at.
  static func partPath(_ year: Int) -> String { "\(folder)/\(year).signed.index" }

  /// Reads the volumes that were changed since; true when there were any.
  ///
  /// One that can't be read is named in `unread` and looked at again the next time; the others are
  /// read all the same.
  package mutating func freshen(on disk: any Disk) throws(DiskError) -> Bool {
    let folder = "\(Volume.folder)/\(year)"
    var present = Set<BookID>(minimumCapacity: rows.count)
    var failed: [NotRead] = []
    var changed = false
    let endings = known.map { ".\($0.name).rec" }
    for listed in try disk.files(
      in: folder, where: { name in endings.contains(where: name.hasSuffix) })
    {
      guard let book = BookID(Substring(listed.name.utf8.dropLast(4))), known.contains(book.kind)
      else { continue }
      present.insert(book)
      do throws(DiskError) {
        let status = try listed.status.get()
        if let row = rows[book], row.stamp == Stamp(status) { continue }
        guard status.kind == .plain else { throw .notAFile(path: "\(folder)/\(listed.name)") }
        rows[book] = try read(book, status, on: disk)
        stale += 1
        changed = true
      } catch {
        failed.append(NotRead("\(folder)/\(listed.name)", error.reason))
        if rows.removeValue(forKey: book) != nil { changed = true }
      }
    }
    // Volumes are never taken away: what was there is lost, or its drive is.
    for book in Array(rows.keys) where !present.contains(book) {
      rows[book] = nil
      gone.insert(book)
      changed = true
    }
    gone.subtract(present)
    failed += gone.map { NotRead("\(folder)/\($0.text).rec", .gone) }
    failed += rows.values.compactMap(\.damage)
    failed.sort { $0.file < $1.file }
    if failed != unread { changed = true }
    unread = failed
    return changed
  }

  /// Reads one volume again, even if it looks the same.
  package mutating func reread(_ book: BookID, on disk: any Disk) throws(DiskError) {
    guard let status = try disk.status(Volume(book, year: year, on: disk).path) else { return }
    rows[book] = try read(book, status, on: disk)
    stale += 1
  }

  private func read(_ book: BookID, _ status: FileStatus, on disk: any Disk) throws(DiskError)
    -> Row
  {
    let volume = try Volume(book, year: year, on: disk).read()
    let reader = RecReader(volume.bytes, source: "")
    var pages = volume.pages.map { range -> PageSummary in
      guard let record = try? reader.read(range).records.first else {
        return PageSummary(
          offset: range.lowerBound, length: range.count, number: 0, day: nil, kind: .other,
          marks: .broken)
      }
      return summarize(record, book, year, range)
    }
    let glance = look(volume, book, year)
    for index in pages.indices
    where index >= glance.standing.good || glance.failing.contains(index + 1) {
      pages[index].settlesNothing(at: index + 1)
    }
    for number in glance.odd where pages.indices.contains(number - 1) {
      pages[number - 1].marks |= PageSummary.Marks.odd.rawValue
    }
    // Whether a void was taken back is asked of the pages themselves.
    let reopened = Set(pages.filter { $0.is(.reopen) }.map(\.narrative))
    for index in pages.indices where pages[index].is(.void) {
      guard reopened.contains(pages[index].narrative) else { continue }
      pages[index].marks |= PageSummary.Marks.odd.rawValue
    }
    let struckOut = Set(
      pages.filter { $0.is(.void) && $0.yearsBack == 0 && !$0.has(.odd) }
        .map { Int32(clamping: $0.narrative) })
    if !struckOut.isEmpty {
      for index in pages.indices where struckOut.contains(pages[index].number) {
        pages[index].marks |= PageSummary.Marks.void.rawValue
      }
    }
    let path = Volume(book, year: year, on: disk).path
    return Row(
      book: book, stamp: Stamp(status), standing: glance.standing, pages: .read(pages),
      damage: Self.damage(of: volume, pages, path) ?? Self.damage(of: volume, glance, path))
  }

  /// Where a volume breaks off before its last page.
  private static func damage(of volume: VolumeText, _ glance: Glance, _ path: String) -> NotRead? {
    let good = glance.standing.good
    guard let broken = glance.broken, volume.pages.indices.contains(good) else { return nil }
    let line = volume.line(of: volume.pages[good].lowerBound)
    return NotRead(path, line: line, broken, isBreak: true)
  }

  /// What of a volume is no page; what a crash left behind the last one never was any.
  private static func damage(
    of volume: VolumeText, _ pages: [PageSummary], _ path: String
  ) -> NotRead? {
    if pages.isEmpty, volume.bytes.count > 0,
      volume.says == nil
    {
      return NotRead(
        path, Phrase("不是簿册，或行尾被改动", "不是簿冊，或行尾被改動", "no volume, or its line ends were changed"))
    }
    let broken = zip(pages, volume.pages).enumerated().filter { index, pair in
      pair.0.has(.broken) && (index < pages.count - 1 || volume.holdsDigest(pair.1))
    }.map(\.element.1)
    guard let first = broken.first else { return nil }
    return NotRead(
      path, line: volume.line(of: first.lowerBound),
      Phrase("不是完整的一页", "不是完整的一頁", "no whole page"), others: broken.count - 1)
  }

  /// The books of which something could not be read.
  package var unreadBooks: Set<BookID> {
    Set(unread.compactMap { $0.file.split(separator: "/").last.flatMap { BookID($0.dropLast(4)) } })
  }

  /// Whether it has every book.
  package var isWhole: Bool { !isPart }
  package var books: [BookID] { Array(rows.keys) }
  package var pageCount: Int {
    rows.values.reduce(0) { sum, row in
      switch row.pages {
      case .stored(let range): sum + range.count
      case .read(let pages): sum + pages.count
      }
    }
  }

  /// What a volume was when its rows were made: another after every page.
  package struct Stamp: Hashable, Sendable {
    let size: Int
    let modified, changed: Int64
    let inode: UInt64
  }

  package func stamp(of book: BookID) -> Stamp? { rows[book]?.stamp }

  /// How far a volume holds together; nil for one that is not there.
  package func standing(of book: BookID) -> VolumeStanding? { rows[book]?.standing }

  /// The rows of one book, oldest first; of the newest `last` only, when given.
  package func pages(of book: BookID, last: Int = .max) -> [PageSummary] {
    switch rows[book]?.pages {
    case .stored(let range): stored.pages(range.suffix(last))
    case .read(let pages): Array(pages.suffix(last))
    case nil: []
    }
  }

  /// The newest day that a wanted page is about, among each book's newest `last`.
  package func newestDay(last: Int, where isWanted: (BookID, PageSummary) -> Bool) -> Day? {
    var newest = Int32.min
    for row in rows.values {
      guard case .read(let pages) = row.pages else { continue }
      for page in pages.suffix(last) where page.day > newest && isWanted(row.book, page) {
        newest = page.day
      }
    }
    stored.fromNewest { place, book, page in
      guard page.day > newest else { return true }
      guard case .stored(let range) = rows[book]?.pages, range.suffix(last).contains(place),
        isWanted(book, page)
      else { return false }
      newest = page.day
      return true
    }
    return newest == .min ? nil : Day(number: Int(newest))
  }

  /// Every page about `day`, of all books; of those that are wanted only.
  package func pages(
    on day: Day, where isWanted: (PageSummary) -> Bool = { _ in true }
  ) -> [(book: BookID, page: PageSummary)] {
    var found = stored.pages(on: day, where: isWanted).filter { book, _ in
      if case .stored = rows[book]?.pages { true } else { false }
    }
    for row in rows.values {
      guard case .read(let pages) = row.pages else { continue }
      found += pages.filter { Int($0.day) == day.number && isWanted($0) }.map { (row.book, $0) }
    }
    return found
  }

  /// The rows that are wanted, of all books.
  package func pages(where isWanted: (PageSummary) -> Bool) -> [(book: BookID, page: PageSummary)] {
    rows.values.flatMap { row -> [(book: BookID, page: PageSummary)] in
      let found =
        switch row.pages {
        case .stored(let range): stored.pages(range, where: isWanted)
        case .read(let pages): pages.filter(isWanted)
        }
      return found.map { (row.book, $0) }
    }
  }

  /// The rows with any of some marks, of all books.
  package func pages(marked marks: PageSummary.Marks) -> [(book: BookID, page: PageSummary)] {
    pages { $0.hasAny(of: marks) }
  }

  /// Writes the index to `.cache/`; a disk that does not take it is no matter.
  ///
  /// - Parameter part: kinds of book whose rows are stored by themselves as well.
  package mutating func store(on disk: any Disk, part: Set<BookKind> = []) {
    // A volume that is gone is known to have been there by the index alone.
    guard gone.isEmpty else { return }
    // One that is damaged is read, and named, again.
    let all = rows.values.filter { $0.damage == nil }.sorted { $0.book.text < $1.book.text }.map {
      (row: $0, pages: pages(of: $0.book))
    }
    guard (try? disk.makeDirectory(Self.folder)) != nil,
      (try? disk.replace(Self.path(year), with: StoredIndex.bytes(all))) != nil
    else { return }
    let own = all.filter { part.contains($0.row.book.kind) }
    if !part.isEmpty { _ = try? disk.replace(Self.partPath(year), with: StoredIndex.bytes(own)) }
    stale = 0
  }
}

extension Phrase {
  fileprivate static let gone = Phrase("原有的文件不见了", "原有的檔案不見了", "it was there and is gone")
}

extension YearIndex.Stamp {
  init(_ status: FileStatus) {
    self.init(
      size: status.size, modified: status.modified, changed: status.changed, inode: status.inode)
  }
}
