/// A table of lines, one of them chosen; only the rows that show are asked for.
package struct Table: Block {
  /// A column: its heading and its width.
  package struct Heading: Sendable {
    let title: String
    let extent: Extent
    let isRight: Bool
    /// Left out when the table is narrower than this.
    let from: Int
    package init(_ title: String, _ extent: Extent, isRight: Bool = false, from: Int = 0) {
      (self.title, self.extent, self.isRight, self.from) = (title, extent, isRight, from)
    }
  }

  let columns: [Heading]
  let count: Int
  let selected: Int?
  let isFocused: Bool
  /// Whether it is the list that keys move in.
  let isMoved: Bool
  let hasHeading: Bool
  let empty: String
  let row: @Sendable (Int) -> [Line]

  package init(
    _ columns: [Heading], count: Int, selected: Int?, isFocused: Bool, isMoved: Bool? = nil,
    hasHeading: Bool = true, empty: String = "", row: @escaping @Sendable (Int) -> [Line]
  ) {
    (self.columns, self.count, self.selected) = (columns, count, selected)
    (self.isFocused, self.isMoved) = (isFocused, isMoved ?? isFocused)
    (self.hasHeading, self.empty, self.row) = (hasHeading, empty, row)
  }

  package func draw(in area: Rect, on surface: inout Surface) {
    let area = area.inset(1, 0)
    let shown = columns.indices.filter { columns[$0].from <= area.width }
    let gaps = max(0, shown.count - 1)
    let widths = Extent.divide(area.width - gaps, among: shown.map { columns[$0].extent })
    if hasHeading {
      drawRow(
        shown.map { Line(columns[$0].title, .heading) }, shown, widths, area.line(0), &surface)
    }
    let top = hasHeading ? 1 : 0
    let height = max(0, area.height - top)
    let first = Self.first(selected ?? 0, count: count, height: height)
    if isMoved { surface.shown = Shown(first: first, lines: height, last: count - height) }
    guard count > 0 else {
      for (index, line) in LineBreak.lines(empty, width: area.width).enumerated() {
        surface.write(line, in: area.line(top + index), role: .dim)
      }
      return
    }
    for index in first..<min(first + height, count) {
      let line = area.line(top + index - first)
      let cells = row(index)
      drawRow(shown.map { $0 < cells.count ? cells[$0] : Line([]) }, shown, widths, line, &surface)
      if index == selected {
        let whole = Rect(x: line.x - 1, y: line.y, width: line.width + 2, height: 1)
        surface.paint(whole, role: isFocused ? .selected : .selectedAway)
        if isFocused { surface.caret = Point(line.x, line.y) }
      }
    }
  }

  /// The first row shown so that the chosen one is in the middle where it can be.
  package static func first(_ selected: Int, count: Int, height: Int) -> Int {
    max(0, min(selected - height / 2, count - height))
  }

  private func drawRow(
    _ cells: [Line], _ shown: [Int], _ widths: [Int], _ area: Rect, _ surface: inout Surface
  ) {
    var x = 0
    for (index, line) in cells.enumerated() {
      let column = columns[shown[index]]
      let shift = column.isRight ? max(0, widths[index] - line.cells) : 0
      line.draw(in: area.from(x + shift, width: widths[index] - shift), on: &surface)
      x += widths[index] + 1
    }
  }
}
