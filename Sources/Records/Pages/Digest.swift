import Crypto

/// A SHA-256 digest as the books write it: `sha256` and 64 hexadecimal digits.
package struct Digest: Hashable, Sendable {
  package let hex: String

  private init(hex: String) { self.hex = hex }

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
    let alphabet = Array("0123456789abcdef".utf8)
    hex = String(unsafeUninitializedCapacity: 64) { text in
      for (i, byte) in hash.finalize().enumerated() {
        text[2 * i] = alphabet[Int(byte >> 4)]
        text[2 * i + 1] = alphabet[Int(byte & 15)]
      }
      return 64
    }
  }

  /// Reads `sha256 77aa…`.
  package init?(_ text: some StringProtocol) {
    guard text.hasPrefix("sha256 "), text.utf8.count == 71 else { return nil }
    let hex = String(text.dropFirst(7))
    guard hex.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
      return nil
    }
    self.hex = hex
  }

  package var text: String { "sha256 " + hex }
  /// The first digits, for the eye.
  package var short: String { String(hex.prefix(12)) }
}
