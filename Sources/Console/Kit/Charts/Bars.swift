import Terminal

/// Numbers as bars one below the other, each held against how many there are to be.
struct Bars: Block {
  let bars: [Chart.Bar]
  let glyphs: Glyphs
  /// How all that have no line of their own are called together.
  var others: @Sendable (Int) -> String = { "+\($0)" }
  private static let count = 8

  func draw(in area: Rect, on surface: inout Surface) {
    let bars = fitting(area.height)
    let name = min(20, max(12, area.width / 4))
    let room = max(1, area.width - name - Self.count)
    let highest = max(1, bars.map { max($0.number, $0.due) }.max() ?? 1)
    for (row, bar) in bars.enumerated() {
      let line = area.line(row)
      let isShort = bar.number < bar.due
      surface.write(bar.name.clipped(to: name - 1), in: line.from(0, width: name), role: .plain)
      let due = (bar.due * room + highest / 2) / highest
      // However little is lacking, it shows.
      let most = isShort ? max(0, due - 1) : room
      let filled = min((bar.number * room + highest / 2) / highest, most)
      let whole = line.from(name, width: room)
      surface.write(
        String(repeating: " ", count: filled), in: whole.from(0, width: filled), role: .span)
      // What is lacking goes on as a line.
      if isShort, due > filled {
        let rest = String(repeating: glyphs.horizontal, count: due - filled)
        surface.write(rest, in: whole.from(filled, width: due - filled), role: .warning)
      }
      let count = "\(bar.number)/\(bar.due)"
      surface.write(
        count, in: line.from(name + room + max(0, Self.count - count.cells)),
        role: isShort ? .warning : .dim)
    }
  }

  /// All where there is room; else those that lack most, and the others added up in the last line.
  private func fitting(_ lines: Int) -> [Chart.Bar] {
    guard bars.count > lines, lines > 0 else { return lines > 0 ? bars : [] }
    let lacking = bars.indices.sorted {
      (bars[$1].due - bars[$1].number, $0) < (bars[$0].due - bars[$0].number, $1)
    }
    let shown = Set(lacking.prefix(lines - 1))
    let others = bars.indices.filter { !shown.contains($0) }.map { bars[$0] }
    return shown.sorted().map { bars[$0] }
      + [
        Chart.Bar(
          name: self.others(others.count), number: others.reduce(0) { $0 + $1.number },
          due: others.reduce(0) { $0 + $1.due })
      ]
  }
}
