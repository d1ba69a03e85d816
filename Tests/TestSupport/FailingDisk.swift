import Books
import Records
import Synchronization

/// A disk that fails from its nth write on: nothing of the page, half of it, or no fdatasync.
package final class FailingDisk: Disk {
  package enum Failure: Sendable {
    /// No byte more.
    case full
    /// So many bytes, then none: what a power cut leaves.
    case torn(Int)
  }

  private let inner: PosixDisk
  private let failure: Failure
  private let left: Mutex<Int>

  package init(_ inner: PosixDisk, _ failure: Failure, after writes: Int = 0) {
    (self.inner, self.failure) = (inner, failure)
    left = Mutex(writes)
  }

  fileprivate var isOver: Bool {
    left.withLock { left in
      left -= 1
      return left < 0
    }
  }

  package var root: String { inner.root }
  package func status(_ path: String) -> FileStatus? { inner.status(path) }
  package func read(_ path: String) throws(DiskError) -> Bytes { try inner.read(path) }
  package func map(_ path: String) throws(DiskError) -> Bytes { try inner.map(path) }
  package func names(in path: String) throws(DiskError) -> [String] { try inner.names(in: path) }
  package func files(in path: String) throws(DiskError) -> [(name: String, status: FileStatus)] {
    try inner.files(in: path)
  }
  package func makeDirectory(_ path: String) throws(DiskError) { try inner.makeDirectory(path) }
  package func remove(_ path: String) throws(DiskError) { try inner.remove(path) }

  package func replace(_ path: String, with bytes: [UInt8]) throws(DiskError) {
    if isOver { throw .full(path: path) }
    try inner.replace(path, with: bytes)
  }

  package func openLocked(_ path: String) throws(DiskError) -> any LockedFile {
    File(inner: try inner.openLocked(path), disk: self, path: path, failure: failure)
  }

  private struct File: LockedFile {
    let inner: any LockedFile
    let disk: FailingDisk
    let path: String
    let failure: Failure

    var size: Int { get throws(DiskError) { try inner.size } }
    func read(_ range: Range<Int>) throws(DiskError) -> [UInt8] { try inner.read(range) }
    func truncate(to size: Int) throws(DiskError) { try inner.truncate(to: size) }
    func close() { inner.close() }

    func append(_ bytes: [UInt8]) throws(DiskError) {
      guard disk.isOver else { return try inner.append(bytes) }
      if case .torn(let count) = failure { try inner.append(Array(bytes.prefix(count))) }
      throw .full(path: path)
    }
  }
}
