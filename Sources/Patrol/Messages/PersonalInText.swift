import Records
import Wording

/// What a text that goes to many must not say of anybody: a number by which somebody is reached or known, the
/// name of an informant (R28).
package enum PersonalInText {
  /// What of it stands in a text; nil for nothing.
  package static func found(in text: String, _ snapshot: Snapshot) -> String? {
    // Longer than a time or a count, as every number of a person is.
    if let number = runs(in: text, parted: "").first(where: { $0.count >= 7 }) { return number }
    // The same with something between its parts, longer than a day with its time.
    if let number = runs(in: text, parted: " -.·").first(where: { $0.count >= 10 }) {
      return number
    }
    return snapshot.alias(namedIn: text)
      ?? snapshot.alias(namedIn: text.filter { !" \u{3000}·".contains($0) })
  }

  /// Digits side by side, however they are written: wide, in circles, spelt out, with something that nobody
  /// sees between them.
  private static func runs(in text: String, parted: String) -> [String] {
    let seen = String(String.UnicodeScalarView(text.unicodeScalars.filter { !Unseen.contains($0) }))
    return Folding.halfWidth(seen).filter { !parted.contains($0) }.split { digit($0) == nil }
      .map { run in String(run.compactMap(digit)) }
  }

  /// Those of which the character itself does not say how much it is.
  private static let spelt: [Character: Character] = [
    "〇": "0", "零": "0", "幺": "1", "两": "2", "兩": "2",
  ]

  private static func digit(_ character: Character) -> Character? {
    if "Xx".contains(character) { return "X" }
    if let value = spelt[character] { return value }
    guard let value = character.wholeNumberValue, value < 10 else { return nil }
    return Character("\(value)")
  }
}
