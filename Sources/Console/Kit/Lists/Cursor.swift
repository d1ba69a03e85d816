import Terminal

/// The steps that every list takes.
enum Step: Hashable, Sendable {
  case up, down, pageUp, pageDown, first, last

  var isPage: Bool { self == .pageUp || self == .pageDown }
}

/// What every plain list does.
///
/// A screen that does more has actions of its own and takes `Binding.steps` into its keys.
enum ListAction: Hashable {
  case step(Step), open, back
}

extension Binding {
  /// The keys that move in a list.
  static func steps(_ make: (Step) -> Action) -> [Binding<Action>] {
    [
      Binding(.up, .character("k"), does: make(.up), .up),
      Binding(.down, .character("j"), does: make(.down), .down),
      Binding(.pageUp, does: make(.pageUp), .pageUp),
      Binding(.pageDown, does: make(.pageDown), .pageDown),
      Binding(.home, does: make(.first), .first),
      Binding(.end, does: make(.last), .last),
    ]
  }
}

/// Which line of a list is chosen.
struct Cursor: Hashable, Sendable {
  /// From 0; may lie behind the end of a list that became shorter, until the next move or `hold`.
  private(set) var index = 0

  /// Moves for an action; false for one that does not move.
  mutating func move(_ action: ListAction, count: Int, shown: Shown?) -> Bool {
    guard case .step(let step) = action else { return false }
    move(step, count: count, shown: shown)
    return true
  }

  /// - Parameter shown: what shows of the list, which says how far a page is.
  mutating func move(_ step: Step, count: Int, shown: Shown?) {
    let page = shown?.step ?? 1
    switch step {
    case .up: index -= 1
    case .down: index += 1
    case .pageUp: index -= page
    case .pageDown: index += page
    case .first: index = 0
    case .last: index = count - 1
    }
    index = max(0, min(count - 1, index))
  }

  mutating func go(to index: Int) { self.index = max(0, index) }
  mutating func hold(within count: Int) { index = max(0, min(index, count - 1)) }
  mutating func reset() { index = 0 }
}
