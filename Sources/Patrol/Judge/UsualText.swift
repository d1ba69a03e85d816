/// Text of ASCII, Han characters and their punctuation, sixteen bytes at once: nearly all that is written,
/// and a city's books have half a billion bytes of it.
///
/// It is clean (`PageText`) wherever this says so; of any other text this says nothing.
enum UsualText {
  private typealias Sixteen = SIMD16<UInt8>
  private typealias Answer = SIMDMask<SIMD16<Int8>>

  /// Whether lines behind the end of another are of nothing else, and well written.
  static func isAll(_ buffer: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    guard start >= 2, range.count >= 16, buffer[start - 2] < 0x80, buffer[start - 1] == 0x0A,
      buffer[end - 1] == 0x0A
    else { return false }
    var odd = Answer(repeating: false)
    for at in stride(from: start, to: end - 15, by: 16) { odd .|= Self.odd(buffer, at) }
    // The last ones, some of them once more.
    return !any(odd .| Self.odd(buffer, end - 16))
  }

  /// Which bytes are other ones, or stand where they must not behind the two before them.
  @inline(__always)
  private static func odd(_ buffer: UnsafeRawBufferPointer, _ at: Int) -> Answer {
    let byte = buffer.loadUnaligned(fromByteOffset: at, as: Sixteen.self)
    let before = buffer.loadUnaligned(fromByteOffset: at - 1, as: Sixteen.self)
    let first = buffer.loadUnaligned(fromByteOffset: at - 2, as: Sixteen.self)
    let isEnd = byte .== every(0x0A)
    let follows = (byte & every(0xC0)) .== every(0x80)
    let control = ((byte .< every(0x20)) .^ isEnd) .| (byte .== every(0x7F))
    let blank = isEnd .& (before .== every(0x20))
    // Three bytes a character, the first of which says so.
    let length = follows .^ (begins(before) .| begins(first))
    let other = (byte .>= every(0x80)) .^ (follows .| begins(byte))
    // U+3000 to U+301F, and U+FF00 to U+FF3F.
    let isMark = (before .== every(0x80)) .& (byte .< every(0xA0))
    let three = (first .== every(0xE3)) .& .!isMark
    let wide = (before .== every(0xEF)) .& (byte .!= every(0xBC))
    return control .| blank .| length .| other .| three .| wide
  }

  /// U+3000 to U+9FFF, and U+F000 to U+FFFF.
  @inline(__always)
  private static func begins(_ byte: Sixteen) -> Answer {
    ((byte &- every(0xE3)) .< every(7)) .| (byte .== every(0xEF))
  }

  /// Swift compares two vectors at once, but a vector with a number byte by byte.
  @inline(__always)
  private static func every(_ byte: UInt8) -> Sixteen { Sixteen(repeating: byte) }
}
