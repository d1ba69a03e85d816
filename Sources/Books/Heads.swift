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

  /// One digest for them all, short enough to be read out.
  package var fingerprint: Digest { Digest(of: Array(text.utf8)) }
}
