import Terminal

/// A number for each hour as a column, under the hours of an `HourWeekMap` or under its own.
struct HourColumns: Block {
  let columns: [Chart.Column]
  var hasHours = false

  func draw(in area: Rect, on surface: inout Surface) {
    let shown = HourWeekMap.columns(area.width, firstHour: columns.first?.hour ?? 0)
    let highest = max(1, columns.map(\.number).max() ?? 1)
    let foot = hasHours ? 1 : 0
    // One line is the number's own.
    let room = max(0, area.height - 1 - foot)
    for (index, column) in shown.enumerated() where columns.indices.contains(column) {
      let number = columns[column].number
      let x = HourWeekMap.label + index * HourWeekMap.cell
      // Whatever there is shows.
      let height = number == 0 ? 0 : max(1, (number * room + highest / 2) / highest)
      let base = area.height - 1 - foot
      for line in 0..<min(height, room) {
        let cell = area.line(base - line).from(x + 1, width: HourWeekMap.cell - 1)
        surface.write("  ", in: cell, role: .span)
      }
      let text = number > 99 ? "++" : "\(number)"
      surface.write(
        text, in: area.line(base - min(height, room)).from(x + HourWeekMap.cell - text.count),
        role: number == 0 ? .dim : .plain)
      guard hasHours else { continue }
      let hour = "\(columns[column].hour)"
      surface.write(
        hour, in: area.line(area.height - 1).from(x + HourWeekMap.cell - hour.count),
        role: .heading)
    }
  }
}
