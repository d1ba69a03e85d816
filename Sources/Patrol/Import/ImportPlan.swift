import Records
import Wording

/// What a table would do to a register: looked at before anything is done, then done whole or not.
package struct ImportPlan: Hashable, Sendable {
  /// A line that can't be taken, and why.
  package struct BadLine: Hashable, Sendable {
    package let line: Int
    /// Every fault of it, each a sentence.
    package let reasons: [Phrase]
    /// The line as it stood, for a table of the bad ones.
    package let cells: [String]

    package var reason: Phrase {
      Phrase(
        reasons.map { $0[.hans] }.joined(), reasons.map { $0[.hant] }.joined(),
        reasons.map { $0[.en] }.joined(separator: " "))
    }
  }

  /// A column that goes nowhere, and how many of its cells hold something.
  package struct LeftColumn: Hashable, Sendable {
    package let name: Phrase
    package let cells: Int
    /// The field that another column has taken already.
    package let rival: Phrase?
  }

  package let kind: RegisterKind
  package let map: HeadingMap
  /// Lines with content below the headings.
  package let count: Int
  package let new: [RegisterRecord]
  package let changed: [RegisterRecord]
  /// Lines that say what the register says already.
  package let same: Int
  /// Lines that stand in the table twice, word for word.
  package let repeated: Int
  package let bad: [BadLine]
  /// Lines that are no records: titles, totals, who made the table, headings once more.
  package let passed: [BadLine]
  /// Columns that are not taken.
  package let left: [LeftColumn]
  /// How cells were read where that is not plain.
  package let notes: [Phrase]
  /// The first lines, to see what a column holds.
  package let samples: [[String]]

  package init(
    kind: RegisterKind, map: HeadingMap, count: Int, new: [RegisterRecord],
    changed: [RegisterRecord], same: Int, repeated: Int, bad: [BadLine], passed: [BadLine],
    left: [LeftColumn], notes: [Phrase], samples: [[String]]
  ) {
    (self.kind, self.map, self.count, self.new) = (kind, map, count, new)
    (self.changed, self.same, self.repeated) = (changed, same, repeated)
    (self.bad, self.passed, self.samples) = (bad, passed, samples)
    (self.left, self.notes) = (left, notes)
  }

  /// Columns about which somebody has to say which of two goes into a field.
  package var undecided: [LeftColumn] { left.filter { $0.rival != nil && $0.cells > 0 } }

  /// What keeps it from being carried out; nil where nothing does.
  package var refusal: ImportRefusal? {
    if let column = undecided.first { return .undecided(column.name, column.rival ?? column.name) }
    return bad.isEmpty ? nil : .badLines(bad.count)
  }

  /// Everything that was not taken as it stands, the wrong lines first: by line, 0 for no line.
  package var account: [(line: Int, text: Phrase)] {
    faults + undecided.map { (0, Self.text($0)) }
      + passed.map { ($0.line, $0.reason) } + notes.map { (0, $0) }
      + left.filter { $0.rival == nil || $0.cells == 0 }.map { (0, Self.text($0)) }
  }

  /// The faults of wrong lines, one by one: together they would not stand in a row of a screen.
  package var faults: [(line: Int, text: Phrase)] {
    bad.flatMap { bad in bad.reasons.map { (bad.line, $0) } }
  }

  private static func text(_ column: LeftColumn) -> Phrase {
    let (name, cells) = (column.name, column.cells)
    let why = column.rival.map {
      Phrase(
        "：“\($0[.hans])”已取自另一栏，请指明用哪一栏", "：「\($0[.hant])」已取自另一欄，請指明用哪一欄",
        ": “\($0[.en])” is taken from another column; say which one counts")
    }
    return Phrase(
      "\(name[.hans])未导入（\(cells) 格）\(why?[.hans] ?? "")。",
      "\(name[.hant])未匯入（\(cells) 格）\(why?[.hant] ?? "")。",
      "\(name[.en]) is left out (cells: \(cells))\(why?[.en] ?? "").")
  }

  /// The bad lines with their reasons, as a table to be put right.
  package func badTable(_ language: Language) -> String {
    let reason = Phrase("原因", "原因", "Reason")[language]
    var text = CSVWriter.mark + CSVWriter.row(map.headings + [reason])
    for line in bad {
      let blank = [String](repeating: "", count: max(0, map.headings.count - line.cells.count))
      text += CSVWriter.row(
        Array((line.cells + blank).prefix(map.headings.count)) + [line.reason[language]])
    }
    return text
  }

  package var step: RegisterStep { RegisterStep(.bulkImport, new + changed) }

  /// `共 4980 行：新增 4902，改动 31，相同 40，重复 7，有误 0`.
  package var summary: Phrase {
    let rest = untaken
    return Phrase(
      "共 \(count) 行：新增 \(new.count)，改动 \(changed.count)，相同 \(same)，重复 \(repeated)，有误 \(bad.count)\(rest[.hans])",
      "共 \(count) 行：新增 \(new.count)，改動 \(changed.count)，相同 \(same)，重複 \(repeated)，有誤 \(bad.count)\(rest[.hant])",
      "\(count) lines: \(new.count) new, \(changed.count) changed, \(same) the same, \(repeated) repeated, \(bad.count) wrong\(rest[.en])"
    )
  }

  private var untaken: Phrase {
    var parts: [Phrase] = []
    if !passed.isEmpty {
      let count = passed.count
      parts.append(Phrase("，略过 \(count)", "，略過 \(count)", ", \(count) passed over"))
    }
    let (columns, cells) = (left.count, left.reduce(0) { $0 + $1.cells })
    if columns > 0 {
      parts.append(
        Phrase(
          "；未导入 \(columns) 栏 \(cells) 格", "；未匯入 \(columns) 欄 \(cells) 格",
          "; left out: \(columns) columns, \(cells) cells"))
    }
    return Phrase(
      parts.map { $0[.hans] }.joined(), parts.map { $0[.hant] }.joined(),
      parts.map { $0[.en] }.joined())
  }
}
