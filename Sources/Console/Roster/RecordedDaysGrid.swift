import Patrol
import Records
import Terminal
import Wording

/// Teams and days: a team's month is a thread, and what breaks it stands out.
struct RecordedDaysGrid: Block {
  let teams: [Team]
  let at: Int
  let day: Day
  let days: ClosedRange<Day>
  let counted: CountedDays
  let world: World

  /// Whether there is room for ten days only.
  static func isNarrow(_ width: Int) -> Bool { width < 76 }
  /// Whether a day has three cells, with a gap behind every ten days.
  static func isWide(_ width: Int) -> Bool { isNarrow(width) || width >= 118 }

  /// How the columns lie: the number and name, the days, what is missing.
  private struct Columns {
    let number, name, cell: Int
    let starts: [Int]
    let end: Int

    init(_ width: Int, _ teams: Int, _ days: [Day]) {
      cell = RecordedDaysGrid.isWide(width + 2) ? 3 : 2
      number = max(2, "\(teams)".count)
      let gaps = cell == 3 ? days.dropFirst().count { $0.day == 11 || $0.day == 21 } : 0
      let strip = days.count * cell + gaps
      // Behind the days what is missing: `缺12`, or `12`.
      let rest = 1 + number + 1 + 1 + strip + (cell == 3 ? 6 : 4)
      name = max(8, min(20, width - rest))
      var starts: [Int] = []
      var x = 1 + number + 1 + name + 1
      for (index, day) in days.enumerated() {
        if cell == 3, index > 0, day.day == 11 || day.day == 21 { x += 1 }
        starts.append(x)
        x += cell
      }
      (self.starts, end) = (starts, x)
    }
  }

  func draw(in area: Rect, on surface: inout Surface) {
    let list = Array(days)
    let columns = Columns(area.width, teams.count, list)
    let (heads, rows, counts) = area.divided(top: 2, bottom: 1)
    drawHeads(list, columns, heads, &surface)
    let first = Table.first(at, count: teams.count, height: rows.height)
    surface.shown = Shown(first: first, lines: rows.height, last: teams.count - rows.height)
    for row in first..<max(first, min(first + rows.height, teams.count)) {
      drawTeam(row, list, columns, rows.line(row - first), &surface)
    }
    drawCounts(list, columns, counts.line(0), &surface)
  }

  private func drawHeads(
    _ list: [Day], _ columns: Columns, _ area: Rect, _ surface: inout Surface
  ) {
    for (day, x) in zip(list, columns.starts) {
      let number = columns.cell == 3 ? "\(day.day)" : "\(day.day % 10)"
      let role: Role = day == self.day ? .bold : .heading
      surface.write(number, in: area.line(0).from(x, width: columns.cell), role: role)
      let name = Phrase.weekdayInOne(day.weekday)[world.language]
      // Two letters in two cells would run into each other.
      let weekday = columns.cell == 2 && world.language == .en ? String(name.prefix(1)) : name
      surface.write(weekday, in: area.line(1).from(x, width: columns.cell), role: role)
    }
  }

  private func drawTeam(
    _ row: Int, _ list: [Day], _ columns: Columns, _ line: Rect, _ surface: inout Surface
  ) {
    let team = teams[row]
    let number = digits(row + 1, columns.number)
    surface.write(number, in: line.from(1, width: columns.number), role: .dim)
    let name = Self.name(team, columns.name, world)
    surface.write(name, in: line.from(2 + columns.number, width: columns.name), role: .plain)
    if row == at {
      let whole = line.from(0, width: 2 + columns.number + columns.name)
      surface.paint(whole, role: .selectedAway)
    }
    for (index, day) in list.enumerated() {
      let x = columns.starts[index]
      // The thread goes on over the gap of ten days as long as the next day has one.
      let end = index + 1 < list.count ? columns.starts[index + 1] : columns.end
      cell(team, day, end - x, isLast: index + 1 == list.count, columns.cell)
        .draw(in: line.from(x, width: end - x), on: &surface)
      if row == at, day == self.day {
        surface.paint(line.from(x, width: columns.cell), role: .selected)
        surface.caret = Point(line.x + x, line.y)
      }
    }
    let missing = counted.missing(of: team)
    if missing > 0 {
      let text = columns.cell == 3 ? Phrase.short(missing)[world.language] : "\(missing)"
      let room = line.from(columns.end + 1)
      surface.write(text, in: room.from(max(0, room.width - 1 - text.cells)), role: .warning)
    }
  }

  private func cell(_ team: Team, _ day: Day, _ width: Int, isLast: Bool, _ cell: Int) -> Line {
    let glyphs = world.glyphs
    let marks = counted.found.marks(of: team.code, on: day)
    func thread(from used: Int) -> Span {
      // A gap of ten days stays blank, and so does what is behind a hole.
      Span(String(repeating: glyphs.horizontal, count: max(0, cell - used)), .dim)
    }
    if marks.contains(.denied) {
      let seen = marks.contains(.inspected) && cell == 3
      return Line([Span(glyphs.urgent, .urgent)] + (seen ? [Span(glyphs.check, .good)] : []))
        + Line([thread(from: seen ? 2 : 1)])
    }
    if marks.contains(.recorded) {
      if marks.contains(.late) { return Line([Span(glyphs.knot, .underway), thread(from: 1)]) }
      if marks.contains(.inspected) { return Line([Span(glyphs.check, .good), thread(from: 1)]) }
      return Line([thread(from: 0)])
    }
    if counted.isOut(team, on: day) { return Line(glyphs.knot, .underway) }
    if marks.contains(.unread) { return Line("?", .urgent) }
    if counted.isMissing(team, on: day) {
      return Line([Span(glyphs.hole, .warning)])
        + (marks.contains(.inspected) ? Line(glyphs.check, .good) : Line([]))
    }
    return Line(counted.isToCome(team, on: day) ? glyphs.more : "", .dim)
  }

  private func drawCounts(
    _ list: [Day], _ columns: Columns, _ line: Rect, _ surface: inout Surface
  ) {
    let label = Phrase("未记队数", "未記隊數", "no entry")[world.language]
    surface.write(label, in: line.from(1, width: 1 + columns.number + columns.name), role: .dim)
    for (index, day) in list.enumerated() {
      let missing = counted.missing(on: day)
      guard missing > 0 else { continue }
      // Of what has no room only that it is many.
      let text = "\(missing)".count > columns.cell ? "+" : "\(missing)"
      surface.write(
        text, in: line.from(columns.starts[index], width: columns.cell), role: .warning)
    }
  }

  /// The name where it has room; else without what every team's name ends in.
  static func name(_ team: Team, _ width: Int, _ world: World) -> String {
    let name = world.isLatinOnly ? team.pinyin : team.name
    guard name.cells > width else { return name }
    var short = name
    for (long, brief) in [("镇专职队", "专职"), ("街道专职队", "专职"), ("乡专职队", "专职"), ("镇專職隊", "專職")]
    where short.hasSuffix(long) {
      short = String(short.dropLast(long.count)) + brief
    }
    if short.hasSuffix("队") || short.hasSuffix("隊") { short.removeLast() }
    return short.clipped(to: width)
  }
}

extension Phrase {
  /// A weekday in two cells: `日`, `Su`.
  static func weekdayInOne(_ weekday: Int) -> Phrase {
    let hans = ["一", "二", "三", "四", "五", "六", "日"]
    let en = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    let index = max(0, min(6, weekday - 1))
    return Phrase(hans[index], hans[index], en[index])
  }
}
