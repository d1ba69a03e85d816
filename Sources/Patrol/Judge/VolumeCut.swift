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
    guard start < buffer.count, let base = buffer.baseAddress else { return nil }
    if buffer[start] == 0x0A { return start }
    var at = start
    while at + 65 <= buffer.count, !hasBlankLine(buffer, at) { at += 64 }
    while let found = memchr(base + at, 0x0A, buffer.count - at) {
      at = base.distance(to: UnsafeRawPointer(found)) + 1
      guard at < buffer.count else { return nil }
      if buffer[at] == 0x0A { return at }
    }
    return nil
  }

  /// Whether one of sixty-four bytes ends a line, and so does the byte behind it; sixteen at once, since a
  /// city's books have half a billion.
  @inline(__always)
  private static func hasBlankLine(_ buffer: UnsafeRawBufferPointer, _ start: Int) -> Bool {
    var found = SIMDMask<SIMD16<Int8>>(repeating: false)
    for at in stride(from: start, to: start + 64, by: 16) {
      found .|= isEnd(buffer, at) .& isEnd(buffer, at + 1)
    }
    return any(found)
  }

  @inline(__always)
  private static func isEnd(_ buffer: UnsafeRawBufferPointer, _ at: Int) -> SIMDMask<SIMD16<Int8>> {
    buffer.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self) .== SIMD16(repeating: 0x0A)
  }
}
