import Records
import Wording

/// A refusal by a rule, with the field that has to be mended.
package protocol Refusal: UserFacingError {
  /// The field the caret goes to.
  var field: String { get }
}

extension Placed where Self == Sentence {
  /// A page that is there already is corrected and not written again.
  static var correcting: Sentence {
    let byKey = Phrase(
      "如要改原页，用 F4 更正。", "如要改原頁，用 F4 更正。", "To change that page, correct it with F4.")
    return Sentence(
      form: byKey, console: byKey,
      command: Phrase(
        "如要改原页，用 xunfang correct。", "如要改原頁，用 xunfang correct。",
        "To change that page, use xunfang correct."))
  }
}

/// A field that can't be read is mended where it was typed; its one sentence says how.
extension FieldError: Refusal {
  package var notice: Notice { Notice(message, safe: .unchanged, next: Phrase(verbatim: "")) }
}
