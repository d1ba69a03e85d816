import Records
import Wording

/// What a file is, without its contents; two equal values mean that it was not touched between.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case plain, directory
    /// A FIFO, a socket, a device: nothing of ours.
    case other
  }

  package let size: Int
  /// Nanoseconds since 1970.
  package let modified: Int64
  /// When anything of it was changed last, its times too: nobody can set that back.
  package let changed: Int64
  package let inode: UInt64
  package let kind: Kind
  package let mode: UInt32

  package init(
    size: Int, modified: Int64, changed: Int64 = 0, inode: UInt64, kind: Kind, mode: UInt32
  ) {
    (self.size, self.modified, self.changed, self.inode) = (size, modified, changed, inode)
    (self.kind, self.mode) = (kind, mode)
  }

  package var isDirectory: Bool { kind == .directory }
}

/// One name in a directory; an error where what it names could not be looked at.
package struct Listed: Sendable {
  package let name: String
  package let status: Result<FileStatus, DiskError>

  package init(_ name: String, _ status: Result<FileStatus, DiskError>) {
    (self.name, self.status) = (name, status)
  }
}

/// The dozen things we do to a disk.
///
/// Paths are relative to the data directory. Only plain files are read and written; a link is
/// followed, so that what it leads to is written and the link stays.
package protocol Disk: Sendable {
  /// Where the data directory is, for messages.
  var root: String { get }
  /// What a file is; nil only when there is none (ENOENT).
  func status(_ path: String) throws(DiskError) -> FileStatus?
  /// The file's bytes as they are now; `DiskError.notFound` only when there is none.
  func read(_ path: String) throws(DiskError) -> Bytes
  /// Parts of a file as they are now; one that the file is too short for is cut off.
  func read(_ path: String, _ ranges: [Range<Int>]) throws(DiskError) -> [Bytes]
  /// The bytes of a file that nobody but its owner can have read or exchanged, such as a private key.
  ///
  /// - Throws: `DiskError.exposed` for a link, a file with another name, of another account or open to
  ///   others, and in a folder that others may write in.
  func readGuarded(_ path: String) throws(DiskError) -> Bytes
  /// A file's bytes without copying them, for an index that is only ever replaced: bytes of a file that is
  /// cut while it is mapped would end the program.
  func map(_ path: String) throws(DiskError) -> Bytes
  /// Names in a directory, unsorted, without `.` and `..`; none when there is no such directory.
  func names(in path: String) throws(DiskError) -> [String]
  /// The same with what each is; only names that are wanted are looked at.
  func files(in path: String, where isWanted: (String) -> Bool) throws(DiskError) -> [Listed]
  func makeDirectory(_ path: String) throws(DiskError)
  /// Replaces a file whole: temporary file, fsync, rename, fsync of the folder.
  func replace(_ path: String, with bytes: [UInt8]) throws(DiskError)
  /// Writes what is to take a file's place beside it, with fsync; the file itself stays as it is.
  func prepare(_ path: String, _ bytes: [UInt8]) throws(DiskError)
  /// What was prepared for a file; nil when nothing was.
  func prepared(_ path: String) throws(DiskError) -> Bytes?
  /// Puts what was prepared, if anything was, in the file's place: rename, fsync of the folder.
  func complete(_ path: String) throws(DiskError)
  /// Throws away what was prepared for a file, if anything was.
  func cancel(_ path: String) throws(DiskError)
  func remove(_ path: String) throws(DiskError)
  /// Opens a file for appending, under an exclusive lock until `close`.
  ///
  /// - Throws: `DiskError.locked` when somebody else holds it for longer than is waited for.
  func openLocked(_ path: String) throws(DiskError) -> any LockedFile
}

extension Disk {
  /// Names in a directory with what each is.
  package func files(in path: String) throws(DiskError) -> [Listed] {
    try files(in: path) { _ in true }
  }

  package func readGuarded(_ path: String) throws(DiskError) -> Bytes { try read(path) }

  package func read(_ path: String, _ ranges: [Range<Int>]) throws(DiskError) -> [Bytes] {
    let bytes = try read(path)
    return ranges.map { Bytes(bytes.array($0)) }
  }

  /// A file's bytes, or that there is none, or why it was not read.
  package func find(_ path: String) -> Read<Bytes> {
    do { return .there(try read(path)) } catch {
      if case .notFound = error { return .absent }
      return .notRead(NotRead(path, error.reason))
    }
  }

  /// Does something while nobody else who asks for the same lock does.
  package func locked<R>(_ path: String, _ body: () throws -> R) throws -> R {
    let lock = try openLocked(path)
    defer { lock.close() }
    return try body()
  }
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
