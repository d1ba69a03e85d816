import Crypto

/// A SHA-256 digest as the books write it: `sha256` and 64 hexadecimal digits.
package struct Digest: Hashable, Sendable {
  /// Its 32 bytes, eight to a number, the first byte the highest.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The digest of `range` of the bytes.
  package init(of bytes: Bytes, _ range: Range<Int>) {
    self = bytes.withBuffer { buffer in
      Digest(of: UnsafeRawBufferPointer(rebasing: buffer[range.clamped(to: 0..<buffer.count)]))
    }
  }

  package init(of bytes: [UInt8]) { self = bytes.withUnsafeBytes { Digest(of: $0) } }

  private init(of buffer: UnsafeRawBufferPointer) {
    var hash = SHA256()
    hash.update(bufferPointer: buffer)
    words = hash.finalize().withUnsafeBytes { bytes in
      func word(_ at: Int) -> UInt64 {
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      }
      return (word(0), word(8), word(16), word(24))
    }
  }

  /// Reads `sha256 77aa…`.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    let read = text.withUTF8 { bytes in
      ShapeBytes(UnsafeRawBufferPointer(bytes)).drop("sha256 ").flatMap { Digest(digits: $0) }
    }
    guard let read else { return nil }
    self = read
  }

  /// Reads the 64 digits alone.
  package init?(digits: ShapeBytes) {
    guard digits.count == 64 else { return nil }
    func word(_ start: Int) -> UInt64? {
      guard let high = digits.hex8(start), let low = digits.hex8(start + 8) else { return nil }
      return high << 32 | low
    }
    guard let first = word(0), let second = word(16), let third = word(32), let fourth = word(48)
    else { return nil }
    words = (first, second, third, fourth)
  }

  private static let start = "sha256 "

  package var hex: String {
    String(unsafeUninitializedCapacity: 64) { text in
      var at = 0
      for word in [words.0, words.1, words.2, words.3] {
        for shift in stride(from: 60, through: 0, by: -4) {
          let digit = UInt8(word >> UInt64(shift) & 15)
          text[at] = digit < 10 ? 48 + digit : 87 + digit
          at += 1
        }
      }
      return 64
    }
  }

  package var text: String { Self.start + hex }
  /// The first digits, for the eye.
  package var short: String { String(hex.prefix(12)) }

  /// As it is read out and printed: sixteen digits in groups of four.
  package var grouped: String {
    var groups: [String] = []
    var rest = Substring(hex.prefix(16))
    while !rest.isEmpty {
      groups.append(String(rest.prefix(4)))
      rest = rest.dropFirst(4)
    }
    return groups.joined(separator: " ")
  }

  package static func == (one: Digest, other: Digest) -> Bool { one.words == other.words }

  package func hash(into hasher: inout Hasher) {
    // Eight bytes of a digest tell it from any other as well as all of them.
    hasher.combine(words.0)
  }
}
