import Records
import Wording

extension Snapshot {
  /// Records of the registers that can be cut out of their file but not read: one sentence a file.
  ///
  /// Lists show their fields as they stand; code that needs the value passes them over, so they must
  /// be named. The registers that are values from the start name theirs when they are read.
  package var unreadRecords: [NotRead] {
    kinds.registers.filter { !RegisterKind.valued.contains($0) }.flatMap {
      kind in
      let table = table(kind)
      var errors: [String: [RecError]] = [:]
      for index in 0..<table.count {
        let path = "register/\(table.keeper(of: index))/\(kind.name).rec"
        do throws(FieldError) { try kind.read(table.texts(at: index)) } catch {
          errors[path, default: []].append(table.records[index].error(error, path))
        }
      }
      return errors.sorted { $0.key < $1.key }.compactMap { NotRead($0.key, $0.value) }
    }
  }

  /// Records whose code another of the same file has already: one of the two is not found by it, and what is
  /// counted is counted twice.
  private var recordsOfOneCode: [NotRead] {
    kinds.registers.flatMap { kind -> [NotRead] in
      guard let column = kind.column("Code") else { return [] }
      let table = table(kind)
      var (known, errors): ([String: Set<String>], [String: [RecError]]) = ([:], [:])
      for index in 0..<table.count {
        let (keeper, code) = (table.keeper(of: index), table.text(column, at: index))
        guard !code.isEmpty, !known[keeper, default: []].insert(code).inserted else { continue }
        let path = "register/\(keeper)/\(kind.name).rec"
        let error = FieldError(
          field: column.name, label: column.label, found: code, expected: .codeOfItsOwn)
        errors[path, default: []].append(table.records[index].error(error, path))
      }
      return errors.sorted { $0.key < $1.key }.compactMap { NotRead($0.key, $0.value) }
    }
  }

  /// All that was not read of registers and keys, down to single records.
  package var unreadOfRegisters: [NotRead] { unread + unreadRecords + recordsOfOneCode }

  /// What was not read of one register; of every one where they could not be listed.
  package func unread(_ kind: RegisterKind) -> [NotRead] {
    unread.filter { $0.file == "register" || $0.file.hasSuffix("/\(kind.name).rec") }
  }

  /// Why a group of the settings was not read; nil where it was.
  package func unread(_ group: SettingsGroup) -> NotRead? {
    unread.first { $0.file == group.file(of: station.unit) }
  }

  /// Whether some registers were read whole.
  package func isRead(_ kinds: [RegisterKind]) -> Bool {
    kinds.allSatisfy { unread($0).isEmpty }
  }

  /// Refuses to go on where a register was not read whole: what follows from it is not guessed.
  package func needs(_ kinds: [RegisterKind]) throws(NotRead) {
    if let unread = kinds.lazy.flatMap({ unread($0) }).first { throw unread }
  }

  /// What was not read of the registers, and of the books of a day where its pages are known.
  package func unread(beside ledger: DayLedger?) -> [Notice] {
    unread.map(\.notice) + (ledger?.damaged ?? [])
  }
}

extension Phrase {
  fileprivate static let codeOfItsOwn = Phrase(
    "没有别的记录用的编号", "沒有別的記錄用的編號", "a code that no other record has")
}

extension RegisterKind {
  /// Registers that say who goes out when, and where.
  package static let planning: [Self] = [.roster, .routes, .exceptions]
  /// Registers that are made into values when they are read; the others are only cut into records.
  package static let valued: Set<Self> = [
    .teams, .units, .officers, .roster, .routes, .exceptions,
  ]
}

extension RecRecord {
  /// The error with the file and line of the field it is about.
  package func error(_ error: FieldError, _ file: String) -> RecError {
    var hint = 0
    let line = field(Array(error.field.utf8), hint: &hint)?.line ?? line
    return RecError.badField(file: file, line: line, error)
  }
}
