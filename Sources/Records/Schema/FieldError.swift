import Wording

/// A field whose text can't be its value: which, what stood there, what should stand there.
package struct FieldError: Error, Hashable, Sendable {
  package let field: String
  package let label: Phrase
  package let found: String
  package let expected: Phrase

  package init(field: String, label: Phrase, found: String, expected: Phrase) {
    (self.field, self.label, self.found, self.expected) = (field, label, found, expected)
  }

  /// What is wrong and what to do, in one line for the message row.
  package var message: Phrase {
    let shown = String(found.prefix(24)) + (found.count > 24 ? ".." : "")
    guard !found.isEmpty else {
      return Phrase(
        hans: "\(label[.hans])未填，请输入\(expected[.hans])。",
        hant: "\(label[.hant])未填，請輸入\(expected[.hant])。",
        en: "\(label[.en]) is empty: type \(expected[.en]).")
    }
    return Phrase(
      hans: "\(label[.hans])“\(shown)”不对，请输入\(expected[.hans])。",
      hant: "\(label[.hant])「\(shown)」不對，請輸入\(expected[.hant])。",
      en: "\(label[.en]) “\(shown)” is not right: type \(expected[.en]).")
  }

  package static let examples = [
    FieldError(
      field: "From", label: Phrase(hans: "出发", hant: "出發", en: "Out"), found: "2575",
      expected: Phrase(hans: "时间，如 2030", hant: "時間，如 2030", en: "a time such as 2030"))
  ]
}
