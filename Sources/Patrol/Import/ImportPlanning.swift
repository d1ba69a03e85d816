import Records
import Wording

/// Reads the rows of a table into a plan: line by line, matched with who is in the register already.
package struct ImportPlanning {
  let kind: RegisterKind
  let snapshot: Snapshot
  let map: HeadingMap
  let columns: [(index: Int, column: Column)]
  private let cells: CellReading
  private let table: RegisterTable
  private let written: RegisterCSV
  private let duplicates: Duplicates
  private let standing: [String: [Int]]
  let beginning: [String: String]
  private var numbering: CodeNumbering

  private var seen: [String: (line: Int, texts: [String: String])] = [:]
  private(set) var new: [RegisterRecord] = []
  private var changed: [RegisterRecord] = []
  private var bad: [ImportPlan.BadLine] = []
  var passed: [ImportPlan.BadLine] = []
  var serials: Set<Int> = []
  let lines: LineReading
  private var (same, repeated) = (0, 0)

  /// Lines that stand above the headings.
  let above: [CSVReader.Row]

  /// Records that the same step adds: lines may name them.
  private let known: [RegisterRecord]
  private let now: Moment?

  /// - Parameters:
  ///   - scope: the unit or team that lines belong to which name none.
  ///   - now: what has been lies before it; nil where nothing that is read has a time.
  ///   - known: records that the same step adds.
  package init(
    _ kind: RegisterKind, _ map: HeadingMap, below above: [CSVReader.Row] = [],
    scope: Scope?, in snapshot: Snapshot, at now: Moment? = nil,
    beside known: [RegisterRecord] = []
  ) {
    (self.known, self.now) = (known, now)
    (self.kind, self.snapshot, self.map, self.above) = (kind, snapshot, map, above)
    cells = CellReading(kind, snapshot)
    lines = LineReading(map, kind)
    table = snapshot.table(kind)
    written = RegisterCSV(kind, in: snapshot, isMasked: true)
    duplicates = Duplicates(kind, in: snapshot)
    standing = duplicates.index()
    let belonging = kind.layout.belonging
    beginning = kind.layout.texts(
      RegisterBeginning(snapshot, scope: scope, today: snapshot.today)
    ).filter { name, _ in
      // Where the table has a column for it, a blank there is a lack, not everybody's team.
      let isSaid = belonging.contains(name) && map.fields.contains(name)
      return name != kind.layout.since?.name && !isSaid
    }
    numbering = CodeNumbering(kind, in: snapshot)
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
    let records = sorted(rows)
    serials = Set(columns.filter { isOfSerials($0, records) }.map(\.index))
    for (index, row) in records.enumerated() {
      if index % 512 == 0 {
        guard isWanted() else { return nil }
        progress(index)
      }
      let faults = plan(row)
      if !faults.isEmpty {
        bad.append(.init(line: row.line, reasons: faults.map(\.reason), cells: row.cells))
      }
    }
    return ImportPlan(
      kind: kind, map: map, count: rows.count + above.count, new: new, changed: changed, same: same,
      repeated: repeated, bad: bad, passed: passed, left: left(rows), notes: notes(records),
      samples: records.prefix(3).map(\.cells))
  }

  /// Takes a line, or says all that is wrong with it.
  private mutating func plan(_ row: CSVReader.Row) -> [CellFault] {
    var given: [String: String] = [:]
    var masked: [(column: Column, cell: String)] = []
    var faults: [CellFault] = []
    var unread: Set<String> = []
    let standing = standing(row)
    for (index, column) in columns where row.cells.indices.contains(index) {
      let cell = row.cells[index].trimmingBlanks()
      // What a table of ours says of the record as it stands is no change, even what could not be written anew.
      if let standing, column.name != "Code",
        written.says(cell, table.text(column, at: standing), column)
      {
        continue
      }
      if column.entry.isPersonal, cell.contains("*") {
        masked.append((column, cell))
        continue
      }
      do {
        let text = try cells.text(cell, column, ofSerials: serials.contains(index))
        if !text.isEmpty { given[column.name] = text }
      } catch {
        faults.append(error)
        unread.insert(column.name)
      }
    }
    let complete = beginning.merging(given) { $1 }
    faults += missing(complete, given, besides: unread)
    guard faults.isEmpty else { return faults }
    do {
      return try place(row, given, complete, masked)
    } catch { return [CellFault(error)] }
  }

  /// The record that a line names by its code.
  private func standing(_ row: CSVReader.Row) -> Int? {
    guard let index = columns.first(where: { $0.column.name == "Code" })?.index,
      row.cells.indices.contains(index)
    else { return nil }
    return table.index(of: row.cells[index].trimmingBlanks())
  }

  /// What a new record can't do without and the line does not say.
  private func missing(
    _ complete: [String: String], _ given: [String: String], besides unread: Set<String>
  ) -> [CellFault] {
    if let code = given["Code"], table.index(of: code) != nil { return [] }
    // A code is made of what the record belongs to: that is what the line lacks.
    var needed = Set(kind.columns.filter(\.isRequired).map(\.name)).subtracting(["Code"])
    if given["Code"] == nil, let belongs = kind.layout.numbering.column {
      needed.insert(belongs.name)
    }
    return kind.columns.filter {
      needed.contains($0.name) && complete[$0.name] == nil && !unread.contains($0.name)
    }.map { CellFault($0.error("")) }
  }

  private mutating func place(
    _ row: CSVReader.Row, _ given: [String: String], _ complete: [String: String],
    _ masked: [(column: Column, cell: String)]
  ) throws -> [CellFault] {
    let keys = personKeys(complete)
    if let earlier = keys.compactMap({ seen[$0] }).first {
      guard earlier.texts == given else { throw ImportRefusal.twice(line: earlier.line) }
      repeated += 1
      return []
    }
    let found = match(given, keys)
    let unfitting = masked.compactMap { column, cell -> CellFault? in
      guard let found else { return CellFault(.maskedOfNobody, column, cell) }
      let standing = table.text(column, at: found)
      return Member.masked(standing) == cell ? nil : CellFault(.masked, column, cell)
    }
    guard unfitting.isEmpty else { return unfitting }
    for key in keys { seen[key] = (row.line, given) }
    if let found { try change(found, given) } else { try add(complete) }
    return []
  }

  /// What says that two lines are of the same record: its code, else what makes up one person.
  private func personKeys(_ texts: [String: String]) -> [String] {
    if let code = texts["Code"] { return ["code\u{0}" + code] }
    return duplicates.keys(texts).map { likeness, key in
      // A phone may be a family's: with the same name it is a person's.
      likeness == .phone ? key + "\u{0}" + Folding.key(texts["Name"] ?? "") : key
    }
  }

  private func match(_ given: [String: String], _ keys: [String]) -> Int? {
    if let code = given["Code"] { return table.index(of: code) }
    let own = duplicates.keys(beginning.merging(given) { $1 })
    for (likeness, key) in own {
      let found = standing[key] ?? []
      let fitting =
        likeness == .phone
        ? found.filter {
          Folding.key(table.texts(at: $0)["Name"] ?? "") == Folding.key(given["Name"] ?? "")
        } : found
      if let first = fitting.first { return first }
    }
    return nil
  }

  private mutating func change(_ index: Int, _ given: [String: String]) throws {
    let old = table.texts(at: index)
    var texts = old.merging(given) { $1 }
    // Somebody found by the name keeps it as it stands, byte for byte, even where dots differ.
    if given["Code"] == nil, let name = old["Name"],
      Folding.key(name) == Folding.key(given["Name"] ?? "")
    {
      texts["Name"] = name
    }
    try checkName(old, texts)
    try kind.read(texts)
    guard texts != old else {
      same += 1
      return
    }
    try UnknownRecord.check(texts, before: old, kind.columns, in: snapshot)
    if let now { try AheadOfNow.check(texts, before: old, kind, now: now) }
    try TellsWho.check(texts, before: old, kind, in: snapshot)
    guard table.keeper(of: index) == snapshot.station.unit else {
      throw RegisterRefusal.keptElsewhere(
        code: old["Code"] ?? "", keeper: table.keeper(of: index))
    }
    changed.append(RegisterRecord(kind, texts, seen: old))
  }

  /// A roll that was numbered anew would give everybody another's keys and pages: a name put right keeps a
  /// character of the old one.
  private func checkName(_ old: [String: String], _ new: [String: String]) throws(ImportRefusal) {
    guard kind.layout.subject == .people, let before = old["Name"], let now = new["Name"],
      Set(Folding.key(before)).isDisjoint(with: Folding.key(now))
    else { return }
    throw .otherPerson(code: old["Code"] ?? "", name: before, line: now)
  }

  private mutating func add(_ complete: [String: String]) throws {
    var texts = complete
    if texts["Code"] == nil { texts["Code"] = numbering.next(texts) }
    if texts["Code"]?.isEmpty == true { texts["Code"] = nil }
    try kind.check(texts, in: snapshot)
    try UnknownRecord.check(texts, kind.columns, in: snapshot, beside: known)
    if let now { try AheadOfNow.check(texts, kind, now: now) }
    try TellsWho.check(texts, kind, in: snapshot)
    new.append(RegisterRecord(kind, texts, seen: nil))
  }
}
