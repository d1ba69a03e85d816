import Wording

/// A refusal by a rule, with the field that has to be mended.
package protocol Refusal: UserFacingError {
  /// The field the caret goes to.
  var field: String { get }
}

extension Notice {
  static let draftKept = Phrase("草稿已保留。", "草稿已保留。", "Your draft is kept.")
}
