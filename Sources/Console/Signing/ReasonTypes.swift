import Records
import Wording

extension FieldType where Value == String {
  /// A reason; a digit picks a usual one of the table named.
  static func reason(_ table: String) -> FieldType {
    FieldType(
      entry: .words(table), expected: Phrase("原因", "原因", "a reason"),
      parse: { $0.isEmpty ? nil : FieldText.clean($0) }, print: { $0 })
  }

  /// Free text that must say something, in words of its own: no standing phrase of patrols fits.
  static let told = FieldType(
    entry: .line, expected: Phrase("几句话", "幾句話", "a few words"),
    // Digits alone are no words: a PIN that was typed one field too early.
    parse: { text in
      text.allSatisfy { $0.isNumber || $0 == " " } ? nil : FieldText.clean(text)
    }, print: { $0 })
}
