import Glibc
import Records
import Synchronization
import Wording

/// The process that holds a lock somebody waits for.
package struct LockHolder: Hashable, Sendable {
  package let process: Int
  /// The program's name; empty where the system does not say.
  package let program: String

  package init(process: Int, program: String) {
    (self.process, self.program) = (process, program)
  }

  /// Who holds the lock on the file with an inode, as Linux lists it in `/proc/locks` (proc(5)); nil
  /// where it does not, such as for another machine on a network drive.
  init?(inode: UInt64) {
    guard let locks = Self.text("/proc/locks") else { return nil }
    for line in locks.split(separator: "\n") {
      // `1: FLOCK  ADVISORY  WRITE 4711 fe:00:1234 0 EOF`; a line with `->` is one that waits.
      let words = line.split(separator: " ")
      guard words.count >= 6, words[1] == "FLOCK", let process = wholeNumber(words[4]), process > 0,
        let number = words[5].split(separator: ":").last, UInt64(number) == inode
      else { continue }
      let program = Self.text("/proc/\(process)/comm") ?? ""
      self.init(
        process: process, program: String(program.split(separator: "\n").first ?? ""))
      return
    }
    return nil
  }

  package var phrase: Phrase {
    let (process, name) = (process, program)
    return name.isEmpty
      ? Phrase("进程 \(process)", "行程 \(process)", "process \(process)")
      : Phrase("\(name)（进程 \(process)）", "\(name)（行程 \(process)）", "\(name) (process \(process))")
  }

  private static func text(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}

/// How long a lock is waited for, and for whom; shared by all who look at one disk.
package final class LockWaiting: Sendable {
  private struct State {
    var holder: LockHolder?
    var isWaiting = false
    var isGivenUp = false
  }

  /// Milliseconds after which waiting ends by itself.
  let limit: Int
  private let state = Mutex(State())

  package init(limit: Int = 10_000) { self.limit = limit }

  /// Whether a lock is waited for now, and who holds it as far as that is known.
  package var current: (isWaiting: Bool, holder: LockHolder?) {
    state.withLock { ($0.isWaiting, $0.holder) }
  }

  /// Nobody wants to wait any longer.
  package func giveUp() { state.withLock { if $0.isWaiting { $0.isGivenUp = true } } }

  /// Tries until it succeeds; false when the wait was too long or was given up.
  ///
  /// - Parameters:
  ///   - attempt: whether the lock was taken.
  ///   - holder: asked once, when the first tries have failed.
  func wait(_ attempt: () throws(DiskError) -> Bool, holder: () -> LockHolder?) throws(DiskError)
    -> Bool
  {
    if try attempt() { return true }
    defer { state.withLock { $0 = State() } }
    var waited = 0
    while waited < limit {
      usleep(Self.step * 1000)
      waited += Int(Self.step)
      if try attempt() { return true }
      // The holder is looked for only when the wait becomes noticeable.
      if waited == 10 * Int(Self.step) {
        let found = holder()
        state.withLock { ($0.holder, $0.isWaiting) = (found, true) }
      }
      if state.withLock({ $0.isGivenUp }) { return false }
    }
    return false
  }

  private static let step: UInt32 = 20
}
