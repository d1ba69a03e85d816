import Records
import Wording

/// What a table would do to a register: looked at before anything is done, then done whole or not.
package struct ImportPlan: Hashable, Sendable {
  /// A line that can't be taken, and why.
  package struct BadLine: Hashable, Sendable {
    package let line: Int
    package let reason: Phrase
    /// The line as it stood, for a table of the bad ones.
    package let cells: [String]
  }

  package let kind: RegisterRecord.Kind
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
  /// The first lines, to see what a column holds.
  package let samples: [[String]]

  package init(
    kind: RegisterRecord.Kind, map: HeadingMap, count: Int, new: [RegisterRecord],
    changed: [RegisterRecord], same: Int, repeated: Int, bad: [BadLine], samples: [[String]]
  ) {
    (self.kind, self.map, self.count, self.new) = (kind, map, count, new)
    (self.changed, self.same, self.repeated) = (changed, same, repeated)
    (self.bad, self.samples) = (bad, samples)
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
    Phrase(
      "共 \(count) 行：新增 \(new.count)，改动 \(changed.count)，相同 \(same)，重复 \(repeated)，有误 \(bad.count)",
      "共 \(count) 行：新增 \(new.count)，改動 \(changed.count)，相同 \(same)，重複 \(repeated)，有誤 \(bad.count)",
      "\(count) lines: \(new.count) new, \(changed.count) changed, \(same) the same, \(repeated) repeated, \(bad.count) wrong"
    )
  }
}
