import Glibc

/// A volume's bytes cut at blank lines: the header with the one behind it, then the pages.
///
/// Whatever stands behind the last page is one more.
struct VolumeCut {
  let header: Range<Int>
  let pages: [Range<Int>]

  init(_ buffer: UnsafeRawBufferPointer) {
    guard let blank = Self.blankLine(buffer, 0) else {
      (header, pages) = (0..<buffer.count, [])
      return
    }
    header = 0..<blank + 1
    var pages: [Range<Int>] = []
    var start = blank + 1
    if start < buffer.count {
      while let blank = Self.blankLine(buffer, start) {
        pages.append(start..<blank)
        start = blank + 1
      }
      pages.append(start..<buffer.count)
    }
    self.pages = pages
  }

  /// Where the next line without a byte stands from the beginning of a line on.
  private static func blankLine(_ buffer: UnsafeRawBufferPointer, _ start: Int) -> Int? {
    var at = start
    while at < buffer.count, let base = buffer.baseAddress {
      if buffer[at] == 0x0A { return at }
      guard let found = memchr(base + at, 0x0A, buffer.count - at) else { return nil }
      at = base.distance(to: UnsafeRawPointer(found)) + 1
    }
    return nil
  }
}
