import Books
import Records
import Synchronization

/// A disk that is a dictionary: for tests that look at a directory a hundred thousand times.
package final class MemoryDisk: Disk {
  private let files: Mutex<[String: [UInt8]]>

  /// A copy of everything below a directory.
  package init(_ scratch: Scratch) throws {
    var files: [String: [UInt8]] = [:]
    for file in scratch.files() { files[file] = try scratch.bytes(file) }
    self.files = Mutex(files)
  }

  package init(_ files: [String: [UInt8]]) { self.files = Mutex(files) }

  package var all: [String: [UInt8]] { files.withLock { $0 } }

  package var root: String { "memory" }

  package func status(_ path: String) -> FileStatus? {
    files.withLock { files in
      if let bytes = files[path] {
        return FileStatus(size: bytes.count, modified: 0, inode: 0, kind: .plain, mode: 0o600)
      }
      let isFolder = path.isEmpty || files.keys.contains { $0.hasPrefix(path + "/") }
      return isFolder
        ? FileStatus(size: 0, modified: 0, inode: 0, kind: .directory, mode: 0o700) : nil
    }
  }

  package func read(_ path: String) throws(DiskError) -> Bytes {
    guard let bytes = files.withLock({ $0[path] }) else { throw .notFound(path: path) }
    return Bytes(bytes)
  }

  package func map(_ path: String) throws(DiskError) -> Bytes { try read(path) }

  package func names(in path: String) throws(DiskError) -> [String] {
    let start = path.isEmpty ? "" : path + "/"
    let below = files.withLock { $0.keys.filter { $0.hasPrefix(start) } }
    return Array(Set(below.map { String($0.dropFirst(start.count).prefix { $0 != "/" }) }))
  }

  package func files(
    in path: String, where isWanted: (String) -> Bool
  ) throws(DiskError) -> [Listed] {
    try names(in: path).filter(isWanted).compactMap { name in
      status(path + "/" + name).map { Listed(name, .success($0)) }
    }
  }

  package func makeDirectory(_ path: String) throws(DiskError) {}
  package func replace(_ path: String, with bytes: [UInt8]) throws(DiskError) {
    files.withLock { $0[path] = bytes }
  }
  package func prepare(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    try replace(path + ".next", with: bytes)
  }
  package func prepared(_ path: String) throws(DiskError) -> Bytes? {
    files.withLock { $0[path + ".next"] }.map { Bytes($0) }
  }
  package func complete(_ path: String) throws(DiskError) {
    files.withLock { files in
      if let bytes = files.removeValue(forKey: path + ".next") { files[path] = bytes }
    }
  }
  package func cancel(_ path: String) throws(DiskError) { try remove(path + ".next") }
  package func remove(_ path: String) throws(DiskError) { files.withLock { $0[path] = nil } }

  package func openLocked(_ path: String) throws(DiskError) -> any LockedFile {
    throw .noRight(path: path)
  }
}
