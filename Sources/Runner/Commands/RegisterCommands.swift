import Books
import Patrol
import Records

/// Registers: what is changed of them, what was, and what of them is shown or handed on.
extension Keeper {
  mutating func carryOut(_ command: RegisterCommand) throws -> Report {
    switch command {
    case .put(let record): try put(record)
    case .change(let step): try change(step)
    case .merge(let kind, let code, let other):
      try change(RegisterStep(merging: code, into: other, kind, in: try currentLibrary()))
    case .undo: try takeBack(.undo)
    case .redo: try takeBack(.redo)
    case .history(let subject, let code): try history(subject, code)
    case .eraseDue: try eraseDue()
    case .reveal(let looking): try reveal(looking)
    case .sheet(let kind, let code, let why): try sheet(kind, code, why)
    case .export(let rows, let why): try export(rows, why)
    }
  }

  private mutating func put(_ record: RegisterRecord) throws -> Report {
    let editing = try Editor(try currentLibrary()).editing(record)
    let done = try carryOut([editing], .edit)
    guard let done else { return Report(.unchanged) }
    return told(.put(record.kind, code: editing.code), trouble: done.trouble)
  }

  private mutating func change(_ step: RegisterStep) throws -> Report {
    try needsNaming(step)
    let editor = Editor(try currentLibrary(), adding: step.records)
    let editings = try step.records.map(editor.editing)
    return try report(editings, try carryOut(editings, step.act))
  }

  /// Refuses to let a record take another's place while a register was not read that may name it: what
  /// stands there would go on naming the one that has ended.
  private mutating func needsNaming(_ step: RegisterStep) throws {
    guard step.act == .merge || step.act == .unit, let kind = step.records.first?.kind else {
      return
    }
    try currentLibrary().needs([kind] + kinds.fields(naming: kind).map(\.of))
  }

  private mutating func report(_ editings: [Editing], _ done: StepDone?) throws -> Report {
    guard let done else { return Report(.unchanged) }
    return told(.changed(done.summary), trouble: done.trouble)
  }
}
