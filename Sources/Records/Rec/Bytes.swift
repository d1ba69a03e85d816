/// Bytes that never change: a file as it was read.
///
/// Slices are plain ranges; nothing is copied until a text is asked for.
package final class Bytes: Sendable {
  /// Immutable for the whole life of the object, so sharing it between threads is safe.
  private nonisolated(unsafe) let base: UnsafeRawPointer?
  package let count: Int
  private let release: @Sendable () -> Void

  package init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 8)
    copy.copyBytes(from: bytes)
    base = UnsafeRawPointer(copy.baseAddress)
    count = bytes.count
    nonisolated(unsafe) let owned = copy
    release = { owned.deallocate() }
  }

  /// Takes over memory that `release` gives back.
  package init(_ memory: UnsafeRawBufferPointer, release: @escaping @Sendable () -> Void) {
    base = memory.baseAddress
    count = memory.count
    self.release = release
  }

  package convenience init(_ text: String) { self.init(Array(text.utf8)) }

  deinit { release() }

  package func withBuffer<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    try body(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// The byte at `index`, or nil beyond either end.
  package subscript(_ index: Int) -> UInt8? {
    guard index >= 0, index < count, let base else { return nil }
    return base.load(fromByteOffset: index, as: UInt8.self)
  }

  /// A copy of the bytes in `range`, cut to what there is.
  package func array(_ range: Range<Int>) -> [UInt8] {
    withBuffer { Array($0[range.clamped(to: 0..<count)]) }
  }

  package func text(_ range: Range<Int>) -> String {
    withBuffer { String(decoding: $0[range.clamped(to: 0..<count)], as: UTF8.self) }
  }

  package var text: String { text(0..<count) }

  /// Where the first byte stands that is not part of valid UTF-8, or nil.
  package func firstNonUTF8(_ range: Range<Int>? = nil) -> Int? {
    withBuffer { buffer in
      let range = (range ?? 0..<count).clamped(to: 0..<count)
      var at = range.lowerBound
      while at < range.upperBound {
        if at + 8 <= range.upperBound,
          buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          at += 8
          continue
        }
        guard let next = UTF8Step.next(buffer, at, range.upperBound) else { return at }
        at = next
      }
      return nil
    }
  }
}

/// One step over UTF-8 as RFC 3629 allows it: no overlong forms, no surrogates.
enum UTF8Step {
  static func next(_ buffer: UnsafeRawBufferPointer, _ at: Int, _ end: Int) -> Int? {
    let first = buffer[at]
    let (length, low, high): (Int, UInt8, UInt8)
    switch first {
    case 0..<0x80: return at + 1
    case 0xC2...0xDF: (length, low, high) = (2, 0x80, 0xBF)
    case 0xE0: (length, low, high) = (3, 0xA0, 0xBF)
    case 0xED: (length, low, high) = (3, 0x80, 0x9F)
    case 0xE1...0xEF: (length, low, high) = (3, 0x80, 0xBF)
    case 0xF0: (length, low, high) = (4, 0x90, 0xBF)
    case 0xF1...0xF3: (length, low, high) = (4, 0x80, 0xBF)
    case 0xF4: (length, low, high) = (4, 0x80, 0x8F)
    default: return nil
    }
    guard at + length <= end, (low...high).contains(buffer[at + 1]) else { return nil }
    for i in 2..<max(length, 2) where buffer[at + i] & 0xC0 != 0x80 { return nil }
    return at + length
  }
}
