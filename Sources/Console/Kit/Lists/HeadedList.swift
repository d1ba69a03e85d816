import Terminal

/// A list with what it belongs to above it and a sentence below: the list keeps a few lines, whatever stands
/// above is cut for it.
struct HeadedList: Block {
  let head: @Sendable (_ width: Int) -> [Line]
  let list: Table
  let foot: @Sendable (_ width: Int) -> [Line]
  let glyphs: Glyphs

  /// Lines that the list keeps, with its heading.
  private static let least = 4

  func draw(in area: Rect, on surface: inout Surface) {
    let width = area.inset(1, 0).width
    let (head, foot) = (head(width), foot(width))
    let room = max(0, area.height - foot.count)
    let top = head.isEmpty ? 0 : min(head.count, max(room - Self.least - 1, room / 2))
    let (above, middle, below) = area.divided(
      top: top == 0 ? 0 : top + 1, bottom: min(foot.count, area.height))
    if top > 0 {
      CutLines(lines: head).draw(
        in: above.inset(1, 0).lines(top), on: &surface)
      RuleLine(glyphs: glyphs).draw(in: above.lastLine, on: &surface)
    }
    list.draw(in: middle, on: &surface)
    PaddedLines(lines: foot).draw(in: below, on: &surface)
  }
}
