import Books
import Patrol
import Records

/// `register/<keeper>/changes.rec`: what was done to a keeper's registers, step after step.
///
/// A step is written down, and on the disk, before the registers are touched; one that is cut off
/// by a crash lacks its `Last` and is taken for nothing. The registers must be locked.
struct ChangeJournal {
  let disk: any Disk
  let path: String

  init(_ keeper: String, on disk: any Disk) {
    self.disk = disk
    path = "register/\(keeper)/changes.rec"
  }

  func read() throws -> [Change] {
    guard disk.status(path) != nil else { return [] }
    let bytes = try disk.read(path)
    let whole = Self.whole(bytes)
    return try RecReader(bytes, source: path).read(0..<whole).records.compactMap { Change($0) }
  }

  /// The number of the newest change, found from the end: the journal of an import is long.
  func lastNumber() throws -> Int {
    guard disk.status(path) != nil else { return 0 }
    let bytes = try disk.read(path)
    let end = Self.whole(bytes)
    var start = max(0, end - 2)
    while start > 1, bytes[start - 1] != 0x0A || bytes[start - 2] != 0x0A { start -= 1 }
    let last = try RecReader(bytes, source: path).read((start > 1 ? start : 0)..<end).records.last
    return last.flatMap { Change($0) }?.number ?? 0
  }

  /// Where the last whole record ends: every one is followed by a blank line.
  private static func whole(_ bytes: Bytes) -> Int {
    var end = bytes.count
    while end >= 2, bytes[end - 1] != 0x0A || bytes[end - 2] != 0x0A { end -= 1 }
    return end < 2 ? 0 : end
  }

  /// Appends the changes of a step, having cut off what a crash left half written.
  func append(_ changes: [Change]) throws {
    let isNew = disk.status(path) == nil
    let file = try disk.openLocked(path)
    defer { file.close() }
    if !isNew {
      let size = try file.size
      let whole = Self.whole(try disk.read(path))
      if whole < size { try file.truncate(to: whole) }
    }
    var text = isNew ? Change.descriptor : ""
    for change in changes { text += RecWriter.record(change.lines) + "\n" }
    try file.append(Array(text.utf8))
  }

  /// Empties what records erase in every change there was of them.
  func erase(_ editings: [Keeper.Editing], on day: Day) throws {
    let due = editings.filter { !$0.erases.isEmpty }
    guard !due.isEmpty, disk.status(path) != nil else { return }
    let names = Dictionary(
      due.map { ("\($0.kind.rawValue) \($0.code)", $0.erases) }, uniquingKeysWith: { $0.union($1) })
    let changes = try read()
    let erased = changes.map { change in
      names["\(change.kind.rawValue) \(change.code)"].map { change.erasing($0, on: day) } ?? change
    }
    guard erased != changes else { return }
    let text = Change.descriptor + erased.map { RecWriter.record($0.lines) + "\n" }.joined()
    try disk.replace(path, with: Array(text.utf8))
  }
}
