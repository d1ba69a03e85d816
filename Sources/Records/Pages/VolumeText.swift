import Glibc

/// A volume's bytes cut into its header and its pages, without believing any of them yet.
///
/// The layout is strict (docs/data-format.md): a header of comments and `%` lines, then pages with
/// exactly one blank line before each, every page ending in its `Digest:` line.
package struct VolumeText: Sendable {
  package let bytes: Bytes
  /// All bytes before the first page, the blank line included: what page 1's `Previous` is over.
  package let header: Range<Int>
  package let pages: [Range<Int>]
  /// What stands after the last whole page, from the blank line on: a page cut off by a crash.
  package let torn: Range<Int>?

  package init(_ bytes: Bytes) {
    self.bytes = bytes
    (header, pages, torn) = bytes.withBuffer { Self.cut($0) }
  }

  private static func cut(
    _ buffer: UnsafeRawBufferPointer
  ) -> (header: Range<Int>, pages: [Range<Int>], torn: Range<Int>?) {
    guard let headerEnd = blankLine(buffer, 0) else { return (0..<buffer.count, [], nil) }
    var pages: [Range<Int>] = []
    let header = 0..<headerEnd + 1
    var (at, whole) = (header.upperBound, header.upperBound)
    while at < buffer.count {
      let next = blankLine(buffer, at)
      if next == nil, !endsInDigest(buffer, at..<buffer.count) {
        // A whole page may stand before what a power cut left behind it.
        if let end = digestEnd(buffer, at) {
          pages.append(at..<end)
          whole = end
        }
        break
      }
      let end = next ?? buffer.count
      pages.append(at..<end)
      (at, whole) = (end + 1, end)
    }
    return (header, pages, whole < buffer.count ? whole..<buffer.count : nil)
  }

  /// Where the next empty line stands from `at` on.
  static func blankLine(_ buffer: UnsafeRawBufferPointer, _ at: Int) -> Int? {
    var at = at
    while at < buffer.count, let base = buffer.baseAddress,
      let found = memchr(base + at, 0x0A, buffer.count - at)
    {
      let next = base.distance(to: UnsafeRawPointer(found)) + 1
      if next < buffer.count, buffer[next] == 0x0A { return next }
      at = next
    }
    return nil
  }

  /// Where the first `Digest:` line from `at` on ends, if there is one.
  private static func digestEnd(_ buffer: UnsafeRawBufferPointer, _ at: Int) -> Int? {
    var line = at
    while line < buffer.count, let base = buffer.baseAddress,
      let found = memchr(base + line, 0x0A, buffer.count - line)
    {
      let next = base.distance(to: UnsafeRawPointer(found)) + 1
      if endsInDigest(buffer, at..<next) { return next }
      line = next
    }
    return nil
  }

  private static func endsInDigest(_ buffer: UnsafeRawBufferPointer, _ page: Range<Int>) -> Bool {
    guard page.count > Page.digestLine, buffer[page.upperBound - 1] == 0x0A else { return false }
    let line = page.upperBound - Page.digestLine
    return buffer[line - 1] == 0x0A
      && buffer[line..<line + 15].elementsEqual("Digest: sha256 ".utf8)
  }

  /// The line in the file, from 1, on which byte `offset` stands.
  package func line(of offset: Int) -> Int {
    bytes.withBuffer { $0[0..<min(offset, $0.count)].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) } }
  }

  /// Whether a part of the volume ends as a page does; what stands in it is not looked at.
  package func endsAsPage(_ range: Range<Int>) -> Bool {
    bytes.withBuffer { Self.endsInDigest($0, range) }
  }

  /// Whether a digest stands somewhere in a part of the volume: no crash leaves one of a page that it
  /// cut off, so that a page was there.
  package func holdsDigest(_ range: Range<Int>) -> Bool {
    bytes.withBuffer { buffer in
      Self.digestEnd(buffer, range.lowerBound).map { $0 <= range.upperBound } ?? false
    }
  }

  package var headerDigest: Digest { Digest(of: bytes, header) }
}
