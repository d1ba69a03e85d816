import Wording

/// A refusal by a rule, with the field that has to be mended.
package protocol Refusal: UserFacingError {
  /// The field the caret goes to.
  var field: String { get }
}
