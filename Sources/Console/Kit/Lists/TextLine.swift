import Patrol

/// Text being edited, by whole characters as people see them (grapheme clusters).
struct TextLine: Hashable, Sendable {
  /// The text on either side of the caret.
  private(set) var before: String
  private(set) var after: String
  /// Whole texts, since a field is short; to move the caret is no step.
  private var past: [Typed] = []
  private var future: [Typed] = []

  private struct Typed: Hashable, Sendable { let before, after: String }

  init(_ text: String = "") { (before, after) = (text, "") }

  var text: String { before + after }

  mutating func insert(_ text: String) { change { $0.before += text } }
  mutating func replaceAll(_ text: String) { change { ($0.before, $0.after) = (text, "") } }
  mutating func deleteBack() { change { if !$0.before.isEmpty { $0.before.removeLast() } } }
  mutating func deleteForward() { change { if !$0.after.isEmpty { $0.after.removeFirst() } } }
  mutating func killToEnd() { change { $0.after = "" } }
  mutating func clear() { change { ($0.before, $0.after) = ("", "") } }

  /// Back to the blank or the sign before: of Chinese a clause goes.
  mutating func killWord() {
    func ends(_ last: Character) -> Bool {
      last.isWhitespace || last.isPunctuation || last.isSymbol
    }
    change { line in
      while line.before.last.map(ends) == true { line.before.removeLast() }
      while line.before.last.map(ends) == false { line.before.removeLast() }
    }
  }

  mutating func left() { if let last = before.popLast() { after = String(last) + after } }
  mutating func right() { if !after.isEmpty { before.append(after.removeFirst()) } }
  mutating func toStart() { (before, after) = ("", text) }
  mutating func toEnd() { (before, after) = (text, "") }

  /// Goes behind the next blank `{…}` of a template; false where none follows.
  mutating func toNextBlank() -> Bool {
    guard let (blank, rest) = MessageTemplate.parted(after) else { return false }
    (before, after) = (before + blank, rest)
    return true
  }

  /// Takes out the blank behind which the caret stands.
  mutating func deleteBlank() {
    change { $0.before = MessageTemplate.withoutBlankAtEnd($0.before) ?? $0.before }
  }

  mutating func undo() {
    guard let last = past.popLast() else { return }
    future.append(Typed(before: before, after: after))
    (before, after) = (last.before, last.after)
  }

  mutating func redo() {
    guard let next = future.popLast() else { return }
    past.append(Typed(before: before, after: after))
    (before, after) = (next.before, next.after)
  }

  private mutating func change(_ edit: (inout Self) -> Void) {
    let snapshot = Typed(before: before, after: after)
    edit(&self)
    guard before != snapshot.before || after != snapshot.after else { return }
    past.append(snapshot)
    future = []
  }
}
