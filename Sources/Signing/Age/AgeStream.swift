import Crypto
import FoundationEssentials

/// The text of an age file: chunks of 64 KiB under ChaCha20-Poly1305, numbered, the last one marked (STREAM).
struct AgeStream {
  private static let (chunk, tag) = (64 * 1024, 16)
  private let key: SymmetricKey

  init(_ fileKey: [UInt8], _ nonce: [UInt8]) {
    key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: fileKey), salt: nonce, info: Array("payload".utf8),
      outputByteCount: 32)
  }

  /// Eleven bytes count the chunks, the twelfth says whether it is the last.
  private static func nonce(_ number: Int, isLast: Bool) throws -> ChaChaPoly.Nonce {
    let count = withUnsafeBytes(of: UInt64(number).bigEndian) { Array($0) }
    return try ChaChaPoly.Nonce(data: [0, 0, 0] + count + [isLast ? 1 : 0])
  }

  func seal(_ text: [UInt8]) throws -> [UInt8] {
    var (sealed, number, start) = ([UInt8](), 0, 0)
    repeat {
      let end = min(start + Self.chunk, text.count)
      let box = try ChaChaPoly.seal(
        text[start..<end], using: key, nonce: Self.nonce(number, isLast: end == text.count))
      sealed += box.ciphertext + box.tag
      (start, number) = (end, number + 1)
    } while start < text.count
    return sealed
  }

  /// - Throws: `AgeError.changed` for any byte that was changed, left out or added.
  func open(_ sealed: [UInt8]) throws -> [UInt8] {
    var (text, number, start) = ([UInt8](), 0, 0)
    repeat {
      let end = min(start + Self.chunk + Self.tag, sealed.count)
      guard end - start >= Self.tag else { throw AgeError.changed }
      let isLast = end == sealed.count
      // Only a text of nothing has an empty chunk.
      guard end - start > Self.tag || number == 0 else { throw AgeError.changed }
      let box = try ChaChaPoly.SealedBox(
        nonce: Self.nonce(number, isLast: isLast),
        ciphertext: sealed[start..<end - Self.tag], tag: sealed[end - Self.tag..<end])
      guard let plain = try? ChaChaPoly.open(box, using: key) else { throw AgeError.changed }
      text += plain
      (start, number) = (end, number + 1)
    } while start < sealed.count
    return text
  }
}
