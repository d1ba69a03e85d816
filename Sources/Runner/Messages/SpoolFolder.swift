import Books
import Glibc

/// One folder of another program's spool, which we neither own nor lock.
struct SpoolFolder {
  let path: String

  /// Names of the plain files in it; links and what is being written are not looked at.
  func names() throws -> [String] {
    guard let folder = opendir(path) else { throw failure() }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = PosixDisk.name(of: entry)
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of a plain file of one megabyte at most; nil for anything else, and once it is gone.
  func read(_ name: String) throws -> [UInt8]? {
    let file = open("\(path)/\(name)", O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      if [ENOENT, ELOOP, ENXIO].contains(errno) { return nil }
      throw failure(name)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= 1 << 20
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(file, $0.baseAddress.map { $0 + done }, $0.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(name) }
      if count == 0 { break }
      done += count
    }
    return Array(bytes.prefix(done))
  }

  /// Puts a file there whole or not at all, so that the folder's group can read it.
  func put(_ name: String, _ bytes: [UInt8]) throws {
    let half = "\(path)/.\(name).\(getpid())"
    unlink(half)
    let file = open(half, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o660)
    guard file >= 0 else { throw failure() }
    do {
      defer { close(file) }
      try openToGroup(file)
      try write(bytes, to: file)
      guard fdatasync(file) == 0 else { throw failure() }
    } catch {
      unlink(half)
      throw error
    }
    guard rename(half, "\(path)/\(name)") == 0 else {
      let error = failure()
      unlink(half)
      throw error
    }
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// Whether it was there and is gone now.
  func remove(_ name: String) throws -> Bool {
    if unlink("\(path)/\(name)") == 0 { return true }
    guard errno == ENOENT else { throw failure(name) }
    return false
  }

  /// The daemon is mostly another account, which reads by the folder's group, whatever our umask is.
  private func openToGroup(_ file: Int32) throws {
    var (folder, own) = (stat(), stat())
    guard stat(path, &folder) == 0 else { throw failure() }
    _ = fchown(file, UInt32.max, folder.st_gid)
    guard fchmod(file, 0o660) == 0, fstat(file, &own) == 0 else { throw failure() }
    // Who owns the folder runs the daemon; root reads anything.
    guard own.st_gid == folder.st_gid || folder.st_uid == geteuid() || folder.st_uid == 0 else {
      throw GatewayError.unread(path)
    }
  }

  private func write(_ bytes: [UInt8], to file: Int32) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress.map { $0 + done }, $0.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      done += count
    }
  }

  private func failure(_ name: String? = nil) -> GatewayError {
    let place = name.map { "\(path)/\($0)" } ?? path
    return switch errno {
    case ENOENT, ENOTDIR: .noFolder(path)
    case EACCES, EPERM, EROFS: .noRight(place)
    case ENOSPC, EDQUOT: .full(path)
    default: .failed(place, String(cString: strerror(errno)))
    }
  }
}
