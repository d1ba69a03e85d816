import Glibc
import Synchronization

/// A PIN or passphrase while it is needed: a page of memory that is neither swapped nor dumped, and
/// is wiped when nobody holds it any more.
///
/// Never a `String`: those leave copies behind. Two secrets are equal when they are the same one,
/// so that a command can hold one without anybody comparing what it says.
package final class Secret: Hashable, Sendable {
  private static let size = 4096
  /// Bytes after which nothing more is taken.
  private static let most = 1024

  /// Only touched while `used` is locked.
  private nonisolated(unsafe) let page: UnsafeMutableRawPointer?
  /// Bytes of the page in use.
  private let used = Mutex(0)

  package init() {
    let page = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    self.page = page == MAP_FAILED ? nil : page
    guard let page = self.page else { return }
    // Best effort: where locking is not allowed, wiping still is.
    mlock(page, Self.size)
    madvise(page, Self.size, MADV_DONTDUMP)
  }

  /// A secret of bytes that the caller wipes itself.
  package convenience init(_ bytes: UnsafeRawBufferPointer) {
    self.init()
    let count = min(bytes.count, Self.most)
    guard let from = bytes.baseAddress, let page else { return }
    page.copyMemory(from: from, byteCount: count)
    used.withLock { $0 = count }
  }

  deinit {
    guard let page else { return }
    explicit_bzero(page, Self.size)
    munmap(page, Self.size)
  }

  package func append(_ character: Character) {
    used.withLock { used in
      guard let page, used + 16 < Self.most else { return }
      for byte in character.utf8.prefix(16) {
        page.storeBytes(of: byte, toByteOffset: used, as: UInt8.self)
        used += 1
      }
    }
  }

  /// Takes the last character away.
  package func removeLast() {
    used.withLock { used in
      guard let page else { return }
      while used > 0 {
        used -= 1
        let byte = page.load(fromByteOffset: used, as: UInt8.self)
        page.storeBytes(of: 0, toByteOffset: used, as: UInt8.self)
        if byte & 0xC0 != 0x80 { return }
      }
    }
  }

  /// How many characters there are, for as many dots.
  package var count: Int { withBytes { bytes in bytes.count { $0 & 0xC0 != 0x80 } } }

  package func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    let count = used.withLock { $0 }
    return try body(UnsafeRawBufferPointer(start: page, count: count))
  }

  /// Whether both hold the same bytes; takes equally long, no matter where they differ.
  package func matches(_ other: Secret) -> Bool {
    withBytes { mine in
      other.withBytes { theirs in
        guard mine.count == theirs.count else { return false }
        return zip(mine, theirs).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
      }
    }
  }

  package func wipe() {
    used.withLock { used in
      if let page { explicit_bzero(page, Self.size) }
      used = 0
    }
  }

  package static func == (a: Secret, b: Secret) -> Bool { a === b }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
