import Books
import Patrol
import Records

/// The books of keys and posts as they stand in a data directory.
struct KeysReading {
  private let disk: any Disk

  init(on disk: any Disk) { self.disk = disk }

  /// The books of some keepers, oldest volume first, and what was not read of them.
  func books(of keepers: [String]) -> (books: KeysBooks, unread: [NotRead]) {
    var (volumes, unread): ([JudgedVolume], [NotRead]) = ([], [])
    for path in paths(of: keepers).sorted() {
      guard let (book, year) = Self.place(path) else { continue }
      switch Volume(book, year: year, on: disk).find() {
      case .absent: break
      case .notRead(let why): unread.append(why)
      case .there(let text): volumes.append(Self.volume(text, book, year, path))
      }
    }
    return (KeysBooks(volumes, BookSeals()), unread)
  }

  /// Where volumes of such books may stand.
  func paths(of keepers: [String]) -> [String] {
    let years = (try? Search(on: disk).years()) ?? []
    return years.flatMap { year in
      keepers.map { Volume(BookID($0, KeysPage.book), year: year, on: disk).path }
    }
  }

  private static func place(_ path: String) -> (BookID, Int)? {
    let parts = path.split(separator: "/")
    guard parts.count == 3, let year = wholeNumber(parts[1], in: Numbers.year),
      let book = BookID(parts[2].dropLast(4))
    else { return nil }
    return (book, year)
  }

  /// A volume with the pages that hold together from the first on.
  static func volume(_ text: VolumeText, _ book: BookID, _ year: Int, _ path: String)
    -> JudgedVolume
  {
    let says = text.says.flatMap { $0.book == book && $0.year == year ? $0 : nil }
    var pages: [Page] = []
    var previous = text.headerDigest
    for (index, range) in text.pages.enumerated() {
      guard says != nil,
        let record = try? RecReader(text.bytes, source: path).read(range).records.first,
        let page = Page(record, book: book, year: year), page.id.number == index + 1,
        page.previous == previous, page.isSound,
        page.instant >= pages.last?.instant ?? .min
      else { break }
      pages.append(page)
      previous = page.digest
    }
    return JudgedVolume(book, year: year, header: says, pages: pages, good: pages.count)
  }
}
