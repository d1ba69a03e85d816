import Books
import Records
import Synchronization

/// A disk that fails when it is asked to do something for the nth time: each act of writing can be
/// made to fail, and each of reading.
package final class FailingDisk: Disk {
  package enum Failure: Sendable {
    /// No byte more.
    case full
    /// So many bytes, then none: what a power cut leaves.
    case torn(Int)
    /// The disk itself says so: EIO and its like.
    case errno(Int32)
    /// The power goes before the act: neither it nor anything after it is done.
    case cut
  }

  /// What is asked of a disk.
  package enum Act: String, CaseIterable, Sendable {
    case status, read, list
    case makeDirectory, replace, prepare, complete, cancel, remove, open, append, truncate

    package static let reading: Set<Act> = [.status, .read, .list]
    package static let writing = Set(allCases).subtracting(reading)
  }

  private struct State {
    var left: Int
    var done = 0
    var isDead = false
  }

  private let inner: PosixDisk
  private let failure: Failure
  private let acts: Set<Act>
  /// The only path that is failed at; every one without it.
  private let path: String?
  private let state: Mutex<State>

  /// - Parameters:
  ///   - acts: those that count and fail.
  ///   - done: how many of them are done before one fails.
  package init(
    _ inner: PosixDisk, _ failure: Failure, acts: Set<Act> = [.replace, .append, .prepare],
    at path: String? = nil, after done: Int = 0
  ) {
    (self.inner, self.failure, self.acts, self.path) = (inner, failure, acts, path)
    state = Mutex(State(left: done))
  }

  /// Acts that were counted so far.
  package var count: Int { state.withLock { $0.done } }
  package var root: String { inner.root }

  /// Does an act unless it is the one to fail, or one after a power cut.
  private func attempt<R>(
    _ act: Act, _ path: String, _ body: () throws(DiskError) -> R
  ) throws(DiskError) -> R {
    let isOver = state.withLock { state in
      if state.isDead { return true }
      guard acts.contains(act), self.path.map({ $0 == path }) ?? true else { return false }
      state.done += 1
      state.left -= 1
      if state.left < 0, case .cut = failure { state.isDead = true }
      return state.left < 0
    }
    guard isOver else { return try body() }
    if case .errno(let number) = failure {
      throw DiskError(errno: number, path: path, doing: act.rawValue)
    }
    throw .full(path: path)
  }

  package func status(_ path: String) throws(DiskError) -> FileStatus? {
    try attempt(.status, path) { () throws(DiskError) in try inner.status(path) }
  }
  package func read(_ path: String) throws(DiskError) -> Bytes {
    try attempt(.read, path) { () throws(DiskError) in try inner.read(path) }
  }
  package func readGuarded(_ path: String) throws(DiskError) -> Bytes {
    try attempt(.read, path) { () throws(DiskError) in try inner.readGuarded(path) }
  }
  package func map(_ path: String) throws(DiskError) -> Bytes { try inner.map(path) }
  package func names(in path: String) throws(DiskError) -> [String] {
    try attempt(.list, path) { () throws(DiskError) in try inner.names(in: path) }
  }
  package func files(
    in path: String, where isWanted: (String) -> Bool
  ) throws(DiskError) -> [Listed] {
    try attempt(.list, path) { () throws(DiskError) in try inner.files(in: path, where: isWanted) }
  }
  package func makeDirectory(_ path: String) throws(DiskError) {
    try attempt(.makeDirectory, path) { () throws(DiskError) in try inner.makeDirectory(path) }
  }
  package func remove(_ path: String) throws(DiskError) {
    try attempt(.remove, path) { () throws(DiskError) in try inner.remove(path) }
  }
  package func replace(_ path: String, with bytes: [UInt8]) throws(DiskError) {
    try attempt(.replace, path) { () throws(DiskError) in try inner.replace(path, with: bytes) }
  }
  package func prepare(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    try attempt(.prepare, path) { () throws(DiskError) in try inner.prepare(path, bytes) }
  }
  package func prepared(_ path: String) throws(DiskError) -> Bytes? { try inner.prepared(path) }
  package func complete(_ path: String) throws(DiskError) {
    try attempt(.complete, path) { () throws(DiskError) in try inner.complete(path) }
  }
  package func cancel(_ path: String) throws(DiskError) {
    try attempt(.cancel, path) { () throws(DiskError) in try inner.cancel(path) }
  }
  package func openLocked(_ path: String) throws(DiskError) -> any LockedFile {
    let file = try attempt(.open, path) { () throws(DiskError) in try inner.openLocked(path) }
    return File(inner: file, disk: self, path: path)
  }

  private struct File: LockedFile {
    let inner: any LockedFile
    let disk: FailingDisk
    let path: String

    var size: Int { get throws(DiskError) { try inner.size } }
    func read(_ range: Range<Int>) throws(DiskError) -> [UInt8] { try inner.read(range) }
    func close() { inner.close() }

    func truncate(to size: Int) throws(DiskError) {
      try disk.attempt(.truncate, path) { () throws(DiskError) in try inner.truncate(to: size) }
    }

    func append(_ bytes: [UInt8]) throws(DiskError) {
      do throws(DiskError) {
        try disk.attempt(.append, path) { () throws(DiskError) in try inner.append(bytes) }
      } catch {
        if case .torn(let count) = disk.failure { try inner.append(Array(bytes.prefix(count))) }
        throw error
      }
    }
  }
}
