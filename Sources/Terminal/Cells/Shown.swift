/// What shows of the list or text that one moves in: noted by the block that draws it, as the caret is.
package struct Shown: Hashable, Sendable {
  /// The first line that shows, counted from 0.
  package let first: Int
  /// How many lines show, or would if there were as many.
  package let lines: Int
  /// The first line that shows at the end.
  package let last: Int

  package init(first: Int, lines: Int, last: Int) {
    (self.first, self.lines, self.last) = (first, max(0, lines), max(0, last))
  }

  /// Nothing shows, so no end of it does either.
  package static let nothing = Shown(first: 0, lines: 0, last: .max)

  /// How far PageDown goes: the last line that shows is the first of the next page.
  package var step: Int { max(1, lines - 1) }

  package var isAtEnd: Bool { first >= last }
}
