import Books
import Patrol
import Records
import Wording

/// How changes of the registers are carried out: checked, then written with the keeper's journal,
/// all or nothing, under the one lock of all that writes.
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
    let done = try carryOut([editing], .edit)
    return told(.put(record.kind, code: editing.code), trouble: done?.trouble)
  }

  mutating func change(_ step: RegisterStep) throws -> Report {
    let editor = Editor(try currentLibrary())
    let editings = try step.records.map(editor.editing)
    return try report(editings, try carryOut(editings, step.act))
  }

  private mutating func report(_ editings: [Editing], _ done: StepDone?) throws -> Report {
    guard let done else { return Report(.unchanged) }
    return told(.changed(done.summary), trouble: done.trouble)
  }

  /// A step that is written down, and what is still to be done about it.
  struct StepDone {
    let summary: StepSummary
    let trouble: Notice?
  }

  /// Writes the step into the journal and into the registers.
  ///
  /// - Parameter of: the step taken back, for an undo or redo.
  /// - Returns: what was done; nil where nothing would have changed.
  @discardableResult
  mutating func carryOut(
    _ editings: [Editing], _ act: Change.Act, of step: ChangeHistory.Step? = nil
  ) throws -> StepDone? {
    let library = try currentLibrary()
    let editings = editings.filter { $0.before != $0.after }
    guard let first = editings.first else { return nil }
    let keeper = library.station.unit
    let journal = ChangeJournal(keeper, on: directory.disk)
    defer { forgetLibrary() }
    // Everything is made before anything is written: a register that somebody else has changed
    // since refuses the step, and the journal knows nothing of it.
    let files = try Dictionary(grouping: editings, by: \.kind).sorted {
      $0.key.rawValue < $1.key.rawValue
    }.map { kind, group in try edited(group, kind, keeper) }
    let changes = changes(
      editings, act, of: step, from: try journal.lastNumber() + 1, library)
    try directory.disk.makeDirectory(DataDirectory.registers(keeper))
    var trouble: Notice?
    do {
      try steps(of: keeper).carryOut(
        [try journal.part(changes, erasing: editings, on: library.today)] + files)
    } catch let error as FileStep.Unfinished { trouble = error.notice }
    let texts = first.after ?? first.before ?? [:]
    let summary = StepSummary(
      act, of: step?.act, kind: first.kind, count: editings.count,
      name: library.title(of: texts, first.kind))
    return StepDone(summary: summary, trouble: trouble)
  }

  func steps(of keeper: String) -> FileStep {
    FileStep(in: DataDirectory.registers(keeper), on: directory.disk)
  }

  private func edited(
    _ group: [Editing], _ kind: RegisterRecord.Kind, _ keeper: String
  ) throws -> FileStep.Part {
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
    return .replace(register.path, bytes)
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
