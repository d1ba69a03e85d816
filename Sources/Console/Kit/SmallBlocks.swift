import Terminal

/// Lines with a blank column at either side.
struct PaddedLines: Block {
  let lines: [Line]

  func draw(in area: Rect, on surface: inout Surface) {
    Lines(lines).draw(in: area.inset(1, 0), on: &surface)
  }
}

extension PaddedLines {
  /// The same that takes as many lines as it has.
  var fixed: any Block { height(.cells(lines.count)) }
}

/// A block with a blank column at either side.
struct Padded: Block {
  let block: any Block

  func draw(in area: Rect, on surface: inout Surface) {
    block.draw(in: area.inset(1, 0), on: &surface)
  }
}

/// A thin line across.
struct RuleLine: Block {
  let glyphs: Glyphs
  var height: Extent { .cells(1) }

  func draw(in area: Rect, on surface: inout Surface) {
    let rule = String(repeating: glyphs.horizontal, count: max(0, area.width - 2))
    surface.write(rule, in: area.from(1), role: .border)
  }
}
