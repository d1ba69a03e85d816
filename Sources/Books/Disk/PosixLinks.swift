import CPosix
import Glibc

/// Books and keys stand in the directory itself (J1): through a link somebody could have another file read
/// as a book, or overwritten.
///
/// Registers and settings may be links, and stay them: an office may keep them in one place for all.
extension PosixDisk {
  /// Books, and notes of heads, own ones and those of others.
  private static let folders = ["books", "exports/heads", "witness"]
  /// That of the keys may itself be a link, to a stick.
  private static let keys = "keys/"

  /// Whether a path is one of these folders, or below it, or of a file of keys.
  static func isOwn(_ path: String) -> Bool {
    path.hasPrefix(keys)
      || folders.contains { path.hasPrefix($0) && (path == $0 || path.hasPrefix($0 + "/")) }
  }

  /// Whether a link stands there, whatever it leads to.
  package func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(full(path), &status) == 0 && posix_is_link(&status) != 0
  }

  /// - Throws: `DiskError.exposed` where a file of a book or key, or a folder of books, is a link.
  func refuseLinks(_ path: String) throws(DiskError) {
    guard Self.isOwn(path) else { return }
    let parts = path.split(separator: "/")
    for count in parts.indices.map({ $0 + 1 }).dropFirst(path.hasPrefix(Self.keys) ? 1 : 0) {
      let place = parts.prefix(count).joined(separator: "/")
      if isLink(place) { throw .exposed(path: place, .link) }
    }
  }
}
