import Records
import Wording

/// A register as a table for other programs: headed by the labels of its fields, codes in words, so
/// that a station reads it — and reads it in again — as it stands.
package struct RegisterCSV: Sendable {
  private let kind: RegisterKind
  private let snapshot: Snapshot
  private let isMasked: Bool
  package let columns: [Column]

  /// - Parameter isMasked: phones and identity numbers as `138****0001`.
  package init(_ kind: RegisterKind, in snapshot: Snapshot, isMasked: Bool) {
    (self.kind, self.snapshot, self.isMasked) = (kind, snapshot, isMasked)
    columns = kind.columns(in: snapshot.station)
  }

  package func text(_ indexes: [Int], _ language: Language) -> String {
    var text = CSVWriter.mark + CSVWriter.row(columns.map { $0.label[language] })
    let table = snapshot.table(kind)
    for index in indexes {
      text += CSVWriter.row(columns.map { cell(table.text($0, at: index), $0, language) })
    }
    return text
  }

  /// Whether a cell says of a field what stands there: as the table is written in some language, masked or
  /// not.
  package func says(_ cell: String, _ text: String, _ column: Column) -> Bool {
    guard !text.isEmpty, !cell.isEmpty else { return false }
    switch column.entry {
    case .code, .codes, .flag, .phone, .identity, .reference:
      return cell == text || Language.allCases.contains { self.cell(text, column, $0) == cell }
    default: return cell == text
    }
  }

  /// A field's text as people write it in a table.
  package func cell(_ text: String, _ column: Column, _ language: Language) -> String {
    guard !text.isEmpty else { return "" }
    switch column.entry {
    case .code(let table):
      let label = snapshot.codes.label(table, text, language)
      // Where several are called so, only the code says which.
      return snapshot.codes.table(table).count { $0.label[language] == label } > 1 ? text : label
    case .codes(let table):
      return text.split(separator: " ").map { snapshot.codes.label(table, String($0), language) }
        .joined(separator: "、")
    case .flag: return Phrase("是", "是", "yes")[language]
    case .phone, .identity: return isMasked ? Member.masked(text) : text
    case .reference(.team): return Named(text) == nil ? snapshot.team(text)?.name ?? text : text
    case .reference(.unit): return snapshot.unitName(text)
    default: return text
    }
  }
}
