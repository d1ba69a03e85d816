import Records

/// A page that somebody names as on paper: `№55`, `No. 55`, `第55页`, with the team before it or not.
package struct TypedPageNumber: Hashable, Sendable {
  package let number: Int
  /// What was typed of whose book; empty for any.
  package let owner: String

  package init?(_ typed: String) {
    var text = Folding.key(typed).trimmingBlanks()
    var isNamed = false
    for end in ["页", "頁"] where text.hasSuffix(end) {
      text.removeLast()
      isNamed = true
    }
    text = text.trimmingBlanks()
    let digits = text.reversed().prefix { ("0"..."9").contains($0) }
    guard let number = wholeNumber(String(digits.reversed()), in: 1...9_999_999) else { return nil }
    var rest = String(text.dropLast(digits.count)).trimmingBlanks()
    for mark in ["№", "no.", "no", "第", "p."] where rest.hasSuffix(mark) {
      rest.removeLast(mark.count)
      isNamed = true
      break
    }
    guard isNamed else { return nil }
    (self.number, owner) = (number, rest.trimmingBlanks())
  }
}
