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
    let words = text.withUTF8 { bytes -> (UInt64, UInt64, UInt64, UInt64)? in
      let start = Self.start.utf8.count
      guard bytes.count == start + 64, bytes.starts(with: Self.start.utf8),
        let first = Self.word(bytes, start), let second = Self.word(bytes, start + 16),
        let third = Self.word(bytes, start + 32), let fourth = Self.word(bytes, start + 48)
      else { return nil }
      return (first, second, third, fourth)
    }
    guard let words else { return nil }
    self.words = words
  }

  /// Reads the 64 digits alone.
  package init?(digits: ShapeBytes) {
    guard digits.count == 64 else { return nil }
    func word(_ start: Int) -> UInt64? {
      var word: UInt64 = 0
      for at in start..<start + 16 {
        switch digits[at] {
        case 48...57: word = word << 4 | UInt64(digits[at] - 48)
        case 97...102: word = word << 4 | UInt64(digits[at] - 87)
        default: return nil
        }
      }
      return word
    }
    guard let first = word(0), let second = word(16), let third = word(32), let fourth = word(48)
    else { return nil }
    words = (first, second, third, fourth)
  }

  private static let start = "sha256 "

  /// The number that sixteen digits write; capital letters are not taken.
  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt64? {
    var word: UInt64 = 0
    for byte in bytes[at..<at + 16] {
      switch byte {
      case 48...57: word = word << 4 | UInt64(byte - 48)
      case 97...102: word = word << 4 | UInt64(byte - 87)
      default: return nil
      }
    }
    return word
  }

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

  package static func == (one: Digest, other: Digest) -> Bool { one.words == other.words }

  package func hash(into hasher: inout Hasher) {
    // Eight bytes of a digest tell it from any other as well as all of them.
    hasher.combine(words.0)
  }
}
