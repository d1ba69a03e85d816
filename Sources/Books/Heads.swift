import Records
import Wording

/// The last page of every volume: with these noted outside, pages torn out of an end are found too.
package struct Heads: Sendable {
  package let pages: [PageReference]
  /// Volumes whose last page could not be read.
  package let unread: [NotRead]

  package init(on disk: any Disk, of kinds: Set<BookKind>) throws {
    var (pages, unread): ([PageReference], [NotRead]) = ([], [])
    for volume in try Search(on: disk).volumes(of: kinds).reversed() {
      do throws(NotRead) { if let page = try Self.last(of: volume) { pages.append(page) } } catch {
        unread.append(error)
      }
    }
    self.pages = pages.sorted {
      ($0.id.book.text, $0.id.year) < ($1.id.book.text, $1.id.year)
    }
    self.unread = unread
  }

  /// The reference of a volume's last page; nil where it has none yet.
  private static func last(of volume: Volume) throws(NotRead) -> PageReference? {
    guard let text = try volume.find().get(), text.bytes.count > 0 else { return nil }
    // What a crash left behind the last page is none.
    guard let last = text.pages.last(where: text.endsAsPage) else {
      guard !text.holdsDigest(text.header.upperBound..<text.bytes.count),
        text.says != nil
      else {
        throw NotRead(volume.path, Phrase("不是簿册", "不是簿冊", "it is no volume"))
      }
      return nil
    }
    let record = RecReader(text.bytes, source: volume.path).readTolerantly(last).records.first
    guard !text.holdsDigest(last.upperBound..<text.bytes.count),
      let page = record.flatMap({ Page($0, book: volume.book, year: volume.year) })
    else {
      throw NotRead(
        volume.path, line: text.line(of: last.lowerBound),
        Phrase("卷末不是完整的一页", "卷末不是完整的一頁", "what stands last is no whole page"))
    }
    return page.reference
  }

  /// `BOOK YEAR NUMBER DIGEST`, a line each.
  package var text: String {
    pages.map { "\($0.id.book.text) \($0.id.year) \($0.id.number) \($0.digest.text)\n" }.joined()
      + unread.map { "# not read: \($0.place)\n" }.joined()
  }

  /// One digest for them all, short enough to be read out.
  package var fingerprint: Digest { Digest(of: Array(text.utf8)) }
}
