import Terminal

/// Which column of a list is chosen, by which it is sorted, and which one has most of the room.
struct ColumnChoice: Hashable, Sendable {
  /// By name; nil as long as nobody chose any.
  private(set) var chosen: String?
  private(set) var sorted: String?
  private(set) var isDown = false
  private(set) var wide: String?

  /// - Parameter all: the names of the columns that show.
  mutating func next(of all: [String]) {
    guard let chosen, let at = all.firstIndex(of: chosen) else {
      chosen = all.first
      return
    }
    self.chosen = all[(at + 1) % all.count]
  }

  /// Sorts by the chosen column, or turns the order round, and then leaves it as it was.
  mutating func sort(_ all: [String]) {
    if chosen == nil { next(of: all) }
    guard let chosen else { return }
    if sorted != chosen {
      (sorted, isDown) = (chosen, false)
    } else if !isDown {
      isDown = true
    } else {
      (sorted, isDown) = (nil, false)
    }
  }

  /// Gives the chosen column the room, or takes it back.
  mutating func widen(_ all: [String]) {
    if chosen == nil { next(of: all) }
    wide = wide == chosen ? nil : chosen
  }

  /// A heading with the marks of what was chosen: they are no colours.
  func heading(_ title: String, _ name: String) -> String {
    let order = sorted == name ? (isDown ? "-" : "+") : ""
    return chosen == name ? "[\(title)\(order)]" : title + order
  }
}
