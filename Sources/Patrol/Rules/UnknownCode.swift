import Records
import Wording

/// A code that its table does not have: a page or a register that held it would say nothing to
/// anybody who reads it.
///
/// What stands there already is read and shown as it is: only what is newly written is refused.
package struct UnknownCode: Refusal, Hashable {
  package let field: String
  let label: Phrase
  let found: String
  let known: [Code]

  /// - Parameter before: what stood there.
  package static func check(
    _ texts: [String: String], before: [String: String] = [:], _ columns: [Column],
    _ codes: CodeBook
  ) throws(UnknownCode) {
    for column in columns {
      guard let table = column.codeTable, let text = texts[column.name],
        text != before[column.name]
      else { continue }
      // That there is nothing is said by leaving the field out.
      let known = codes.table(table).filter { $0.code != StatedNothing.code }
      // Where the table could not be read there is nothing to hold a code against.
      guard !known.isEmpty else { continue }
      let old = column.codes(in: before[column.name] ?? "")
      for found in column.codes(in: text)
      where !old.contains(found) && !known.contains(where: { $0.code == found }) {
        throw UnknownCode(field: column.name, label: column.label, found: found, known: known)
      }
    }
  }

  package var notice: Notice {
    Notice(
      Phrase(
        "\(label[.hans])里没有“\(found)”这一项。", "\(label[.hant])裡沒有「\(found)」這一項。",
        "\(label[.en]): there is no “\(found)”."),
      safe: .unchanged,
      next: Phrase { language in
        let list = known.map { code in
          code.label[language] == code.code ? code.code : "\(code.code) \(code.label[language])"
        }
        let known = list.joined(separator: language.separator)
        return Phrase("可用：\(known)。", "可用：\(known)。", "There are: \(known).")[language]
      })
  }

  package static let examples = [
    UnknownCode(
      field: "Found", label: Phrase("发现", "發現", "Found"), found: "nonsense",
      known: [
        Code(table: "found", "suspicious", key: "1", Phrase("可疑人员", "可疑人員", "Suspicious person"))
      ])
  ]
}

extension Column {
  /// The table of the codes that stand in the field.
  package var codeTable: String? {
    switch entry {
    case .code(let table), .codes(let table), .tallies(let table): table
    case .absentees: name == "Absent" ? "absence" : nil
    default: nil
    }
  }

  /// The codes that a text of the field holds.
  func codes(in text: String) -> [String] {
    switch entry {
    case .code, .codes: text.split(separator: " ").map(String.init)
    case .tallies:
      text.split(separator: ",").compactMap { Tally(String($0).trimmingBlanks())?.object }
    case .absentees: Absence.list(text).map(\.reason)
    default: []
    }
  }
}
