/// Text in one role.
package struct Span: Hashable, Sendable {
  package var text: String
  package var role: Role
  package init(_ text: String, _ role: Role = .plain) { (self.text, self.role) = (text, role) }
}

/// One line of text in several roles.
package struct Line: Hashable, Sendable, ExpressibleByStringLiteral {
  package var spans: [Span]
  package init(_ spans: [Span]) { self.spans = spans }
  package init(_ text: String, _ role: Role = .plain) { spans = [Span(text, role)] }
  package init(stringLiteral text: String) { self.init(text) }

  package var cells: Int { spans.reduce(0) { $0 + $1.text.cells } }
  package static func + (a: Line, b: Line) -> Line { Line(a.spans + b.spans) }

  /// Draws what fits; `..` says that something did not.
  package func draw(in area: Rect, on surface: inout Surface) {
    var left = area.width
    var x = area.x
    for span in spans {
      guard left > 0 else { return }
      let isLast = span.text.cells <= left
      let text = isLast ? span.text : span.text.clipped(to: left)
      let end = surface.write(
        text, in: Rect(x: x, y: area.y, width: left, height: area.height), role: span.role)
      left -= end - x
      x = end
      if !isLast { return }
    }
  }
}

/// Lines one below the other; those that don't fit are not drawn.
package struct Lines: Block {
  let lines: [Line]
  package init(_ lines: [Line]) { self.lines = lines }
  package init(_ lines: Line...) { self.lines = lines }

  package var height: Extent { .cells(lines.count) }

  package func draw(in area: Rect, on surface: inout Surface) {
    for (index, line) in lines.enumerated() where index < area.height {
      line.draw(in: area.line(index), on: &surface)
    }
  }
}

/// One line: something at its left end, something at its right.
package struct Bar: Block {
  let left, right: Line
  let role: Role
  package init(_ left: Line, _ right: Line = Line([]), role: Role) {
    (self.left, self.right, self.role) = (left, right, role)
  }
  package var height: Extent { .cells(1) }

  package func draw(in area: Rect, on surface: inout Surface) {
    surface.fill(area.line(0), role: role)
    let rightCells = right.cells
    let room = area.width - 2 - (rightCells > 0 ? rightCells + 2 : 0)
    left.draw(in: area.line(0).from(1, width: max(room, 0)), on: &surface)
    if rightCells > 0, rightCells + 2 <= area.width {
      right.draw(
        in: area.line(0).from(area.width - rightCells - 1, width: rightCells), on: &surface)
    }
  }
}
