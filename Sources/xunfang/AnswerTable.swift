import Console
import Patrol
import Records
import Terminal
import Wording

/// A column of an answer.
///
/// Programs read it by the name that the files have for it, with values as they are in the files; people
/// get a heading and words.
struct AnswerColumn: Sendable {
  let name: String
  let label: Phrase
  /// Nil where only programs have a use for it.
  let said: (@Sendable (_ text: String, _ row: [String]) -> String)?

  init(
    _ name: String, _ label: Phrase,
    said: (@Sendable (_ text: String, _ row: [String]) -> String)? = { text, _ in text }
  ) {
    (self.name, self.label, self.said) = (name, label, said)
  }

  init(
    _ name: String, _ label: Phrase, saying: @escaping @Sendable (_ text: String) -> String
  ) {
    self.init(name, label, said: { text, _ in saying(text) })
  }

  /// A time without its zone: those who read it here have the same clock.
  static func time(_ text: String) -> String { Stamp(text)?.moment.text ?? text }

  /// A name without its code.
  static func name(_ text: String) -> String { Named(text)?.name ?? text }
}

extension [AnswerColumn] {
  /// The rows as people read them; columns that are empty throughout are left out.
  func said(_ rows: [[String]], _ language: Language) -> (heading: [String], rows: [[String]]) {
    let words = rows.map { row in
      zip(self, row).map { column, text in text.isEmpty ? "" : column.said?(text, row) ?? "" }
    }
    let shown = indices.filter { column in
      self[column].said != nil && (rows.isEmpty || words.contains { !$0[column].isEmpty })
    }
    return (shown.map { self[$0].label[language] }, words.map { row in shown.map { row[$0] } })
  }

  /// Fields of records, said as the screens say them.
  ///
  /// - Parameter listed: those that people get, by name; all of them without.
  static func fields(
    _ columns: [Column], _ snapshot: Snapshot, _ language: Language, listed: [String]? = nil
  ) -> [AnswerColumn] {
    let display = FieldDisplay(snapshot, language)
    return columns.map { column in
      guard listed?.contains(column.name) ?? true else {
        return AnswerColumn(column.name, column.label, said: nil)
      }
      return AnswerColumn(column.name, column.label) { text in display.text(text, column) }
    }
  }
}

/// Words of more than one table.
extension Phrase {
  static let book = Phrase("簿", "簿", "Book")
  static let year = Phrase("年", "年", "Year")
  static let number = Phrase("页号", "頁號", "No")
  static let about = Phrase("单位", "單位", "Unit")
  static let since = Phrase("自", "自", "Since")
  static let text = Phrase("情况", "情況", "Text")
  static let patrolDay = Phrase("巡防日", "巡防日", "Day")
}
