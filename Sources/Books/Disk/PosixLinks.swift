import CPosix
import Glibc

/// Books and keys stand in the directory itself (J1): through a link somebody could have another file read
/// as a book, or overwritten.
///
/// Registers and settings may be links, and stay them: an office may keep them in one place for all.
extension PosixDisk {
  private static let books = "books", keys = "keys"
  /// Notes of heads, own ones and those of others.
  private static let notes = ["exports/heads", "witness"]

  /// Whether a path is one of a book, of its folders, or of a file of keys.
  static func isOwn(_ path: String) -> Bool {
    path.hasPrefix(books) && (path.count == books.count || path.hasPrefix(books + "/"))
      || path.hasPrefix(keys + "/")
      || notes.contains {
        path.hasPrefix($0) && (path.count == $0.count || path.hasPrefix($0 + "/"))
      }
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
    // The folder of keys may be a stick's.
    for count in (path.hasPrefix(Self.keys) ? 2 : 1)...max(2, parts.count)
    where count <= parts.count {
      let place = parts.prefix(count).joined(separator: "/")
      if isLink(place) {
        throw .exposed(path: place, .link)
      }
    }
  }
}
