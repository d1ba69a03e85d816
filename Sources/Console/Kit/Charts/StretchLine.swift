import Terminal

/// Numbers of days one after another as points of a line, last year's beside them, and all as figures below.
struct StretchLine: Block {
  let stretches: [Chart.Stretch]
  /// What this year's row and last year's are called, and days that are not over.
  let names: [String]
  let glyphs: Glyphs
  private static let label = 7
  /// The names of the days and two rows of figures.
  private static let foot = 3

  func draw(in area: Rect, on surface: inout Surface) {
    guard !stretches.isEmpty, area.height > Self.foot else { return }
    let (_, plot, foot) = area.divided(top: 0, bottom: Self.foot)
    // As many of the newest as have room for their names.
    let width = max(5, min(12, (area.width - Self.label) / stretches.count))
    let shown = Array(stretches.suffix(max(1, (area.width - Self.label) / width)))
    let highest = max(1, shown.flatMap { [$0.number, $0.before] }.compactMap { $0 }.max() ?? 1)
    func point(_ index: Int, _ number: Int) -> (x: Int, y: Int) {
      let up = (number * (plot.height - 1) + highest / 2) / highest
      return (Self.label + index * width + width - 2, plot.height - 1 - up)
    }
    for (index, stretch) in shown.enumerated() {
      guard let number = stretch.number, index + 1 < shown.count,
        let next = shown[index + 1].number, !shown[index + 1].isOpen
      else { continue }
      let (from, to) = (point(index, number), point(index + 1, next))
      for x in from.x + 1..<to.x {
        let part = (to.y - from.y) * (x - from.x) * 2 + (to.y > from.y ? 1 : -1) * (to.x - from.x)
        let y = from.y + part / (2 * (to.x - from.x))
        surface.write(glyphs.more, in: plot.line(y).from(x), role: .dim)
      }
    }
    for (index, stretch) in shown.enumerated() {
      if let before = stretch.before {
        let at = point(index, before)
        surface.write(glyphs.hole, in: plot.line(at.y).from(at.x), role: .dim)
      }
      if let number = stretch.number {
        let at = point(index, number)
        let mark = stretch.isOpen ? glyphs.underway : glyphs.done
        surface.write(mark, in: plot.line(at.y).from(at.x), role: .bold)
      }
    }
    drawFigures(shown, width, foot, &surface)
  }

  private func drawFigures(
    _ shown: [Chart.Stretch], _ width: Int, _ area: Rect, _ surface: inout Surface
  ) {
    let marks = [glyphs.underway, glyphs.done, glyphs.hole]
    // Days that are not over stand above the two years, where there are any.
    let open = shown.contains(where: \.isOpen) ? names.dropFirst(2).first : nil
    let told: [String?] = [open] + names.prefix(2).map { $0 }
    for (row, name) in told.enumerated() {
      guard let name else { continue }
      surface.write(
        marks[row] + name, in: area.line(row).from(0, width: Self.label),
        role: row == 1 ? .plain : .dim)
    }
    for (index, stretch) in shown.enumerated() {
      let cell = area.from(Self.label + index * width, width: width - 1)
      let texts = [
        stretch.name, stretch.number.map { "\($0)" } ?? "",
        stretch.before.map { "\($0)" } ?? (stretch.number == nil ? "" : "?"),
      ]
      for (row, text) in texts.enumerated() {
        let role: Role = row == 0 ? .heading : row == 1 ? .bold : .dim
        let text = text.clipped(to: cell.width)
        surface.write(text, in: cell.line(row).from(cell.width - text.cells), role: role)
      }
    }
  }
}
