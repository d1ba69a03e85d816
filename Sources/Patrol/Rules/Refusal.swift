import Records
import Wording

/// A refusal by a rule, with the field that has to be mended.
package protocol Refusal: UserFacingError {
  /// The field the caret goes to.
  var field: String { get }
}

/// A field that can't be read is mended where it was typed; its one sentence says how.
extension FieldError: Refusal {
  package var notice: Notice { Notice(message, safe: .unchanged, next: Phrase(verbatim: "")) }
}
