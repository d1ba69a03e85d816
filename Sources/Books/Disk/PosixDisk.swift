import CPosix
import Glibc
import Records

/// The data directory on a real file system.
///
/// Directories are 0700, files 0600. Nothing is opened with waiting: a FIFO in a file's place is
/// named and not waited for.
package struct PosixDisk: Disk {
  package let root: String
  package let waiting: LockWaiting

  package init(root: String, waiting: LockWaiting = LockWaiting()) {
    (self.root, self.waiting) = (root, waiting)
  }

  /// A path below the root, or one that is whole by itself.
  func full(_ path: String) -> String {
    path.isEmpty ? root : path.hasPrefix("/") ? path : root + "/" + path
  }

  package func status(_ path: String) throws(DiskError) -> FileStatus? {
    var status = stat()
    let look = Self.isOwn(path) ? lstat : stat
    guard look(full(path), &status) != 0 else { return FileStatus(status) }
    guard errno == ENOENT, !isDanglingLink(path) else { throw failure(path, "stat") }
    return nil
  }

  /// A link that leads nowhere is not “no file”: a network drive may be gone.
  ///
  /// A file that somebody makes at this moment is no link.
  private func isDanglingLink(_ path: String) -> Bool {
    var status = stat()
    let isLink = lstat(full(path), &status) == 0 && posix_is_link(&status) != 0
    errno = isLink ? ELOOP : ENOENT
    return isLink
  }

  package func read(_ path: String) throws(DiskError) -> Bytes {
    try read(full: full(path), path)
  }

  func read(full: String, _ path: String) throws(DiskError) -> Bytes {
    let (file, size) = try openToRead(full: full, path)
    defer { Glibc.close(file) }
    return try copy(file, 0..<size, path)
  }

  package func read(_ path: String, _ ranges: [Range<Int>]) throws(DiskError) -> [Bytes] {
    let (file, size) = try openToRead(full: full(path), path)
    defer { Glibc.close(file) }
    var parts: [Bytes] = []
    for range in ranges { parts.append(try copy(file, range.clamped(to: 0..<size), path)) }
    return parts
  }

  package func map(_ path: String) throws(DiskError) -> Bytes {
    let (file, size) = try openToRead(full: full(path), path)
    defer { Glibc.close(file) }
    guard size > 0 else { return Bytes([]) }
    guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), memory != MAP_FAILED
    else { throw failure(path, "mmap") }
    nonisolated(unsafe) let mapped = memory
    return Bytes(UnsafeRawBufferPointer(start: memory, count: size)) { munmap(mapped, size) }
  }

  private func openToRead(
    full: String, _ path: String
  ) throws(DiskError) -> (file: Int32, size: Int) {
    let file = try open(full: full, path, O_RDONLY)
    return (file, try size(of: file, path))
  }

  /// The size of a plain file; anything else is closed and named.
  func size(of file: Int32, _ path: String) throws(DiskError) -> Int {
    var status = stat()
    guard fstat(file, &status) == 0 else {
      let error = failure(path, "stat")
      Glibc.close(file)
      throw error
    }
    guard posix_is_plain(&status) != 0 else {
      Glibc.close(file)
      throw .notAFile(path: path)
    }
    return Int(status.st_size)
  }

  /// Copied, never mapped: a mapped file that somebody truncates kills the program that looks at it.
  func copy(
    _ file: Int32, _ range: Range<Int>, _ path: String
  ) throws(DiskError) -> Bytes {
    let size = range.count
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(size, 1), alignment: 8)
    nonisolated(unsafe) let owned = memory
    var at = 0
    while at < size {
      let count = pread(
        file, memory.baseAddress.map { $0 + at }, size - at, off_t(range.lowerBound + at))
      if count < 0, errno == EINTR { continue }
      if count < 0 {
        let error = failure(path, "read")
        memory.deallocate()
        throw error
      }
      if count == 0 { break }
      at += count
    }
    return Bytes(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(memory)[..<at])) {
      owned.deallocate()
    }
  }

  package func names(in path: String) throws(DiskError) -> [String] {
    var names: [String] = []
    try list(path) { name, _ in names.append(name) }
    return names
  }

  /// Asks by the open folder: half the time of asking by path, with a thousand volumes.
  package func files(
    in path: String, where isWanted: (String) -> Bool
  ) throws(DiskError) -> [Listed] {
    var files: [Listed] = []
    let user = getuid()
    let isOwn = Self.isOwn(path)
    try list(path) { name, folder in
      guard isWanted(name) else { return }
      var status = stat()
      if fstatat(folder, name, &status, isOwn ? AT_SYMLINK_NOFOLLOW : 0) == 0 {
        let place = path.isEmpty ? name : path + "/" + name
        if isOwn, posix_is_link(&status) != 0 {
          return files.append(Listed(name, .failure(.exposed(path: place, .link))))
        }
        // A file that an index knows is not opened, so its rights are asked here; of our own its mode
        // says them.
        let isOurs = status.st_uid == user && status.st_mode & 0o400 != 0
        guard isOurs || faccessat(folder, name, R_OK, 0) == 0 else {
          files.append(Listed(name, .failure(.noRight(path: place))))
          return
        }
        files.append(Listed(name, .success(FileStatus(status))))
      } else {
        // Gone since it was listed, or a link that leads nowhere.
        let number = errno
        let isLink =
          fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && posix_is_link(&status) != 0
        if number == ENOENT, !isLink { return }
        let place = path.isEmpty ? name : path + "/" + name
        files.append(
          Listed(
            name,
            .failure(
              number == ENOENT
                ? .notAFile(path: place) : DiskError(errno: number, path: place, doing: "stat"))))
      }
    }
    return files
  }

  private func list(_ path: String, _ each: (String, _ folder: Int32) -> Void) throws(DiskError) {
    try refuseLinks(path)
    guard let directory = opendir(full(path)) else {
      if errno == ENOENT { return }
      throw failure(path, "opendir")
    }
    defer { closedir(directory) }
    while true {
      errno = 0
      guard let entry = readdir(directory) else {
        guard errno == 0 else { throw failure(path, "readdir") }
        return
      }
      let name = Self.name(of: entry)
      if name != ".", name != ".." { each(name, dirfd(directory)) }
    }
  }

  /// The name of an entry, read where it stands: the memory behind a short one may not be there.
  package static func name(of entry: UnsafePointer<dirent>) -> String {
    String(cString: posix_entry_name(entry))
  }

  package func makeDirectory(_ path: String) throws(DiskError) {
    if let status = try status(path) {
      guard status.isDirectory else { throw .notADirectory(path: path) }
      return
    }
    if let slash = path.lastIndex(of: "/") {
      try makeDirectory(String(path[..<slash]))
    } else if !path.isEmpty, try status("") == nil {
      try makeDirectory("")
    } else if path.isEmpty {
      try makeFolders(above: root)
    }
    guard mkdir(full(path), 0o700) == 0 || errno == EEXIST else { throw failure(path, "mkdir") }
  }

  /// The folders in which the directory itself is to stand.
  private func makeFolders(above path: String) throws(DiskError) {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
    let folder = String(path[..<slash])
    guard access(folder, F_OK) != 0, errno == ENOENT else { return }
    try makeFolders(above: folder)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure(folder, "mkdir") }
  }

  package func remove(_ path: String) throws(DiskError) {
    guard unlink(full(path)) == 0 || errno == ENOENT else { throw failure(path, "unlink") }
  }

  package func openLocked(_ path: String) throws(DiskError) -> any LockedFile {
    try refuseLinks(path)
    let isNew = try status(path) == nil
    let file = try openToAppend(path, isNew)
    _ = try size(of: file, path)
    do throws(DiskError) {
      try lock(file, path)
      if isNew { try syncFolder(of: full(path), path) }
    } catch {
      Glibc.close(file)
      throw error
    }
    return PosixFile(file: file, path: path)
  }

  /// A new file is made through no link: another may have put one there meanwhile.
  private func openToAppend(_ path: String, _ isNew: Bool) throws(DiskError) -> Int32 {
    guard isNew else { return try open(path, O_RDWR) }
    do throws(DiskError) {
      return try open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW)
    } catch {
      guard case .notNew = error else { throw error }
    }
    // Whoever wants the same lock has made it.
    return try open(path, O_RDWR | O_NOFOLLOW)
  }

  private func lock(_ file: Int32, _ path: String) throws(DiskError) {
    var status = stat()
    fstat(file, &status)
    let inode = UInt64(status.st_ino)
    let isTaken = try waiting.wait { () throws(DiskError) in
      if flock(file, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw failure(path, "flock") }
      return false
    } holder: {
      LockHolder(inode: inode)
    }
    guard isTaken else { throw .locked(path: path, by: LockHolder(inode: inode)) }
  }

  private func open(_ path: String, _ flags: Int32) throws(DiskError) -> Int32 {
    try open(full: full(path), path, flags)
  }

  func open(full: String, _ path: String, _ flags: Int32) throws(DiskError) -> Int32 {
    let here = Self.isOwn(path) && flags & O_DIRECTORY == 0 ? O_NOFOLLOW : 0
    let file = posix_open(full, flags | here | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0o600)
    guard file < 0 else { return file }
    switch errno {
    case ELOOP where here != 0: throw .exposed(path: path, .link)
    case ENOENT where isDanglingLink(path): throw .notAFile(path: path)
    // A FIFO that nobody reads, a socket, or a directory opened for writing.
    case ENXIO, EISDIR: throw .notAFile(path: path)
    default: throw failure(path, "open")
    }
  }

  func failure(_ path: String, _ doing: String) -> DiskError {
    DiskError(errno: errno, path: path.isEmpty ? root : path, doing: doing)
  }

  /// Where a file really stands: a link is followed, so that the link stays and its file is written.
  func target(_ path: String) throws(DiskError) -> String {
    try refuseLinks(path)
    guard let real = realpath(full(path), nil) else {
      guard errno == ENOENT, !isDanglingLink(path) else { throw .notAFile(path: path) }
      return full(path)
    }
    defer { free(real) }
    return String(cString: real)
  }

  /// A new name is only safe once its folder is on the disk.
  func syncFolder(of full: String, _ path: String) throws(DiskError) {
    let folder = full.lastIndex(of: "/").map { String(full[..<$0]) } ?? "."
    let directory = try open(full: folder, path, O_RDONLY | O_DIRECTORY)
    defer { Glibc.close(directory) }
    guard fsync(directory) == 0 else { throw failure(path, "fsync") }
  }
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    var status = status
    let kind: Kind =
      posix_is_directory(&status) != 0
      ? .directory : posix_is_plain(&status) != 0 ? .plain : .other
    self.init(
      size: Int(status.st_size), modified: posix_mtime_ns(&status),
      changed: posix_ctime_ns(&status), inode: UInt64(status.st_ino), kind: kind,
      mode: status.st_mode)
  }
}
