import Books
import Patrol
import Records

/// `register/<keeper>/changes.rec`: what was done to a keeper's registers, step after step.
///
/// A step is written down, and on the disk, before the registers are touched; one that is cut off
/// by a crash lacks its `Last` and is taken for nothing. The registers must be locked.
struct ChangeJournal {
  private let log: RecordLog

  init(_ keeper: String, on disk: any Disk) {
    log = RecordLog(DataDirectory.changes(keeper), head: Change.descriptor, on: disk)
  }

  func read() throws -> [Change] { try log.read().compactMap { Change($0) } }

  /// The number of the newest change.
  func lastNumber() throws -> Int { try log.last().flatMap { Change($0) }?.number ?? 0 }

  func append(_ changes: [Change]) throws { try log.append(changes.map(\.lines)) }

  /// Empties what records erase in every change there was of them.
  func erase(_ editings: [Keeper.Editing], on day: Day) throws {
    let due = editings.filter { !$0.erases.isEmpty }
    guard !due.isEmpty else { return }
    let names = Dictionary(
      due.map { ("\($0.kind.rawValue) \($0.code)", $0.erases) }, uniquingKeysWith: { $0.union($1) })
    let changes = try read()
    let erased = changes.map { change in
      names["\(change.kind.rawValue) \(change.code)"].map { change.erasing($0, on: day) } ?? change
    }
    if erased != changes { try log.replace(erased.map(\.lines)) }
  }
}
