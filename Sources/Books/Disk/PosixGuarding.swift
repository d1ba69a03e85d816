import CPosix
import Glibc
import Records

/// Reading what nobody else may have seen or exchanged.
extension PosixDisk {
  package func readGuarded(_ path: String) throws(DiskError) -> Bytes {
    let full = full(path)
    let slash = full.lastIndex(of: "/") ?? full.startIndex
    let folder = try open(full: String(full[..<slash]), path, O_RDONLY | O_DIRECTORY)
    defer { close(folder) }
    // By the open folder and through no link: nothing can be exchanged between looking and reading.
    let name = String(full[slash...].dropFirst())
    let file = posix_openat(
      folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else {
      if errno == ELOOP { throw .exposed(path: path, .link) }
      throw failure(path, "open")
    }
    let size = try size(of: file, path)
    defer { close(file) }
    var (own, within, root) = (stat(), stat(), stat())
    guard fstat(file, &own) == 0, fstat(folder, &within) == 0, stat(self.root, &root) == 0 else {
      throw failure(path, "stat")
    }
    if let exposure = FileExposure.of(own, in: [within, root], for: geteuid()) {
      throw .exposed(path: path, exposure)
    }
    return try copy(file, 0..<size, path)
  }
}
