import Terminal

/// Numbers as bars one below the other, each held against how many there are to be.
struct Bars: Block {
  struct Bar {
    let name: String
    let number: Int
    let due: Int
  }

  let bars: [Bar]
  let glyphs: Glyphs
  private static let name = 12
  private static let count = 8

  func draw(in area: Rect, on surface: inout Surface) {
    let room = max(1, area.width - Self.name - Self.count)
    let highest = max(1, bars.map { max($0.number, $0.due) }.max() ?? 1)
    for (row, bar) in bars.prefix(area.height).enumerated() {
      let line = area.line(row)
      let isShort = bar.number < bar.due
      let name = bar.name.clipped(to: Self.name - 1)
      surface.write(name, in: line.from(0, width: Self.name), role: .plain)
      let due = (bar.due * room + highest / 2) / highest
      // However little is lacking, it shows.
      let most = isShort ? max(0, due - 1) : room
      let filled = min((bar.number * room + highest / 2) / highest, most)
      let whole = line.from(Self.name, width: room)
      surface.write(
        String(repeating: " ", count: filled), in: whole.from(0, width: filled), role: .span)
      // What is lacking goes on as a line.
      if isShort, due > filled {
        let rest = String(repeating: glyphs.horizontal, count: due - filled)
        surface.write(rest, in: whole.from(filled, width: due - filled), role: .warning)
      }
      let count = "\(bar.number)/\(bar.due)"
      surface.write(
        count, in: line.from(Self.name + room + max(0, Self.count - count.cells)),
        role: isShort ? .warning : .dim)
    }
  }
}
