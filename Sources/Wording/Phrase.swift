/// One text in every language, side by side, so that none can be forgotten.
package struct Phrase: Hashable, Sendable {
  private let hans, hant, en: String

  package init(hans: String, hant: String, en: String) {
    (self.hans, self.hant, self.en) = (hans, hant, en)
  }

  /// The short form for labels: simplified, traditional, English.
  package init(_ hans: String, _ hant: String, _ en: String) {
    self.init(hans: hans, hant: hant, en: en)
  }

  /// A text that is the same in every language: a name, a number, what somebody typed.
  package init(verbatim text: String) {
    self.init(hans: text, hant: text, en: text)
  }

  package subscript(_ language: Language) -> String {
    switch language {
    case .hans: hans
    case .hant: hant
    case .en: en
    }
  }

  /// The phrase made by the same sentence in each language from its parts in that language.
  package init(_ make: (Language) -> String) {
    self.init(hans: make(.hans), hant: make(.hant), en: make(.en))
  }

  /// `（事假）`, in English ` (leave)`: behind what it belongs to.
  package static func inBrackets(_ text: Phrase) -> Phrase {
    Phrase("（\(text.hans)）", "（\(text.hant)）", " (\(text.en))")
  }

  package static func + (a: Phrase, b: Phrase) -> Phrase { Phrase { a[$0] + b[$0] } }
}
