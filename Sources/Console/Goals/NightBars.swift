import Patrol
import Records
import Terminal
import Wording

/// Teams below each other, the hours of a night across: a bar for as long as somebody was out, and what
/// happened on it.
struct NightBars: Block {
  let night: NightReplay
  let at: Moment
  let event: NightEvent?
  /// The first team that shows; nil where the event's is to show.
  let top: Int?
  let world: World

  /// Whether there is only room for a list of events.
  static func isList(_ world: World) -> Bool { world.size.width < 76 }

  /// Cells of an hour: a quarter has at least one, and names have twenty.
  static func cell(_ width: Int) -> Int {
    width >= 20 + 12 * 12 ? 12 : width >= 20 + 12 * 8 ? 8 : 4
  }

  private var glyphs: Glyphs { world.glyphs }

  func draw(in area: Rect, on surface: inout Surface) {
    let cell = Self.cell(area.width)
    let name = min(28, area.width - 12 * cell)
    let (head, middle, foot) = area.divided(top: 1, bottom: 2)
    let first = first(middle.height)
    surface.shown = Shown(
      first: first, lines: middle.height, last: night.rows.count - middle.height)
    drawHours(cell, head.from(name), &surface)
    for (line, row) in night.rows.dropFirst(first).prefix(middle.height).enumerated() {
      let area = middle.line(line)
      let number = digits(
        (world.snapshot.teams.firstIndex { $0.code == row.team.code } ?? 0) + 1, 2)
      surface.write(number, in: area.from(0, width: name), role: .dim)
      let title = RecordedDaysGrid.name(row.team, name - number.count - 2, world)
      surface.write(title, in: area.from(number.count + 1, width: name), role: .plain)
      if let team = event?.team, team == row.team.code {
        surface.paint(area.from(0, width: number.count + 1 + title.cells), role: .selected)
      }
      drawBars(row, cell, area.from(name), &surface)
    }
    drawEvents(cell, name, foot.line(0), &surface)
    drawCounts(cell, name, foot.line(1), &surface)
  }

  /// The first team that shows.
  private func first(_ lines: Int) -> Int {
    let last = max(0, night.rows.count - lines)
    if let top { return min(top, last) }
    guard let team = event?.team, let row = night.rows.firstIndex(where: { $0.team.code == team })
    else { return 0 }
    return row < lines ? 0 : min(row - lines / 2, last)
  }

  private func x(_ moment: Moment, _ cell: Int) -> Int { (moment - night.from) * cell / 60 }

  private func drawHours(_ cell: Int, _ line: Rect, _ surface: inout Surface) {
    // The minute that is looked at stands above its column, and no hour half beneath it.
    let clock = at.clock
    let start = max(0, min(12 * cell - clock.count, x(at, cell) - 2))
    for hour in 0..<12 {
      let text = "\((night.from + hour * 60).minuteOfDay / 60)"
      let isFree = hour * cell + text.count < start || hour * cell > start + clock.count
      if isFree { surface.write(text, in: line.from(hour * cell), role: .heading) }
    }
    surface.write(clock, in: line.from(start), role: .selected)
  }

  // MARK: A team

  private func drawBars(
    _ row: NightReplay.Row, _ cell: Int, _ line: Rect, _ surface: inout Surface
  ) {
    let now = x(at, cell)
    let own = night.events.filter { $0.team == row.team.code }
    // What stands on a bar already, which no figure may stand on.
    let taken = Set(own.map { x($0.at, cell) } + [now])
    surface.write(glyphs.vertical, in: line.from(now, width: 1), role: .border)
    for outing in row.outings {
      let start = max(0, x(outing.from, cell))
      // However short it was, it shows.
      let end = min(12 * cell, max(start + 1, (outing.to - night.from) * cell / 60))
      let bar = line.from(start, width: end - start)
      surface.write(
        String(repeating: glyphs.horizontal, count: end - start), in: bar, role: .span)
      if outing.page == nil {
        surface.write(glyphs.arrow, in: bar.from(end - start - 1), role: .underway)
      }
      let figure = "\(outing.present)/\(outing.due)"
      let free = (start + 1..<max(start + 1, end - figure.count)).first { from in
        !(from..<from + figure.count).contains(where: taken.contains)
      }
      if outing.present < outing.due, let free {
        surface.write(figure, in: line.from(free), role: .span)
      }
      // The minute goes through a bar of somebody who is out.
      if outing.holds(at) {
        surface.write(glyphs.vertical, in: line.from(now, width: 1), role: .bold)
      }
    }
    for event in own {
      let (glyph, role) = Self.mark(event, glyphs)
      surface.write(glyph, in: line.from(x(event.at, cell), width: 1), role: role)
    }
  }

  // MARK: What happened, and how many were out

  private func drawEvents(_ cell: Int, _ name: Int, _ line: Rect, _ surface: inout Surface) {
    let label = Phrase(
      "案事件 \(glyphs.urgent) 情报 \(glyphs.hole)", "案事件 \(glyphs.urgent) 情報 \(glyphs.hole)",
      "Cases \(glyphs.urgent) leads \(glyphs.hole)")
    let rows = Set(night.rows.map(\.team.code))
    let isOfNoRow = event.map { $0.team.map(rows.contains) != true } ?? false
    surface.write(
      label[world.language], in: line.from(0, width: name - 1),
      role: isOfNoRow ? .selected : .dim)
    let time = line.from(name)
    surface.write(glyphs.vertical, in: time.from(x(at, cell), width: 1), role: .border)
    // What presses least first, so that the other stands above it.
    for event in night.events.reversed() where event.team.map(rows.contains) != true {
      let (glyph, role) = Self.mark(event, glyphs)
      surface.write(glyph, in: time.from(x(event.at, cell), width: 1), role: role)
    }
    if let event, isOfNoRow {
      let (glyph, role) = Self.mark(event, glyphs)
      surface.write(glyph, in: time.from(x(event.at, cell), width: 1), role: role)
    }
    surface.caret = Point(time.x + x(at, cell), time.y)
  }

  private func drawCounts(_ cell: Int, _ name: Int, _ line: Rect, _ surface: inout Surface) {
    let label = Phrase("整点在巡队数", "整點在巡隊數", "Teams out, hourly")
    surface.write(
      label[world.language].clipped(to: name - 1), in: line.from(0, width: name - 1), role: .dim)
    let hourly = night.hourly
    let scale = HeatScale(.cover, highest: hourly.map(\.teams).max() ?? 0)
    for (hour, count) in hourly.enumerated() {
      surface.write(
        "\(count.teams)", in: line.from(name + hour * cell, width: cell),
        role: scale.role(count.teams))
    }
  }

  /// How an event is drawn.
  static func mark(_ event: NightEvent, _ glyphs: Glyphs) -> (String, Role) {
    switch event.kind {
    case .inspection(_, true, _): (glyphs.check, .good)
    case .inspection(_, false, _): (glyphs.cross, .warning)
    case .incident: (glyphs.urgent, .urgent)
    case .lead: (glyphs.hole, .bold)
    }
  }
}
