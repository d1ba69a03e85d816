import Terminal

/// The first line shown of a text that is longer than its pane.
struct Scroll: Hashable, Sendable {
  private(set) var top = 0

  /// Moves from what shows, not from `top`: the text may have become shorter meanwhile.
  ///
  /// - Parameter shown: what shows of the text, which says how far a page is and where the end.
  mutating func move(_ step: Step, _ shown: Shown) {
    switch step {
    case .up: top = shown.first - 1
    case .down: top = shown.first + 1
    case .pageUp: top = shown.first - shown.step
    case .pageDown: top = shown.first + shown.step
    case .first: top = 0
    case .last: top = shown.last
    }
    top = max(0, min(shown.last, top))
  }
}

/// Lines as wide as is easily read, with the terminal's cursor at the first; one moves in them.
struct ScrolledLines: Block {
  let top: Int
  let lines: @Sendable (_ width: Int) -> [Line]

  func draw(in area: Rect, on surface: inout Surface) {
    let room = area.inset(2, 0).from(0, width: 98)
    let cut = CutLines(top: top, lines: lines(room.width))
    cut.draw(in: room, on: &surface)
    surface.shown = cut.shown(in: room)
    surface.caret = Point(area.x + 2, area.y)
  }
}

/// Lines from `top` on; where more follow than fit, the last says so.
struct CutLines: Block {
  var top = 0
  let lines: [Line]

  /// What shows in an area; the line of dots shows none of the text.
  func shown(in area: Rect) -> Shown {
    let last = max(0, lines.count - area.height)
    return Shown(
      first: max(0, min(top, last)), lines: last > 0 ? area.height - 1 : area.height, last: last)
  }

  func draw(in area: Rect, on surface: inout Surface) {
    let rest = Array(lines.dropFirst(shown(in: area).first))
    guard rest.count > area.height else { return Lines(rest).draw(in: area, on: &surface) }
    Lines(Array(rest.prefix(max(0, area.height - 1))) + [Line("..", .dim)]).draw(
      in: area, on: &surface)
  }
}

/// A text with a blank column at either side, of which the beginning shows.
struct CutText: Block {
  let lines: @Sendable (_ width: Int) -> [Line]

  func draw(in area: Rect, on surface: inout Surface) {
    let room = area.inset(1, 0)
    CutLines(lines: lines(room.width)).draw(in: room, on: &surface)
  }
}

/// Lines from `top` on to the end of the pane: a page that is read, in which one moves.
struct ReadLines: Block {
  let top: Int
  let lines: [Line]

  func draw(in area: Rect, on surface: inout Surface) {
    let room = max(1, area.height)
    let last = max(0, lines.count - room)
    let first = max(0, min(top, last))
    Lines(Array(lines.dropFirst(first))).draw(in: area, on: &surface)
    surface.shown = Shown(first: first, lines: room, last: last)
  }
}
