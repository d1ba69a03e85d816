import Terminal
import Wording

/// What the guide tells, in the lowest line of what shows: nothing moves for it.
///
/// The line is drawn anew from edge to edge, so that frames that end in it, side by side or one over the
/// other, leave no pieces.
struct GuideLine: Block {
  let step: Guide.Step
  let world: World
  let below: any Block

  func draw(in area: Rect, on surface: inout Surface) {
    below.draw(in: area, on: &surface)
    let (language, line) = (world.language, area.lastLine)
    let skip = Phrase("C-g 不再引导", "C-g 不再引導", "C-g no guide")[language]
    let (number, told) = (" \(step.number[language]) ", " \(step.told[language]) ")
    let room = area.width - 4
    guard (number + told).cells <= room else { return }
    let glyphs = world.glyphs
    let bar = String(repeating: glyphs.horizontal, count: max(0, area.width - 2))
    surface.write(glyphs.bottomLeft + bar + glyphs.bottomRight, in: line, role: .border)
    var x = 2
    surface.write(number, in: line.from(x), role: .hintKey)
    x += number.cells
    surface.write(told, in: line.from(x), role: .bold)
    x += told.cells
    if x + skip.cells + 3 <= area.width {
      surface.write(" " + skip + " ", in: line.from(area.width - skip.cells - 4), role: .dim)
    }
  }
}
