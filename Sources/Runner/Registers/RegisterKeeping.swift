import Books
import Patrol
import Records
import Wording

/// How changes of the registers and of the settings are carried out: checked, then written with the
/// keeper's journal, all or nothing, under the one lock of all that writes.
extension Office {
  /// A record before and after; nil before it is there, and when it is taken out.
  struct Editing {
    let subject: Change.Subject
    let code: String
    let before: [String: String]?
    let after: [String: String]?
    /// Fields that are erased by it, here and in the journal.
    var erases: Set<String> = []
  }

  /// A step that is written down, and what is still to be done about it.
  struct StepDone {
    let summary: StepSummary
    let trouble: Notice?
  }

  /// A record's texts, where this station keeps it.
  ///
  /// - Parameter missing: what is thrown where nobody has it.
  func own(
    _ code: String, _ kind: RegisterKind, _ snapshot: Snapshot, else missing: some Refusal
  ) throws -> [String: String] {
    let table = snapshot.table(kind)
    guard let index = table.index(of: code) else { throw missing }
    let keeper = table.keeper(of: index)
    guard keeper == snapshot.station.unit else {
      throw RegisterRefusal.keptElsewhere(code: code, keeper: keeper)
    }
    return table.texts(at: index)
  }

  /// Writes the step into the journal and into the registers.
  ///
  /// - Parameters:
  ///   - of: the step taken back, for an undo or redo.
  ///   - also: other files that change in the same step.
  /// - Returns: what was done; nil where nothing would have changed.
  @discardableResult
  mutating func carryOut(
    _ editings: [Editing], _ act: Change.Act, of step: ChangeHistory.Step? = nil,
    also: [FileStep.Part] = []
  ) throws -> StepDone? {
    let snapshot = try currentSnapshot()
    let editings = editings.filter { $0.before != $0.after }
    guard let first = editings.first else { return nil }
    lastMark = nil
    let keeper = snapshot.station.unit
    let journal = ChangeJournal(keeper, kinds, on: directory.disk)
    defer { forgetSnapshot() }
    // Everything is made before anything is written: a register that somebody else has changed
    // since refuses the step, and the journal knows nothing of it.
    let files = try Dictionary(grouping: editings, by: \.subject).sorted {
      $0.key.text < $1.key.text
    }.flatMap { subject, group in try edited(group, subject, keeper) }
    let changes = changes(
      editings, act, of: step, from: try journal.lastNumber() + 1, snapshot)
    try directory.disk.makeDirectory(DataDirectory.registers(keeper))
    let trouble = try carryOut(
      [try journal.part(changes, erasing: editings, on: snapshot.today)] + files + also)
    let summary = StepSummary(
      act, of: step?.act, subject: first.subject, count: editings.count,
      name: name(of: first, in: snapshot))
    return StepDone(summary: summary, trouble: trouble)
  }

  /// What the record is called; of the settings, which were changed.
  private func name(of editing: Editing, in snapshot: Snapshot) -> Phrase {
    switch editing.subject {
    case .register(let kind):
      let texts = editing.after ?? editing.before ?? [:]
      return Phrase(verbatim: snapshot.title(of: texts, kind))
    case .settings:
      let changed = editing.subject.columns.filter {
        editing.before?[$0.name] != editing.after?[$0.name]
      }
      return Phrase { language in
        changed.map { $0.label[language] }.joined(separator: language.separator)
      }
    }
  }

  /// Changes files in one step; what could not be finished is for who comes next.
  @discardableResult
  mutating func carryOut(_ parts: [FileStep.Part]) throws -> Notice? {
    do { try steps(of: try currentSnapshot().station.unit).carryOut(parts) } catch let error
      as FileStep.Unfinished
    {
      return error.notice
    }
    return nil
  }

  func steps(of keeper: String) -> FileStep {
    FileStep(
      in: DataDirectory.registers(keeper), and: [Station.file, DataDirectory.access(keeper)],
      on: directory.disk)
  }

  private func edited(
    _ group: [Editing], _ subject: Change.Subject, _ keeper: String
  ) throws -> [FileStep.Part] {
    switch subject {
    case .register(let kind):
      [
        try edited(
          group, DataDirectory.register(keeper, kind), kind.columns, key: subject.key,
          descriptor: kind.descriptor)
      ]
    case .settings: try edited(settings: group, of: keeper)
    }
  }

  /// What edits make of one file.
  func edited(
    _ editings: [Editing], _ path: String, _ columns: [Column], key: String, descriptor: String
  ) throws -> FileStep.Part {
    let edits = editings.map { editing in
      Register.Edit(
        editing.code, seen: editing.before,
        fields: editing.after.map { after in
          columns.compactMap { column in
            after[column.name].map { (name: column.name, value: $0) }
          }
        })
    }
    let bytes = try Register(path, on: directory.disk).edited(
      edits, key: key, descriptor: descriptor, known: Set(columns.map(\.name)))
    return .replace(path, bytes)
  }

  private func changes(
    _ editings: [Editing], _ act: Change.Act, of step: ChangeHistory.Step?, from number: Int,
    _ snapshot: Snapshot
  ) -> [Change] {
    editings.enumerated().map { index, editing in
      let (before, after) = (editing.before ?? [:], editing.after ?? [:])
      let fate: Change.Fate =
        editing.before == nil ? .added : editing.after == nil ? .removed : .stays
      // What was added stands in the register itself.
      let names = fate == .added ? [] : editing.subject.columns.map(\.name)
      let fields = names.filter { before[$0] != after[$0] && $0 != editing.subject.key }.map {
        name in
        Change.Field(
          name, from: before[name] ?? "", to: after[name] ?? "",
          erased: editing.erases.contains(name) ? snapshot.today : nil)
      }
      return Change(
        number: number + index, step: number, at: clock.now, by: keeper(snapshot), act: act,
        undoes: step?.number, subject: editing.subject, code: editing.code, fate: fate,
        fields: fields,
        isLast: index == editings.count - 1)
    }
  }
}
