import Records
import Wording

/// What a text that goes to many must not say of anybody: a number by which somebody is reached or known, the
/// name of an informant (R28).
package enum PersonalInText {
  /// What of it stands in a text; nil for nothing.
  package static func found(in text: String, _ snapshot: Snapshot) -> String? {
    let plain = Folding.halfWidth(text)
    let runs = plain.split { !$0.isASCII || !($0.isNumber || $0 == "X") }
    // Longer than a time or a count, as every number of a person is.
    if let number = runs.first(where: { $0.count >= 7 }) { return String(number) }
    // The same with something between its parts, longer than a day with its time.
    let parted = plain.filter { !" -.·".contains($0) }
      .split { !$0.isASCII || !$0.isNumber }.first { $0.count >= 10 }
    if let parted { return String(parted) }
    // Spelt out, where times and counts have a 十 or a 点 between.
    if let spelt = text.split(whereSeparator: { !"〇零一二三四五六七八九幺两".contains($0) })
      .first(where: { $0.count >= 7 })
    {
      return String(spelt)
    }
    return snapshot.alias(namedIn: text)
      ?? snapshot.alias(namedIn: text.filter { !" \u{3000}·".contains($0) })
  }
}
