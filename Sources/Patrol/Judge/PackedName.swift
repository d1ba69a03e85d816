import Records

/// A field's name as two numbers, told apart without a text: sixteen bytes at most, which no name of a
/// page is longer than.
struct PackedName: Hashable, Sendable {
  private let low, high: UInt64
  let count: Int

  /// A name that is no name of a page is none that stands there.
  init(_ name: String) {
    var name = name
    let read = name.withUTF8 { PackedName(UnsafeRawBufferPointer($0), 0, $0.count) }
    (low, high, count) = (read.low, read.high, name.utf8.count)
  }

  /// The letters that stand from a place on, up to the first byte that is none; of more than sixteen the
  /// first sixteen.
  init(_ buffer: UnsafeRawBufferPointer, _ at: Int, _ end: Int) {
    let first = Self.letters(buffer, at, end)
    let second = first.count == 8 ? Self.letters(buffer, at + 8, end) : (bytes: 0, count: 0)
    (low, high, count) = (first.bytes, second.bytes, first.count + second.count)
  }

  /// Up to eight letters, the first one lowest, and how many there are; eight bytes are looked at at once.
  private static func letters(
    _ buffer: UnsafeRawBufferPointer, _ at: Int, _ end: Int
  ) -> (bytes: UInt64, count: Int) {
    let bytes: UInt64
    if at + 8 <= end {
      bytes = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    } else {
      bytes = (at..<max(at, end)).reversed().reduce(0) { $0 << 8 | UInt64(buffer[$1]) }
    }
    // Small and capital letters differ in one bit; no sum of two bytes below 0x80 reaches the next byte.
    let small = (bytes | every(0x20)) & every(0x7F)
    let isLetter = (small + every(0x80 - 0x61)) & ~(small + every(0x80 - 0x7B)) & ~bytes
    let count = (~isLetter & every(0x80)).trailingZeroBitCount / 8
    return (bytes & ~(~0 << UInt64(count * 8)), count)
  }

  private static func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}
