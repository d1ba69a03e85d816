import Terminal

/// What the keys of a line of text do: the same ones wherever a line is typed.
enum TextEdit: Hashable, CaseIterable, Sendable {
  case left, right, toStart, toEnd, deleteBack, deleteForward, killToEnd, killWord, clear

  /// Lines of a screen's key table, each with the action that it stands for there.
  static func bindings<Action>(_ action: (TextEdit) -> Action) -> [Binding<Action>] {
    [
      Binding(.left, .control("b"), does: action(.left), .left),
      Binding(.right, does: action(.right), .right),
      Binding(.home, .control("a"), does: action(.toStart), .lineStart),
      Binding(.end, .control("e"), does: action(.toEnd), .lineEnd),
      Binding(.backspace, does: action(.deleteBack), .deleteBack),
      Binding(.delete, .control("d"), does: action(.deleteForward), .deleteForward),
      Binding(.control("k"), does: action(.killToEnd), .killToEnd),
      Binding(.control("w"), does: action(.killWord), .killWord),
      Binding(.control("u"), does: action(.clear), .clear),
    ]
  }

  func change(_ line: inout TextLine) {
    switch self {
    case .left: line.left()
    case .right: line.right()
    case .toStart: line.toStart()
    case .toEnd: line.toEnd()
    case .deleteBack: line.deleteBack()
    case .deleteForward: line.deleteForward()
    case .killToEnd: line.killToEnd()
    case .killWord: line.killWord()
    case .clear: line.clear()
    }
  }
}
