import Records
import Wording

/// Units, teams or people typed line by line, or pasted: what is understood of them, and what is not.
///
/// Cells are read as those of a table are (`ImportPlanning`), with or without a line of headings. What a
/// line does not say is proposed: codes, kinds by the ends of names, the team a line stands under.
package struct TypedLines: Sendable {
  package struct Fault: Hashable, Sendable {
    package let line: Int
    package let reason: Phrase
  }

  package let kind: RegisterKind
  /// What would be saved, in the order of the lines.
  package private(set) var records: [RegisterRecord] = []
  /// Lines that can't be taken, and why.
  package private(set) var faults: [Fault] = []
  /// Lines that are no records: titles, sums, headings, what is there already.
  package private(set) var passed: [Fault] = []

  /// - Parameters:
  ///   - team: to which people belong where no line says so.
  ///   - reading: the pinyin of a name.
  package init(
    _ text: String, _ kind: RegisterKind, team: String? = nil, in snapshot: Snapshot,
    reading: @escaping (String) -> String
  ) {
    self.kind = kind
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated().map { TypedRow(line: $0 + 1, String($1)) }.filter { !$0.filled.isEmpty }
    guard !rows.isEmpty else { return }
    let items = items(of: rows, snapshot)
    switch kind {
    case .units: plan(units: items, snapshot, CodeProposal(reading))
    case .teams: plan(teams: items, snapshot)
    default: plan(members: items, team, snapshot)
    }
    faults.sort { $0.line < $1.line }
  }

  /// The numbers of the lines that are kept to be mended.
  package var faulty: Set<Int> { Set(faults.map(\.line)) }

  mutating func refuse(_ line: Int, _ reason: Phrase) {
    faults.append(Fault(line: line, reason: reason))
  }

  mutating func pass(_ line: Int, _ reason: Phrase) {
    passed.append(Fault(line: line, reason: reason))
  }

  // MARK: Cutting

  private mutating func items(of rows: [TypedRow], _ snapshot: Snapshot) -> [TypedItem] {
    let maps = rows.prefix(10).map { HeadingMap($0.cells, kind, in: snapshot) }
    let counts = maps.map { map in map.fields.count { $0 != nil } }
    let named = kind.layout.name.name
    guard let most = counts.max(), most > 0, let at = counts.firstIndex(of: most),
      maps[at].fields.contains(named)
    else { return loose(rows, snapshot) }
    for row in rows[..<at] { pass(row.line, .aboveHeadings) }
    pass(rows[at].line, .headings)
    return rows[(at + 1)...].compactMap { item($0, maps[at], named) }
  }

  /// A line of a table by its headings.
  private mutating func item(_ row: TypedRow, _ map: HeadingMap, _ named: String) -> TypedItem? {
    var cells: [String: String] = [:]
    for (field, cell) in zip(map.fields, row.cells) {
      if let field, !cell.isEmpty { cells[field] = cell }
    }
    if row.cells == map.headings {
      pass(row.line, .headings)
      return nil
    }
    // 合计 stands mostly where the running number does.
    let first = row.cells.firstIndex { !$0.isEmpty } ?? 0
    let isLoose = !map.fields.indices.contains(first) || map.fields[first] == nil
    let spoken = [cells[named] ?? row.filled[0]] + (isLoose ? [row.filled[0]] : [])
    if let reason = spoken.compactMap({ noRecord($0) }).first {
      pass(row.line, reason)
      return nil
    }
    return TypedItem(line: row.line, cells: cells)
  }

  private mutating func loose(_ rows: [TypedRow], _ snapshot: Snapshot) -> [TypedItem] {
    let grammar = TypedGrammar(kind, snapshot)
    var under: String?
    return rows.flatMap { row -> [TypedItem] in
      if row.isTitle || noRecord(row.filled[0]) != nil {
        pass(row.line, noRecord(row.filled[0]) ?? .aboveHeadings)
        return []
      }
      let (items, unknown) = grammar.items(of: row, under: &under)
      for word in unknown { refuse(row.line, .notUnderstood(word)) }
      return unknown.isEmpty ? items : []
    }
  }

  private func noRecord(_ text: String) -> Phrase? {
    LineReading.isForm(text) ? .isForm(text) : nil
  }

  // MARK: Planning

  /// Reads items as rows of a table, with these fields.
  ///
  /// - Parameters:
  ///   - scope: what they belong to where no field says so.
  ///   - known: records that the same step adds.
  mutating func read(
    _ items: [TypedItem], _ fields: [String], scope: Scope?, in snapshot: Snapshot,
    beside known: [RegisterRecord] = []
  ) {
    let map = HeadingMap(fields, kind, in: snapshot)
    var planning = ImportPlanning(
      kind, map, scope: scope, in: snapshot, beside: known)
    let rows = items.map { item in
      CSVReader.Row(line: item.line, cells: fields.map { item.cells[$0] ?? "" })
    }
    guard let plan = planning.plan(rows) else { return }
    records += plan.new + plan.changed
    for line in plan.bad { refuse(line.line, line.reason) }
    for line in plan.passed { pass(line.line, line.reason) }
  }
}

extension Phrase {
  fileprivate static let aboveHeadings = Phrase("标题，略过。", "標題，略過。", "A title: passed over.")
  fileprivate static let headings = Phrase(
    "栏目名称。", "欄目名稱。", "The headings.")
  fileprivate static func isForm(_ text: String) -> Phrase {
    let shown = Unseen.shown(String(text.prefix(16)), lines: false)
    return Phrase(
      "“\(shown)”不是人员或物品，略过。", "「\(shown)」不是人員或物品，略過。",
      "“\(shown)” is no record: passed over.")
  }
  static func notUnderstood(_ word: String) -> Phrase {
    let shown = Unseen.shown(String(word.prefix(24)), lines: false)
    return Phrase(
      "“\(shown)”没认出是什么。", "「\(shown)」沒認出是什麼。", "“\(shown)” was not understood.")
  }
}
