import Glibc

/// A file held open under `flock(2)`; the lock goes when it is closed, or with the process.
struct PosixFile: LockedFile {
  let file: Int32
  let path: String

  var size: Int {
    get throws(DiskError) {
      var status = stat()
      guard fstat(file, &status) == 0 else { throw failure("stat") }
      return Int(status.st_size)
    }
  }

  func read(_ range: Range<Int>) throws(DiskError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var at = 0
    while at < range.count {
      let count = bytes.withUnsafeMutableBytes {
        pread(file, $0.baseAddress.map { $0 + at }, range.count - at, off_t(range.lowerBound + at))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("read") }
      at += count
    }
    return bytes
  }

  func truncate(to size: Int) throws(DiskError) {
    guard ftruncate(file, off_t(size)) == 0 else { throw failure("truncate") }
  }

  func append(_ bytes: [UInt8]) throws(DiskError) {
    let before = try size
    guard lseek(file, 0, SEEK_END) >= 0 else { throw failure("seek") }
    do throws(DiskError) {
      try write(bytes)
      guard fdatasync(file) == 0 else { throw failure("fdatasync") }
    } catch {
      // Best effort: a page that was not called saved should not stay behind as a torn one.
      _ = ftruncate(file, off_t(before))
      throw error
    }
  }

  func close() { Glibc.close(file) }

  func write(_ bytes: [UInt8]) throws(DiskError) {
    var at = 0
    while at < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress.map { $0 + at }, bytes.count - at)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("write") }
      at += count
    }
  }

  private func failure(_ doing: String) -> DiskError {
    DiskError(errno: errno, path: path, doing: doing)
  }
}
