import Books
import Patrol
import Records
import Synchronization
import Wording

/// How far a volume holds together, for the index of its year (J1 to J4): the judge's own reading, and
/// whether it goes on from where it says.
struct VolumeLook: Sendable {
  private let kinds: Kinds
  private let disk: any Disk
  private let grammar: PageGrammar
  private let earlier = Earlier()

  /// What was found of earlier years' volumes, as long as they stay what they were: a page that is written
  /// does not have last year's read again.
  private final class Earlier: Sendable {
    struct Found {
      let was: FileStatus
      let page: PageReference
      let directory: DirectoryID?
    }

    private let known = Mutex<[String: Found]>([:])

    func get(_ path: String) -> Found? { known.withLock { $0[path] } }
    func keep(_ found: Found, of path: String) { known.withLock { $0[path] = found } }
  }

  init(_ kinds: Kinds, on disk: any Disk) {
    (self.kinds, self.disk, grammar) = (kinds, disk, PageGrammar(kinds))
  }

  /// Pages from beyond the clock's time are named by `verify`; a clock that was set back hides nothing.
  static let ever = Int.max / 2

  func look(_ text: VolumeText, _ book: BookID, _ year: Int) -> YearIndex.Glance {
    guard let reading = reading(text.bytes, book, year), let standing = reading.standing else {
      return .init(.none, broken: Self.misplaced(text, book, year))
    }
    let failing = reading.entries.indices.filter { reading.entries[$0].rule != nil }
    return .init(
      standing, broken: reading.broken?.rule.reason, odd: reading.odd,
      failing: Set(failing.map { $0 + 1 }))
  }

  /// Why a volume does not stand where it belongs.
  private static func misplaced(_ text: VolumeText, _ book: BookID, _ year: Int) -> Phrase {
    guard let header = text.says, header.book == book, header.year == year else {
      return JudgeRule.place.reason
    }
    return Phrase(
      "与前一年的卷接不上", "與前一年的卷接不上", "it does not go on from the volume of the year before")
  }

  /// A volume read for the judge; nil where it does not stand where it belongs (J1).
  ///
  /// - Parameter wanted: entries to be among its pages in any case.
  func reading(
    _ bytes: Bytes, _ book: BookID, _ year: Int, wanted: Set<Int> = [], now: Int = ever
  ) -> VolumeReading? {
    let reading = read(bytes, book, year, wanted, now)
    return reading.header.map(goesOn) ?? false ? reading : nil
  }

  /// Whether the page is there that the volume goes on from; none where no year before has a volume.
  private func goesOn(_ header: VolumeHeader) -> Bool {
    guard let page = header.continues else {
      let years = (try? Search(on: disk).years()) ?? []
      return !years.contains { year in
        guard year < header.year,
          case .there(let text) = Volume(header.book, year: year, on: disk).find()
        else { return false }
        return !text.pages.isEmpty
      }
    }
    guard page.id.book == header.book, page.id.year < header.year else { return false }
    return directory(of: page).map { $0 == header.cover.directory } ?? false
  }

  /// That of the volume in which a page stands; nil where it does not stand there, or its volume does not
  /// hold together up to it.
  private func directory(of page: PageReference) -> DirectoryID? {
    let volume = Volume(page.id.book, year: page.id.year, on: disk)
    guard let status = (try? disk.status(volume.path)) ?? nil else { return nil }
    if let known = earlier.get(volume.path), known.was == status, known.page == page {
      return known.directory
    }
    guard case .there(let text) = volume.find() else { return nil }
    let reading = read(text.bytes, page.id.book, page.id.year)
    let isThere =
      (1...max(1, reading.good)).contains(page.id.number) && reading.good > 0
      && reading.digests[page.id.number - 1] == page.digest
    let directory = isThere ? reading.header?.cover.directory : nil
    earlier.keep(
      Earlier.Found(was: status, page: page, directory: directory), of: volume.path)
    return directory
  }

  /// The same as it stands in the directory; nil for one that is not there, or was not read.
  ///
  /// - Parameter now: pages from beyond it don't count (J4), in seconds since 1970.
  func reading(_ book: BookID, _ year: Int, now: Int) -> VolumeReading? {
    guard case .there(let text) = Volume(book, year: year, on: disk).find() else { return nil }
    return reading(text.bytes, book, year, now: now)
  }

  /// A volume as the judge takes it.
  ///
  /// - Parameter wanted: entries to be among its pages in any case.
  func whole(_ book: BookID, _ year: Int, _ wanted: Set<Int>, now: Int = ever) -> JudgedVolume? {
    guard case .there(let text) = Volume(book, year: year, on: disk).find() else { return nil }
    return read(text.bytes, book, year, wanted, now).judged
  }

  private func read(
    _ bytes: Bytes, _ book: BookID, _ year: Int, _ wanted: Set<Int> = [], _ now: Int = ever
  ) -> VolumeReading {
    VolumeReading(bytes, book: book, year: year, now: now, grammar: grammar, wanted: wanted)
  }
}
