import Books
import Patrol
import Records
import Wording

/// Registers: what is changed of them, what was, and what of them is shown or handed on.
extension Office {
  mutating func carryOut(_ command: RegisterCommand) throws -> Reply {
    switch command {
    case .put(let record): try put(record)
    case .change(let step): try change(step)
    case .merge(let kind, let code, let other, let taking):
      try change(
        RegisterStep(merging: code, into: other, kind, taking: taking, in: try currentSnapshot()))
    case .undo: try takeBack(.undo)
    case .redo: try takeBack(.redo)
    case .history(let subject, let code): try history(subject, code)
    case .eraseDue: try eraseDue()
    case .reveal(let looking): try reveal(looking)
    case .sheet(let kind, let code, let why): try sheet(kind, code, why)
    case .export(let rows, let why): try export(rows, why)
    }
  }

  private mutating func put(_ record: RegisterRecord) throws -> Reply {
    let snapshot = try currentSnapshot()
    if let records = record.kind.fromToday(record, in: snapshot) {
      let editor = Editor(snapshot, at: now, adding: records)
      let done = try carryOut(try records.map(editor.editing), .edit)
      return told(.done(Done(.fromToday)), trouble: done?.trouble)
    }
    let editing = try Editor(snapshot, at: now).editing(record)
    let done = try carryOut([editing], .edit)
    guard let done else { return Reply(.unchanged) }
    return told(
      .done(Done(.put(record, today: snapshot.today), answer: SavedRecord(record))),
      trouble: done.trouble)
  }

  private mutating func change(_ step: RegisterStep) throws -> Reply {
    try needsNaming(step)
    let editor = Editor(try currentSnapshot(), at: now, adding: step.records)
    let editings = try step.records.map(editor.editing)
    return try reply(editings, try carryOut(editings, step.act))
  }

  /// Refuses to let a record take another's place while a register was not read that may name it: what
  /// stands there would go on naming the one that has ended.
  private mutating func needsNaming(_ step: RegisterStep) throws {
    guard step.act == .merge || step.act == .unit, let kind = step.records.first?.kind else {
      return
    }
    try currentSnapshot().needs([kind] + kinds.fields(naming: kind).map(\.of))
  }

  private mutating func reply(_ editings: [Editing], _ done: StepDone?) throws -> Reply {
    guard let done else { return Reply(.unchanged) }
    return told(.done(Done(done.summary)), trouble: done.trouble)
  }
}

extension Phrase {
  fileprivate static let fromToday = Phrase(
    "已改，从今天起；以前的照旧。C-z 撤销。", "已改，從今天起；以前的照舊。C-z 撤銷。",
    "Changed from today on; what was before stays. C-z takes it back.")

  /// A record is saved: by its name, where that is words and no code of a table.
  fileprivate static func put(_ record: RegisterRecord, today: Day) -> Phrase {
    let (kind, column) = (record.kind, record.kind.layout.name)
    let words = column.entry == .line ? (record.texts[column] ?? "").withoutFullStop : ""
    let name = words.isEmpty ? record.texts["Code"] ?? "" : words
    let saved = Phrase(
      "已存\(kind.title[.hans]) \(name)。C-z 撤销。", "已存\(kind.title[.hant]) \(name)。C-z 撤銷。",
      "Saved \(name) (\(kind.title[.en])). C-z takes it back.")
    return Erasing.leaving(kind, record.texts, today: today).isEmpty ? saved : saved + erasedForGood
  }

  /// Somebody left: what is personal went at once, from the history too (R28).
  private static let erasedForGood = Phrase(
    "电话等个人信息已清除，撤销也不恢复。", "電話等個人信息已清除，撤銷也不恢復。",
    " Phone and the like are erased; undoing does not bring them back.")
}
