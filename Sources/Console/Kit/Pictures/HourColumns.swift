import Terminal

/// A number for each hour as a column, under the hours of an `HourWeekMap`.
struct HourColumns: Block {
  let numbers: [Int]
  let firstHour: Int

  func draw(in area: Rect, on surface: inout Surface) {
    let columns = HourWeekMap.columns(area.width, firstHour: firstHour)
    let highest = max(1, numbers.max() ?? 1)
    // One line is the number's own.
    let room = max(0, area.height - 1)
    for (index, column) in columns.enumerated() where numbers.indices.contains(column) {
      let number = numbers[column]
      let x = HourWeekMap.label + index * HourWeekMap.cell
      // Whatever there is shows.
      let height = number == 0 ? 0 : max(1, (number * room + highest / 2) / highest)
      for line in 0..<min(height, room) {
        let cell = area.line(area.height - 1 - line).from(x + 1, width: HourWeekMap.cell - 1)
        surface.write("  ", in: cell, role: .span)
      }
      let text = number > 99 ? "++" : "\(number)"
      let top = area.line(area.height - 1 - min(height, room))
      surface.write(
        text, in: top.from(x + HourWeekMap.cell - text.count), role: number == 0 ? .dim : .plain)
    }
  }
}
