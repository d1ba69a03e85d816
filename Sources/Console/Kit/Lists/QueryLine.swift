import Terminal

/// The line a filter is typed into; the terminal's cursor stands at the caret.
struct QueryLine: Block {
  let text: TextLine
  /// The code points of what the terminal can't draw; may be empty.
  let notes: String
  var mark = " > "
  var height: Extent { .cells(1) }

  func draw(in area: Rect, on surface: inout Surface) {
    surface.fill(area, role: .fieldFocus)
    let end = surface.write(mark + text.before, in: area, role: .fieldFocus)
    surface.caret = Point(min(end, area.x + area.width - 1), area.y)
    let next = surface.write(text.after, in: area.from(end - area.x), role: .fieldFocus)
    surface.write("  " + notes, in: area.from(next - area.x), role: .fieldFocus)
  }
}

/// The line a filter is typed into; the terminal's cursor stands at its end.
struct FilterLine: Block {
  let text: String
  var height: Extent { .cells(1) }

  func draw(in area: Rect, on surface: inout Surface) {
    surface.fill(area, role: .fieldFocus)
    let end = surface.write(" / " + text, in: area, role: .fieldFocus)
    surface.caret = Point(min(end, area.x + area.width - 1), area.y)
  }
}
