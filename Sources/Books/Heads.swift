import Records

/// The last page of every volume: with these noted outside, pages torn out of an end are found too.
package struct Heads: Sendable {
  package let pages: [PageReference]

  package init(on disk: any Disk) throws {
    var pages: [PageReference] = []
    for volume in try Search(on: disk).volumes().reversed() {
      let text = try volume.read()
      guard let last = text.pages.last,
        let record = try RecReader(text.bytes, source: volume.path).read(last).records.first,
        let page = Page(record, book: volume.book, year: volume.year)
      else { continue }
      pages.append(page.reference)
    }
    self.pages = pages.sorted {
      ($0.id.book.text, $0.id.year) < ($1.id.book.text, $1.id.year)
    }
  }

  /// `BOOK YEAR NUMBER DIGEST`, a line each.
  package var text: String {
    pages.map { "\($0.id.book.text) \($0.id.year) \($0.id.number) \($0.digest.text)\n" }.joined()
  }

  /// What a list of heads noted earlier says that the books no longer do.
  ///
  /// - Parameter list: lines as `text` has them; others and comments are passed over.
  package static func faults(_ list: String, on disk: any Disk) throws -> [VolumeFault] {
    try list.split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 3)
      guard parts.count == 4, let book = BookID(parts[0]), let year = Int(parts[1]),
        let number = Int(parts[2]), let digest = Digest(parts[3])
      else { return nil }
      let volume = Volume(book, year: year, on: disk)
      guard disk.status(volume.path) != nil else {
        return .missing(file: volume.path, page: number)
      }
      let text = try volume.read()
      let reader = RecReader(text.bytes, source: volume.path)
      let page = text.pages.indices.contains(number - 1) ? text.pages[number - 1] : nil
      let record = try page.flatMap { try reader.read($0).records.first }
      let found = record.flatMap { Page($0, book: book, year: year) }
      return found?.digest == digest ? nil : .missing(file: volume.path, page: number)
    }
  }

  /// One digest for them all, short enough to be read out.
  package var fingerprint: Digest { Digest(of: Array(text.utf8)) }
}
