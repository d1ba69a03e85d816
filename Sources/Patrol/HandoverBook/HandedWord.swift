import Records
import Wording

/// What somebody says of one open thing: done or goes on, and a word about it.
package struct HandedWord: Hashable, Sendable {
  package let answer: HandedItem.Answer
  package let word: String

  init?(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let answer = parts.first.flatMap(HandedItem.Answer.init),
      let word = FieldText.clean(parts.count == 2 ? parts[1] : ""), !word.contains("\n")
    else { return nil }
    (self.answer, self.word) = (answer, word)
  }

  var text: String { answer.rawValue + (word.isEmpty ? "" : " \(word)") }

  /// The field in which a form asks what became of an open thing.
  package static func column(_ entry: Handing.Entry, _ label: Phrase) -> Column {
    Field<HandedWord, HandedWord>(
      entry.matter.field, \.self, entry.mayBeDone ? .anyAnswer : .goingOn, label,
      hint: Phrase { entry.matter.words($0) }
    ).column
  }
}

extension FieldType where Value == HandedWord {
  fileprivate static let anyAnswer = answer(
    Phrase(
      "1 办结 2 续办，后面可写说明", "1 辦結 2 續辦，後面可寫說明", "1 done, 2 goes on, then a word about it")
  ) { _ in true }

  fileprivate static let goingOn = answer(
    Phrase(
      "2 续办，后面可写说明；整改由复查销号，签字由本人签", "2 續辦，後面可寫說明；整改由複查銷號，簽字由本人簽",
      "2 goes on, then a word; a recheck or a signature is what ends it")
  ) { $0.answer == .goesOn }

  private static func answer(
    _ expected: Phrase, _ isAllowed: @escaping @Sendable (HandedWord) -> Bool
  ) -> FieldType {
    FieldType(
      entry: .answer(HandedItem.Answer.table), expected: expected,
      parse: { HandedWord($0).flatMap { isAllowed($0) ? $0 : nil } }, print: \.text)
  }
}
