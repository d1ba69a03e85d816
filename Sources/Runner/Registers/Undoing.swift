import Books
import Patrol
import Records

/// Taking steps in the registers back, also after a restart of the program.
extension Office {
  private func readHistory(_ snapshot: Snapshot) throws -> ChangeHistory {
    ChangeHistory(
      try ChangeJournal(snapshot.station.unit, snapshot.kinds, on: directory.disk).read())
  }

  mutating func history(_ subject: Change.Subject, _ code: String) throws -> Reply {
    let snapshot = try currentSnapshot()
    let codes =
      switch subject {
      case .register(let kind): snapshot.merged(into: code, kind)
      case .settings: Set([code])
      }
    let (changes, unread) = changes(of: codes, subject)
    return Reply(.done(Done(answer: RecordHistory(changes))), trouble: unread.first?.notice)
  }

  /// What was done to some records, by all stations, and the journals that could not be read.
  func changes(
    of codes: Set<String>, _ subject: Change.Subject
  ) -> (changes: [Change], unread: [NotRead]) {
    var (changes, unread): ([Change], [NotRead]) = ([], [])
    for keeper in loading.keepers.names {
      do throws(NotRead) {
        let history = ChangeHistory(try ChangeJournal(keeper, kinds, on: directory.disk).read())
        changes += history.changes(subject, codes)
      } catch { unread.append(error) }
    }
    return (changes, unread)
  }

  /// - Parameter act: `.undo` or `.redo`.
  mutating func takeBack(_ act: Change.Act) throws -> Reply {
    let snapshot = try currentSnapshot()
    if act == .undo, let reply = try takeBackMark() { return reply }
    let history = try readHistory(snapshot)
    guard
      let (step, editings) = try effective(
        act == .undo ? history.undoable : history.redoable, snapshot)
    else {
      guard act == .undo else { throw RegisterRefusal.nothingToRedo }
      throw history.endsInText ? RegisterRefusal.textIsOut : RegisterRefusal.nothingToUndo
    }
    let removed = editings.filter { $0.after == nil }
    if !removed.isEmpty { try checkUnnamed(removed) }
    let of = act == .undo ? step : history.steps.first { $0.number == step.changes.first?.undoes }
    guard let done = try carryOut(editings, act, of: step) else { return Reply(.unchanged) }
    let summary = done.summary
    let taken = StepSummary(
      act, of: of?.act, subject: summary.subject, count: summary.count, name: summary.name)
    return told(.done(Done(taken)), trouble: done.trouble)
  }

  /// The first of the steps that has anything to be taken back: one that a crash kept from the
  /// registers, or whose contents were erased since, has not.
  private func effective(
    _ steps: [ChangeHistory.Step], _ snapshot: Snapshot
  ) throws -> (ChangeHistory.Step, [Editing])? {
    for step in steps {
      let editings = try step.changes.reversed().compactMap { try reversal($0, snapshot) }
        .filter { $0.before != $0.after }
      if !editings.isEmpty { return (step, editings) }
    }
    return nil
  }

  /// What makes one change not have been; nil where the register is as if it had not.
  private func reversal(_ change: Change, _ snapshot: Snapshot) throws -> Editing? {
    let now =
      switch change.subject {
      case .register(let kind): snapshot.table(kind).texts(change.code)
      case .settings:
        try loading.texts(of: SettingsGroup.holding(change.fields.map(\.name))).merging([
          SettingsGroup.key: change.code
        ]) { $1 }
      }
    let fields = change.fields.filter { $0.erased == nil }
    switch change.fate {
    case .added:
      return now.map { Editing(subject: change.subject, code: change.code, before: $0, after: nil) }
    case .removed:
      guard now == nil else { throw RegisterRefusal.undoOverwritten(code: change.code) }
      var texts = ["Code": change.code]
      for field in fields where !field.from.isEmpty { texts[field.name] = field.from }
      return Editing(subject: change.subject, code: change.code, before: nil, after: texts)
    case .stays:
      guard let now else { throw RegisterRefusal.undoOverwritten(code: change.code) }
      var texts = now
      for field in fields {
        let stands = now[field.name] ?? ""
        if stands == field.from { continue }
        guard stands == field.to else { throw RegisterRefusal.undoOverwritten(code: change.code) }
        texts[field.name] = field.from.isEmpty ? nil : field.from
      }
      return Editing(subject: change.subject, code: change.code, before: now, after: texts)
    }
  }

  /// Nothing that a book refers to may vanish.
  private func checkUnnamed(_ removed: [Editing]) throws {
    let codes = Set(removed.map(\.code))
    if let (code, page) = try Naming(on: directory.disk, of: kinds.books).first(of: codes) {
      throw RegisterRefusal.namedInBook(code: code, page: page)
    }
  }
}
