import Terminal

/// A chart in cells: its title, what it counts, the picture, and what is drawn how.
struct ChartBlock: Block {
  let chart: Chart
  let glyphs: Glyphs
  /// Whether keys are about it.
  var isChosen = false
  var others: @Sendable (Int) -> String = { "+\($0)" }

  func draw(in area: Rect, on surface: inout Surface) {
    let title =
      Line(chart.title, isChosen ? .titleFocus : .bold) + Line("  \(chart.unit)", .dim)
    title.draw(in: area.line(0), on: &surface)
    let legend = legend
    let isTold = !legend.spans.isEmpty && area.height > 8
    let (_, picture, foot) = area.divided(top: 1, bottom: isTold ? 1 : 0)
    drawing.draw(in: picture, on: &surface)
    if isTold { legend.draw(in: foot, on: &surface) }
    if isChosen { surface.caret = Point(area.x, area.y) }
  }

  private var drawing: any Block {
    switch chart.figures {
    case .bars(let bars): Bars(bars: bars, glyphs: glyphs, others: others)
    case .columns(let columns): HourColumns(columns: columns, hasHours: true)
    case .map(let map): HourWeekMap(map: map)
    case .calendar(let month): MonthFigures(month: month)
    case .line(let stretches):
      StretchLine(stretches: stretches, names: chart.legend, glyphs: glyphs)
    }
  }

  private var legend: Line {
    switch chart.figures {
    case .bars:
      guard let there = chart.legend.first, let lacking = chart.legend.last else { return Line([]) }
      return Line("  ", .span) + Line(" \(there)  ", .dim)
        + Line(glyphs.horizontal + glyphs.horizontal, .warning) + Line(" \(lacking)", .dim)
    case .map(let map): return map.scale.legend
    case .calendar(let month): return month.scale.legend
    // The hours speak for themselves, and so do the names before a line's figures.
    case .columns, .line: return Line([])
    }
  }
}
