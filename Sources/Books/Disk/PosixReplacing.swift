import CPosix
import Glibc
import Records

/// Putting one file in another's place: always a whole file, on the disk before it is renamed.
extension PosixDisk {
  package func replace(_ path: String, with bytes: [UInt8]) throws(DiskError) {
    let target = try target(path)
    // Two processes may replace the same file without a lock, such as a draft; and nobody is to know
    // the name beforehand.
    let temporary = "\(target).\(UInt64.random(in: 0...UInt64.max)).new"
    try write(temporary, bytes, path)
    try rename(temporary, target, path)
  }

  package func prepare(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    let name = Self.prepared(beside: try target(path))
    // Of an earlier step nothing is left that counts.
    guard unlink(name) == 0 || errno == ENOENT else { throw failure(path, "unlink") }
    try write(name, bytes, path)
  }

  package func prepared(_ path: String) throws(DiskError) -> Bytes? {
    let name = Self.prepared(beside: try target(path))
    do { return try read(full: name, path) } catch {
      if case .notFound = error { return nil }
      throw error
    }
  }

  package func complete(_ path: String) throws(DiskError) {
    let target = try target(path)
    do { try rename(Self.prepared(beside: target), target, path) } catch {
      guard case .notFound = error else { throw error }
    }
  }

  package func cancel(_ path: String) throws(DiskError) {
    guard unlink(Self.prepared(beside: try target(path))) == 0 || errno == ENOENT else {
      throw failure(path, "unlink")
    }
  }

  private static func prepared(beside target: String) -> String { target + ".next" }

  /// Writes a file that is not there yet; through no link, and over nothing that somebody has put there.
  private func write(_ full: String, _ bytes: [UInt8], _ path: String) throws(DiskError) {
    let file = try open(full: full, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
    do throws(DiskError) {
      try PosixFile(file: file, path: path).write(bytes)
      guard fsync(file) == 0 else { throw failure(path, "fsync") }
    } catch {
      Glibc.close(file)
      unlink(full)
      throw error
    }
    Glibc.close(file)
  }

  private func rename(_ from: String, _ target: String, _ path: String) throws(DiskError) {
    guard Glibc.rename(from, target) == 0 else {
      let error = failure(path, "rename")
      if from.hasSuffix(".new") { unlink(from) }
      throw error
    }
    do throws(DiskError) { try syncFolder(of: target, path) } catch {
      throw .unconfirmed(path: path, cause: error)
    }
  }
}
