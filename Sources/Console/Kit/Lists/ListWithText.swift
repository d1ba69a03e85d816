import Terminal

/// A list with the chosen thing whole below it, where there is room for both; the list that one works
/// in gives way a little for it.
struct ListWithText: Block {
  let list: Table
  let count: Int
  /// Whether it is the list that one works in: it gives up lines until the text has seven, and
  /// keeps two fifths of the area.
  let isMain: Bool
  let glyphs: Glyphs
  /// The lines of the chosen thing at a width; nil where there is none.
  let text: (@Sendable (_ width: Int) -> [Line])?

  private static let roomForBoth = 16

  func draw(in area: Rect, on surface: inout Surface) {
    // With its heading; a text in fewer than five lines would say too little.
    let needed = count + 1
    // Where there is little room the list keeps its rows, and only what is left shows the text.
    let gives = isMain && area.height >= Self.roomForBoth
    let listHeight = gives ? min(needed, max(area.height - 7, area.height * 2 / 5)) : needed
    guard let text, area.height - listHeight >= 5 else { return list.draw(in: area, on: &surface) }
    list.draw(in: Rect(x: area.x, y: area.y, width: area.width, height: listHeight), on: &surface)
    RuleLine(glyphs: glyphs).draw(in: area.line(listHeight), on: &surface)
    let room = area.below(listHeight + 1).inset(1, 0)
    CutLines(lines: text(room.width)).draw(in: room, on: &surface)
  }
}
