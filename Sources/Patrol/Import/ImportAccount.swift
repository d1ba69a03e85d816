import Records
import Wording

/// What of a table is no record, goes nowhere or was not read plainly: counted and named, never dropped.
extension ImportPlanning {
  /// The lines that are records; what the others are is kept.
  mutating func sorted(_ rows: [CSVReader.Row]) -> [CSVReader.Row] {
    let title = Phrase("在栏目名称之上，略过。", "在欄目名稱之上，略過。", "Above the headings: passed over.")
    passed = above.map { .init(line: $0.line, reasons: [title], cells: $0.cells) }
    return rows.filter { row in
      guard let reason = lines.passing(row.cells) else { return true }
      passed.append(.init(line: row.line, reasons: [reason], cells: row.cells))
      return false
    }
  }

  /// Whether more than half of a column's dates are numbers of days: then all of them are.
  func isOfSerials(
    _ column: (index: Int, column: Column), _ rows: [CSVReader.Row]
  ) -> Bool {
    guard column.column.entry == .day else { return false }
    let (count, all) = serialCount(column.index, rows)
    return count * 2 > all
  }

  private func serialCount(_ index: Int, _ rows: [CSVReader.Row]) -> (serials: Int, filled: Int) {
    var (serials, filled) = (0, 0)
    for row in rows where row.cells.indices.contains(index) {
      let text = row.cells[index].trimmingBlanks()
      guard !text.isEmpty else { continue }
      filled += 1
      if case .serial = WrittenDay(text) { serials += 1 }
    }
    return (serials, filled)
  }

  func notes(_ rows: [CSVReader.Row]) -> [Phrase] {
    placed + dates(rows)
  }

  /// Where lines go of which the table says nothing.
  private var placed: [Phrase] {
    kind.columns.filter { kind.layout.belonging.contains($0.name) }.compactMap { column in
      guard !new.isEmpty, !map.fields.contains(column.name), let code = beginning[column] else {
        return nil
      }
      let name = snapshot.team(code)?.name ?? snapshot.unitName(code)
      let label = column.label
      return Phrase(
        "表格没有“\(label[.hans])”栏，新增的都登记到 \(name)。", "表格沒有「\(label[.hant])」欄，新增的都登記到 \(name)。",
        "The table has no column “\(label[.en])”: what is new goes to \(name).")
    }
  }

  private func dates(_ rows: [CSVReader.Row]) -> [Phrase] {
    columns.filter { serials.contains($0.index) }.map { index, column in
      let (name, count) = (map.name(index), serialCount(index, rows).serials)
      return Phrase(
        "\(name[.hans])有 \(count) 格是日期序号，已换算为日期。", "\(name[.hant])有 \(count) 格是日期序號，已換算為日期。",
        "\(name[.en]): \(count) cells are serial dates, read as dates.")
    }
  }

  /// Columns that go nowhere, with how many of their cells hold something.
  func left(_ rows: [CSVReader.Row]) -> [ImportPlan.LeftColumn] {
    map.headings.indices.filter { map.fields[$0] == nil }.compactMap { index in
      let cells = rows.count {
        $0.cells.indices.contains(index) && !$0.cells[index].trimmingBlanks().isEmpty
      }
      guard cells > 0 || !map.headings[index].isEmpty else { return nil }
      return ImportPlan.LeftColumn(
        name: map.name(index), cells: cells,
        rival: map.undecided[index].flatMap(kind.column)?.label)
    }
  }
}
