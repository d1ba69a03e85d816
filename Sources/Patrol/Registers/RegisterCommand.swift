import Records

/// Records of the registers, and what was done to them.
package enum RegisterCommand: Hashable, Sendable {
  case put(RegisterRecord)
  /// Several records of the registers in one go.
  case change(RegisterStep)
  /// One record takes another's place: the same person twice, a unit that joins another.
  ///
  /// `taking`: the fields whose value the first hands on; what the other lacks, where nothing was chosen.
  case merge(RegisterKind, code: String, into: String, taking: Set<String>? = nil)
  /// Takes back the newest step in the registers; makes again one that was taken back.
  case undo, redo
  /// What was changed of one record, newest first.
  case history(Change.Subject, code: String)
  /// Erases what is past its keeping time.
  case eraseDue
  /// Somebody looks at personal data; it is written down before it shows.
  case reveal(Looking)
  /// What we hold on one person, as a text to print.
  case sheet(RegisterKind, code: String, why: String)
  /// A register as a table for other programs; `why` when personal data is to be in it.
  case export(RegisterRows, why: String?)

  var needs: Need {
    switch self {
    case .history: .nothing
    case .put, .change, .merge, .undo, .redo, .eraseDue: .keeper
    // Who looked at whose data is written down.
    case .reveal, .sheet: .keeper
    case .export(_, let why): why == nil ? .lock : .keeper
    }
  }
}

extension Command {
  package static let undo = registers(.undo)
  package static let redo = registers(.redo)
  package static let eraseDue = registers(.eraseDue)

  package static func put(_ record: RegisterRecord) -> Command { .registers(.put(record)) }
  package static func change(_ step: RegisterStep) -> Command { .registers(.change(step)) }
  package static func merge(
    _ kind: RegisterKind, code: String, into other: String, taking: Set<String>? = nil
  ) -> Command {
    .registers(.merge(kind, code: code, into: other, taking: taking))
  }
  package static func history(_ subject: Change.Subject, code: String) -> Command {
    .registers(.history(subject, code: code))
  }
  package static func reveal(_ looking: Looking) -> Command { .registers(.reveal(looking)) }
  package static func sheet(_ kind: RegisterKind, code: String, why: String) -> Command {
    .registers(.sheet(kind, code: code, why: why))
  }
  package static func export(_ rows: RegisterRows, why: String?) -> Command {
    .registers(.export(rows, why: why))
  }
}

/// A record of a base register as texts, and the texts it had when it was read (nil: a new one).
package struct RegisterRecord: Hashable, Sendable {
  package let kind: RegisterKind
  package let texts: [String: String]
  package let seen: [String: String]?

  package init(_ kind: RegisterKind, _ texts: [String: String], seen: [String: String]?) {
    (self.kind, self.texts, self.seen) = (kind, texts, seen)
  }
}

/// A record that was written: lists of its register show it.
package struct SavedRecord: Answer, Hashable {
  package let kind: RegisterKind
  package let code: String
  /// Whether it was not there before.
  package let isNew: Bool

  package init(_ record: RegisterRecord) {
    (kind, code, isNew) = (record.kind, record.texts["Code"] ?? "", record.seen == nil)
  }
}

/// How many records of a register were written as a table.
package struct ExportedTable: Answer {
  package let kind: RegisterKind
  package let count: Int

  package init(_ kind: RegisterKind, _ count: Int) { (self.kind, self.count) = (kind, count) }
}

/// What was changed of one record, newest first.
package struct RecordHistory: Answer {
  package let changes: [Change]
  package init(_ changes: [Change]) { self.changes = changes }
}

/// Whose data was looked at.
extension Looking: Answer {}
