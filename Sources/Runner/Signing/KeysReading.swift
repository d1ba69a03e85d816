import Books
import Patrol
import Records

/// The books of keys and posts as they stand in a data directory.
struct KeysReading {
  private let disk: any Disk

  init(on disk: any Disk) { self.disk = disk }

  /// All books of keys there are, oldest volume first, and what was not read of them.
  ///
  /// Another station's counts as much as one's own: whether it keeps registers here says nothing.
  func books() -> (books: KeysBooks, unread: [NotRead]) {
    var (volumes, unread): ([JudgedVolume], [NotRead]) = ([], [])
    let found: [String]
    do throws(DiskError) { found = try paths() } catch {
      // Books that can't be listed are not taken for none: nobody would have a key.
      return (.none, [NotRead(Volume.folder, error.reason)])
    }
    for path in found {
      guard let (book, year) = Self.place(path) else { continue }
      switch Volume(book, year: year, on: disk).find() {
      case .absent: break
      case .notRead(let why): unread.append(why)
      case .there(let text):
        let reading = VolumeReading(text.bytes, book: book, year: year, now: Self.ever)
        volumes.append(reading.judged)
        if let broken = Self.broken(reading, text, path) { unread.append(broken) }
      }
    }
    let books = KeysBooks(volumes, BookSeals()) { [disk] in
      UnsignedMerges(on: disk).merges.map { ($0.one, $0.other) }
    }
    return (books, unread)
  }

  /// Where their volumes stand.
  func paths() throws(DiskError) -> [String] {
    // A city has a thousand other volumes a year: only names are looked at.
    let ending = ".\(KeysPage.book.name).rec"
    var paths: [String] = []
    for year in try Search(on: disk).years() {
      let folder = "\(Volume.folder)/\(year)"
      paths += try disk.names(in: folder).filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }
    }
    return paths.sorted()
  }

  /// Where volumes of a keeper's may stand.
  func paths(of keeper: String) throws(DiskError) -> [String] {
    try Search(on: disk).years().map {
      Volume(BookID(keeper, KeysPage.book), year: $0, on: disk).path
    }
  }

  private static func place(_ path: String) -> (BookID, Int)? {
    let parts = path.split(separator: "/")
    guard parts.count == 3, let year = wholeNumber(parts[1], in: Numbers.year),
      let book = BookID(parts[2].dropLast(4))
    else { return nil }
    return (book, year)
  }

  /// Pages from beyond the clock's time are named by `verify`; a clock that was set back takes nobody's key
  /// away.
  private static let ever = Int.max / 2

  /// Where a volume ends before its last page: what stands behind would say who may sign.
  ///
  /// A page that a crash cut off is none, and says nothing.
  private static func broken(_ reading: VolumeReading, _ text: VolumeText, _ path: String)
    -> NotRead?
  {
    // Of a first page that a crash cut off there may be a part of its header, and no page.
    guard reading.header != nil || text.pages.isEmpty else {
      return NotRead(path, JudgeRule.place.reason)
    }
    guard let broken = reading.broken, reading.good < text.pages.count else { return nil }
    let start = text.pages[reading.good].lowerBound
    return NotRead(path, line: text.line(of: start), broken.rule.reason)
  }
}
