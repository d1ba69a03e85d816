import Books
import Patrol
import Records
import Wording

/// How changes of the registers are carried out: checked, written down in the keeper's journal,
/// then done, all under the lock of the keeper's folder.
extension Keeper {
  /// A record before and after; nil before it is there, and when it is taken out.
  struct Editing {
    let kind: RegisterRecord.Kind
    let code: String
    let before: [String: String]?
    let after: [String: String]?
    /// Fields that are erased by it, here and in the journal.
    var erases: Set<String> = []
  }

  mutating func put(_ record: RegisterRecord) throws -> Report {
    let editing = try Editor(try currentLibrary()).editing(record)
    try carryOut([editing], .edit)
    return try view(.put(record.kind, code: editing.code), try currentLibrary().today)
  }

  mutating func change(_ step: RegisterStep) throws -> Report {
    let editor = Editor(try currentLibrary())
    let editings = try step.records.map(editor.editing)
    return try report(editings, try carryOut(editings, step.act))
  }

  private mutating func report(_ editings: [Editing], _ summary: StepSummary?) throws -> Report {
    guard let summary else { return Report(.unchanged) }
    return try view(.changed(summary), try currentLibrary().today)
  }

  /// Writes the step into the journal, then into the registers.
  ///
  /// - Parameter of: the step taken back, for an undo or redo.
  /// - Returns: what was done; nil where nothing would have changed.
  @discardableResult
  mutating func carryOut(
    _ editings: [Editing], _ act: Change.Act, of step: ChangeHistory.Step? = nil
  ) throws -> StepSummary? {
    let library = try currentLibrary()
    let editings = editings.filter { $0.before != $0.after }
    guard let first = editings.first else { return nil }
    let keeper = library.station.unit
    let journal = ChangeJournal(keeper, on: directory.disk)
    defer { forgetLibrary() }
    try Register.locked(DataDirectory.registers(keeper), on: directory.disk) {
      // Everything is made before anything is written: a register that somebody else has changed
      // since refuses the step, and the journal knows nothing of it.
      let files = try Dictionary(grouping: editings, by: \.kind).map { kind, group in
        try edited(group, kind, keeper)
      }
      let number = try journal.lastNumber() + 1
      try journal.append(changes(editings, act, of: step, from: number, library))
      for (register, bytes) in files { try register.write(bytes) }
      try journal.erase(editings, on: library.today)
    }
    let texts = first.after ?? first.before ?? [:]
    return StepSummary(
      act, of: step?.act, kind: first.kind, count: editings.count,
      name: library.title(of: texts, first.kind))
  }

  private func edited(
    _ group: [Editing], _ kind: RegisterRecord.Kind, _ keeper: String
  ) throws -> (Register, [UInt8]) {
    let columns = kind.columns
    let edits = group.map { editing in
      Register.Edit(
        editing.code, seen: editing.before,
        fields: editing.after.map { after in
          columns.compactMap { column in
            after[column.name].map { (name: column.name, value: $0) }
          }
        })
    }
    let register = Register(DataDirectory.register(keeper, kind), on: directory.disk)
    let bytes = try register.edited(
      edits, key: "Code", descriptor: kind.descriptor, known: Set(columns.map(\.name)))
    return (register, bytes)
  }

  private func changes(
    _ editings: [Editing], _ act: Change.Act, of step: ChangeHistory.Step?, from number: Int,
    _ library: Library
  ) -> [Change] {
    editings.enumerated().map { index, editing in
      let (before, after) = (editing.before ?? [:], editing.after ?? [:])
      let fate: Change.Fate =
        editing.before == nil ? .added : editing.after == nil ? .removed : .stays
      // What was added stands in the register itself.
      let names = fate == .added ? [] : editing.kind.columns.map(\.name)
      let fields = names.filter { before[$0] != after[$0] && $0 != "Code" }.map { name in
        Change.Field(
          name, from: before[name] ?? "", to: after[name] ?? "",
          erased: editing.erases.contains(name) ? library.today : nil)
      }
      return Change(
        number: number + index, step: number, at: clock.now, by: library.station.writer, act: act,
        undoes: step?.number, kind: editing.kind, code: editing.code, fate: fate, fields: fields,
        isLast: index == editings.count - 1)
    }
  }
}

extension RegisterRecord.Kind {
  /// What a new file of the register begins with.
  var descriptor: String { type.descriptor }
}

extension Registered {
  fileprivate static var descriptor: String { schema.descriptor(key: "Code") + "\n" }
}
