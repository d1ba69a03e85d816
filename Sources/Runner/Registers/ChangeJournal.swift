import Books
import Patrol
import Records
import Wording

/// `register/<keeper>/changes.rec`: what was done to a keeper's registers, step after step.
///
/// A step is written down together with the registers it changes, all or nothing (`FileStep`). The
/// registers must be locked.
struct ChangeJournal {
  private let log: RecordLog
  private let kinds: Kinds

  init(_ keeper: String, _ kinds: Kinds, on disk: any Disk) {
    self.kinds = kinds
    log = RecordLog(DataDirectory.changes(keeper), head: Change.descriptor, on: disk)
  }

  /// Every change; one that can't be read is thrown, since nothing may be numbered after it.
  func read() throws(NotRead) -> [Change] {
    var changes: [Change] = []
    for record in try log.readWhole() { changes.append(try change(record)) }
    return changes
  }

  /// The number of the newest change.
  func lastNumber() throws(NotRead) -> Int { try log.last().map(change)?.number ?? 0 }

  /// The day of the newest change.
  func lastDay() throws(NotRead) -> Day? { try log.last().map(change)?.at.moment.day }

  private func change(_ record: RecRecord) throws(NotRead) -> Change {
    guard let change = Change(record, kinds) else {
      throw NotRead(
        log.path, line: record.line,
        Phrase("不是变更记录，或由更新的程序写成", "不是變更記錄，或由更新的程式寫成", "no change, or one of a newer program"))
    }
    return change
  }

  /// What writes a step's changes down; with what records erase emptied in every change there was of
  /// them.
  func part(_ changes: [Change], erasing editings: [Office.Editing], on day: Day) throws
    -> FileStep.Part
  {
    let erased = try erasing(editings, on: day)
    return erased.map { .replace(log.path, log.bytes(($0 + changes).map(\.lines))) }
      ?? .append(log, changes.map(\.lines))
  }

  /// Every change without what was to be erased; nil where nothing is.
  private func erasing(_ editings: [Office.Editing], on day: Day) throws -> [Change]? {
    let due = editings.filter { !$0.erases.isEmpty }
    guard !due.isEmpty else { return nil }
    let names = Dictionary(
      due.map { ("\($0.subject.text) \($0.code)", $0.erases) }, uniquingKeysWith: { $0.union($1) })
    let changes = try read()
    let erased = changes.map { change in
      names["\(change.subject.text) \(change.code)"].map { change.erasing($0, on: day) } ?? change
    }
    return erased != changes ? erased : nil
  }
}
