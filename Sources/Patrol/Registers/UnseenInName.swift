import Records
import Wording

/// A name or another free text holds a character that nobody sees.
///
/// What stands in a register already is read as it is: only what is newly written is refused.
package struct UnseenInName: Refusal, Hashable {
  package let field: String
  let label: Phrase
  let unseen: UnseenCharacter

  package init(field: String, label: Phrase, unseen: UnseenCharacter) {
    (self.field, self.label, self.unseen) = (field, label, unseen)
  }

  /// - Parameter before: what stands there: a record can be ended even with such a name.
  package static func check(
    _ texts: [String: String], before: [String: String], _ columns: [Column]
  ) throws(UnseenInName) {
    for column in columns where column.isFreeText {
      guard let text = texts[column.name], text != before[column.name],
        let unseen = UnseenCharacter(in: text)
      else { continue }
      throw UnseenInName(field: column.name, label: column.label, unseen: unseen)
    }
  }

  package var notice: Notice {
    let (code, place) = (unseen.code, unseen.position)
    return Notice(
      Phrase(
        "\(label[.hans])第 \(place) 个字符（\(code)）看不见或不成字。",
        "\(label[.hant])第 \(place) 個字符（\(code)）看不見或不成字。",
        "\(label[.en]): character \(place) (\(code)) can't be seen or is none by itself."),
      safe: .unchanged,
      next: Phrase("请删去后重新输入。", "請刪去後重新輸入。", "Delete it and type the text again."))
  }

  package static let examples = [
    UnseenCharacter(in: "张\u{200B}三").map {
      UnseenInName(field: "Name", label: Phrase("姓名", "姓名", "Name"), unseen: $0)
    }
  ].compactMap { $0 }
}

extension Column {
  /// Whether it is taken as typed, whatever stands in it.
  fileprivate var isFreeText: Bool {
    switch entry {
    case .line, .prose, .words, .places: true
    default: false
    }
  }
}
