import Terminal

/// The first line shown of a text that is longer than its pane; where it ends is known when it is drawn.
struct Scroll: Hashable, Sendable {
  private(set) var top = 0

  mutating func move(_ step: Step, in world: World) {
    var cursor = Cursor()
    cursor.go(to: top)
    cursor.move(step, count: Self.far, page: world.size.height - 6)
    top = step == .last ? Self.far : cursor.index
  }

  /// Beyond every text.
  private static let far = 10_000
}

/// Lines as wide as is easily read, with the terminal's cursor at the first.
struct ScrolledLines: Block {
  let top: Int
  let lines: @Sendable (_ width: Int) -> [Line]

  func draw(in area: Rect, on surface: inout Surface) {
    CardLines(top: top, lines).draw(in: area.inset(1, 0).from(0, width: 100), on: &surface)
    surface.caret = Point(area.x + 2, area.y)
  }
}

/// A card's lines; where more follow than fit, the last says so.
struct CardLines: Block {
  let lines: @Sendable (_ width: Int) -> [Line]
  var top = 0

  init(_ card: RecordCard) { lines = card.lines }
  init(top: Int, _ lines: @escaping @Sendable (_ width: Int) -> [Line]) {
    (self.lines, self.top) = (lines, top)
  }

  func draw(in area: Rect, on surface: inout Surface) {
    let room = area.inset(1, 0)
    let lines = lines(room.width)
    let first = max(0, min(top, lines.count - room.height))
    let shown = Array(lines.dropFirst(first))
    guard shown.count > room.height else { return Lines(shown).draw(in: room, on: &surface) }
    Lines(Array(shown.prefix(room.height - 1)) + [Line("..", .dim)]).draw(in: room, on: &surface)
  }
}
