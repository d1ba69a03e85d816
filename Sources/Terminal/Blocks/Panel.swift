/// A framed block with its title in the upper edge and notes in both edges.
package struct Panel: Block {
  let title: Line
  let note: Line
  let footer: Line
  let isFocused: Bool
  let glyphs: Glyphs
  let role: Role
  let border: Role
  let content: any Block

  package init(
    _ title: Line, note: Line = Line([]), footer: Line = Line([]), isFocused: Bool = false,
    glyphs: Glyphs, role: Role = .plain, border: Role? = nil,
    @BlockBuilder _ content: () -> [any Block]
  ) {
    (self.title, self.note, self.footer) = (title, note, footer)
    (self.isFocused, self.glyphs, self.role) = (isFocused, glyphs, role)
    self.border = border ?? (isFocused ? .borderFocus : .border)
    let parts = content()
    self.content = VStack { for part in parts { part } }
  }

  package func draw(in area: Rect, on surface: inout Surface) {
    guard area.width >= 4, area.height >= 2 else { return }
    surface.fill(area, role: role)
    let inner = String(repeating: glyphs.horizontal, count: area.width - 2)
    surface.write(glyphs.topLeft + inner + glyphs.topRight, in: area.line(0), role: border)
    surface.write(
      glyphs.bottomLeft + inner + glyphs.bottomRight, in: area.line(area.height - 1), role: border)
    for y in 1..<max(area.height - 1, 1) {
      surface.write(glyphs.vertical, in: area.line(y), role: border)
      surface.write(glyphs.vertical, in: area.line(y).from(area.width - 1), role: border)
    }
    drawEdge(title, note, in: area.line(0), on: &surface)
    if !footer.spans.isEmpty {
      drawEdge(footer, Line([]), in: area.line(area.height - 1), on: &surface)
    }
    content.draw(in: area.inset(1, 1), on: &surface)
  }

  private func drawEdge(_ left: Line, _ right: Line, in area: Rect, on surface: inout Surface) {
    let rightCells = right.cells
    let hasRight = rightCells > 0 && rightCells + left.cells + 8 <= area.width
    let room = area.width - 4 - (hasRight ? rightCells + 3 : 0)
    guard room > 2 else { return }
    let blank = Line(" ", border)
    (blank + left).draw(in: area.from(1, width: room + 1), on: &surface)
    let end = area.x + 2 + min(left.cells, room)
    surface.write(" ", in: Rect(x: end, y: area.y, width: 1, height: 1), role: border)
    if hasRight {
      (blank + right + blank).draw(
        in: area.from(area.width - rightCells - 3, width: rightCells + 2), on: &surface)
    }
  }
}

/// A block drawn over another, in the middle of it.
package struct Overlay: Block {
  let below, above: any Block
  let size: Size
  package init(_ above: any Block, size: Size, over below: any Block) {
    (self.above, self.size, self.below) = (above, size, below)
  }
  package func draw(in area: Rect, on surface: inout Surface) {
    below.draw(in: area, on: &surface)
    surface.caret = nil
    above.draw(in: area.centred(size), on: &surface)
  }
}
