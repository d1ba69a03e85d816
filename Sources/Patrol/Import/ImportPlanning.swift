import Records
import Wording

/// Reads the rows of a table into a plan: line by line, matched with who is in the register already.
package struct ImportPlanning {
  private let kind: RegisterRecord.Kind
  private let library: Library
  private let map: HeadingMap
  private let columns: [(index: Int, column: Column)]
  private let cells: CellReading
  private let table: RegisterTable
  private let duplicates: Duplicates
  private let standing: [String: [Int]]
  private let beginning: [String: String]
  private var numbering: CodeNumbering

  private var seen: [String: (line: Int, texts: [String: String])] = [:]
  private var new: [RegisterRecord] = []
  private var changed: [RegisterRecord] = []
  private var bad: [ImportPlan.BadLine] = []
  private var (same, repeated) = (0, 0)

  /// - Parameter scope: the unit or team that lines belong to which name none.
  package init(
    _ kind: RegisterRecord.Kind, _ map: HeadingMap, scope: Scope?, in library: Library
  ) {
    (self.kind, self.library, self.map) = (kind, library, map)
    cells = CellReading(library)
    table = library.table(kind)
    duplicates = Duplicates(kind, in: library)
    standing = duplicates.index()
    beginning = kind.layout.texts(
      RegisterBeginning(library, scope: scope, today: library.today)
    ).filter { name, _ in name != "Since" && name != "Until" }
    numbering = CodeNumbering(kind, in: library)
    columns = map.fields.enumerated().compactMap { index, field in
      field.flatMap(kind.column).map { (index, $0) }
    }
  }

  /// - Parameters:
  ///   - isWanted: asked now and then; the plan is given up when it says no.
  ///   - progress: lines done.
  package mutating func plan(
    _ rows: [CSVReader.Row], isWanted: () -> Bool = { true }, progress: (Int) -> Void = { _ in }
  ) -> ImportPlan? {
    for (index, row) in rows.enumerated() {
      if index % 512 == 0 {
        guard isWanted() else { return nil }
        progress(index)
      }
      do { try take(row) } catch {
        let reason = (error as? FieldError).map(Self.reason) ?? Self.reason(error)
        bad.append(.init(line: row.line, reason: reason, cells: row.cells))
      }
    }
    return ImportPlan(
      kind: kind, map: map, count: rows.count, new: new, changed: changed, same: same,
      repeated: repeated, bad: bad, samples: rows.prefix(3).map(\.cells))
  }

  /// A table has no list to pick from: what is not in the registers is said to be so.
  private static func reason(_ error: FieldError) -> Phrase {
    guard error.expected == .oneOfTheList, !error.found.isEmpty else { return error.message }
    let (label, found) = (error.label, String(error.found.prefix(24)))
    return Phrase(
      "\(label[.hans])“\(found)”没有登记，或有同名的。", "\(label[.hant])「\(found)」沒有登記，或有同名的。",
      "\(label[.en]) “\(found)” is not registered, or several are called so.")
  }

  private static func reason(_ error: any Error) -> Phrase {
    (error as? any UserFacingError)?.notice.happened ?? Phrase(verbatim: "\(error)")
  }

  private mutating func take(_ row: CSVReader.Row) throws {
    var given: [String: String] = [:]
    for (index, column) in columns where row.cells.indices.contains(index) {
      let text = try cells.text(row.cells[index], column)
      if !text.isEmpty { given[column.name] = text }
    }
    let complete = beginning.merging(given) { $1 }
    let keys = personKeys(complete)
    if let earlier = keys.compactMap({ seen[$0] }).first {
      if earlier.texts == given {
        repeated += 1
        return
      }
      throw ImportRefusal.twice(line: earlier.line)
    }
    for key in keys { seen[key] = (row.line, given) }
    if let old = match(given, keys) { try change(old, given) } else { try add(complete) }
  }

  /// What says that two lines are of the same record: its code, else what makes up one person.
  private func personKeys(_ texts: [String: String]) -> [String] {
    if let code = texts["Code"] { return ["code\u{0}" + code] }
    return duplicates.keys(texts).map { likeness, key in
      // A phone may be a family's: with the same name it is a person's.
      likeness == .phone ? key + "\u{0}" + (texts["Name"] ?? "") : key
    }
  }

  private func match(_ given: [String: String], _ keys: [String]) -> Int? {
    if let code = given["Code"] { return table.index(of: code) }
    let own = duplicates.keys(beginning.merging(given) { $1 })
    for (likeness, key) in own {
      let found = standing[key] ?? []
      let fitting =
        likeness == .phone
        ? found.filter { table.texts(at: $0)["Name"] == given["Name"] } : found
      if let first = fitting.first { return first }
    }
    return nil
  }

  private mutating func change(_ index: Int, _ given: [String: String]) throws {
    let old = table.texts(at: index)
    let texts = old.merging(given) { $1 }
    try kind.read(texts)
    guard texts != old else {
      same += 1
      return
    }
    guard table.keeper(of: index) == library.station.unit else {
      throw RegisterRefusal.keptElsewhere(
        code: old["Code"] ?? "", keeper: table.keeper(of: index))
    }
    changed.append(RegisterRecord(kind, texts, seen: old))
  }

  private mutating func add(_ complete: [String: String]) throws {
    var texts = complete
    if texts["Code"] == nil { texts["Code"] = numbering.next(texts) }
    if texts["Code"]?.isEmpty == true { texts["Code"] = nil }
    try kind.check(texts, in: library)
    new.append(RegisterRecord(kind, texts, seen: nil))
  }
}

/// Why a line of a table can't be taken, where it is not one field's fault.
package enum ImportRefusal: Refusal, Hashable {
  case twice(line: Int)
  case badLines(Int)

  package var field: String { "Code" }

  package var notice: Notice {
    switch self {
    case .twice(let line):
      Notice(
        Phrase(
          "与第 \(line) 行是同一人，内容却不同。", "與第 \(line) 行是同一人，內容卻不同。",
          "The same person as in line \(line), with other contents."),
        safe: Notice.nothingImported,
        next: Phrase(
          "请留一行；确是两个人，请给各自的代号。", "請留一行；確是兩個人，請給各自的代號。",
          "Keep one line; if they are two people, give each a code."))
    case .badLines(let count):
      Notice(
        Phrase(
          "有 \(count) 行不对，整表没有导入。", "有 \(count) 行不對，整表沒有匯入。",
          "\(count) lines are wrong; nothing of the table was imported."),
        safe: Notice.registersUntouched,
        next: Phrase("请改正这些行后重新导入。", "請改正這些行後重新匯入。", "Put these lines right and import again."))
    }
  }

  package static let examples: [Self] = [.twice(line: 12), .badLines(3)]
}

extension Notice {
  fileprivate static let nothingImported = Phrase(
    "没有导入任何内容。", "沒有匯入任何內容。", "Nothing was imported.")
}
