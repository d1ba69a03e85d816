import CPosix
import Records

/// Finds a text in the books by looking at every byte of them, newest volumes first.
package struct Search: Sendable {
  private let disk: any Disk

  package init(on disk: any Disk) { self.disk = disk }

  /// A page that holds the text.
  package struct Hit: Sendable {
    package let page: PageID
    package let record: RecRecord
  }

  /// The years that have a folder, newest first.
  package func years() throws(DiskError) -> [Int] {
    try disk.names(in: Volume.folder).compactMap { fixedNumber($0, digits: 4) }.sorted(by: >)
  }

  /// Every volume there is, newest year first.
  ///
  /// - Parameter kinds: the kinds of book there are: a copy beside a volume is none.
  package func volumes(of kinds: Set<BookKind>) throws(DiskError) -> [Volume] {
    var volumes: [Volume] = []
    for year in try years() {
      let books = try disk.names(in: "\(Volume.folder)/\(year)").filter { $0.hasSuffix(".rec") }
        .sorted()
        .compactMap { BookID($0.dropLast(4)) }.filter { kinds.contains($0.kind) }
      volumes += books.map { Volume($0, year: year, on: disk) }
    }
    return volumes
  }

  /// What pages that hold none of the words may say all the same.
  package struct Meant {
    /// One of these stands on every such page; nil where none does.
    package let words: [String]?
    package let isSaid: (RecRecord) -> Bool

    package init(words: [String]?, isSaid: @escaping (RecRecord) -> Bool) {
      (self.words, self.isSaid) = (words, isSaid)
    }
  }

  /// The pages of one volume that hold any of `words`, or say what is meant, newest first.
  package func hits(in volume: Volume, words: [String], meant: Meant) throws(DiskError) -> [Hit] {
    let bytes = try disk.read(volume.path)
    func places(_ words: [String]) -> [Int] {
      Set(words.flatMap { Self.places(of: Array($0.utf8), in: bytes) }).sorted()
    }
    let (written, coded) = (places(words), meant.words.map(places))
    guard !written.isEmpty || coded?.isEmpty != true else { return [] }
    let text = VolumeText(bytes)
    let reader = RecReader(bytes, source: volume.path)
    return text.pages.reversed().compactMap { range in
      let isWritten = Self.isAny(written, in: range)
      guard isWritten || coded.map({ Self.isAny($0, in: range) }) != false,
        let record = try? reader.read(range).records.first,
        let number = record["Number"].flatMap({ wholeNumber($0, in: Numbers.page) }),
        isWritten || meant.isSaid(record)
      else { return nil }
      return Hit(page: PageID(volume.book, year: volume.year, number: number), record: record)
    }
  }

  /// Whether any of some places, in their order, lies on a page.
  private static func isAny(_ places: [Int], in page: Range<Int>) -> Bool {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < page.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < places.count && page.contains(places[low])
  }

  private static func places(of word: [UInt8], in bytes: Bytes) -> [Int] {
    guard !word.isEmpty else { return [] }
    return bytes.withBuffer { buffer in
      var places: [Int] = []
      var at = 0
      while at < buffer.count, let base = buffer.baseAddress,
        let found = posix_memmem(base + at, buffer.count - at, word, word.count)
      {
        let place = base.distance(to: found)
        places.append(place)
        at = place + word.count
      }
      return places
    }
  }
}
