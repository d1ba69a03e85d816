import Records
import Wording

/// What a file is, without its contents; two equal values mean that it was not touched between.
package struct FileStatus: Hashable, Sendable {
  package let size: Int
  /// Nanoseconds since 1970.
  package let modified: Int64
  package let inode: UInt64
  package let isDirectory: Bool
  package let mode: UInt32

  package init(size: Int, modified: Int64, inode: UInt64, isDirectory: Bool, mode: UInt32) {
    (self.size, self.modified, self.inode) = (size, modified, inode)
    (self.isDirectory, self.mode) = (isDirectory, mode)
  }
}

/// The dozen things we do to a disk.
///
/// Paths are relative to the data directory.
package protocol Disk: Sendable {
  /// Where the data directory is, for messages.
  var root: String { get }
  func status(_ path: String) -> FileStatus?
  /// The file's bytes as they are now.
  func read(_ path: String) throws(DiskError) -> Bytes
  /// The same without copying it, for an index that is only ever replaced: bytes of a file that is
  /// cut while it is mapped would end the program.
  func map(_ path: String) throws(DiskError) -> Bytes
  /// Names in a directory, unsorted, without `.` and `..`; none when there is no such directory.
  func names(in path: String) throws(DiskError) -> [String]
  /// The same with what each is.
  func files(in path: String) throws(DiskError) -> [(name: String, status: FileStatus)]
  func makeDirectory(_ path: String) throws(DiskError)
  /// Replaces a file whole: temporary file, fsync, rename, fsync of the folder.
  func replace(_ path: String, with bytes: [UInt8]) throws(DiskError)
  func remove(_ path: String) throws(DiskError)
  /// Opens a file for appending, under an exclusive lock until `close`.
  func openLocked(_ path: String) throws(DiskError) -> any LockedFile
}

/// A file that nobody else writes while we hold it.
package protocol LockedFile {
  var size: Int { get throws(DiskError) }
  func read(_ range: Range<Int>) throws(DiskError) -> [UInt8]
  /// Cuts off what stands from `size` on: only ever a torn page, and only after it was kept aside.
  func truncate(to size: Int) throws(DiskError)
  /// Writes at the end and returns when the bytes are on the disk (fdatasync).
  func append(_ bytes: [UInt8]) throws(DiskError)
  func close()
}

/// Why the disk did not do it: the system's own error number.
package enum DiskError: UserFacingError, Hashable {
  case full(path: String)
  case noRight(path: String)
  case notFound(path: String)
  case notADirectory(path: String)
  case failed(path: String, doing: String, errno: Int32)

  package var notice: Notice {
    switch self {
    case .full(let path): .diskFull(path)
    case .noRight(let path): .noRight(path)
    case .notFound(let path): .notFound(path)
    case .notADirectory(let path): .notADirectory(path)
    case .failed(let path, let doing, let number): .diskFailed(path, doing, number)
    }
  }

  package static let examples: [Self] = [
    .full(path: "books/2026/QS-01.patrol.rec"), .noRight(path: "register/QS/members.rec"),
    .notFound(path: "station.rec"), .notADirectory(path: "books"),
    .failed(path: "books/2026/QS-01.patrol.rec", doing: "write", errno: 5),
  ]
}
