import Terminal

/// A month as a calendar with a number in each day, coloured by how high it is.
struct MonthFigures: Block {
  let month: Chart.Month

  func draw(in area: Rect, on surface: inout Surface) {
    let width = max(5, min(8, area.width / 7))
    for (index, name) in month.weekdays.enumerated() {
      let cell = area.line(0).from(index * width, width: width - 1)
      surface.write(name, in: cell.from(max(0, cell.width - name.cells)), role: .heading)
    }
    // With a blank line between weeks where there is room.
    let step = area.height > 2 * month.weeks ? 2 : 1
    let scale = month.scale
    for (index, number) in month.numbers.enumerated() {
      let (week, weekday) = month.place(index)
      let line = area.line(1 + week * step).from(weekday * width, width: width - 1)
      // The day stands just before its figure.
      let day = line.from(max(0, line.width - 5), width: 2)
      surface.write("\(index + 1)", in: day.from(index < 9 ? 1 : 0), role: .dim)
      guard let number else { continue }
      // Of what has no room only that it is many.
      let text = number > 99 ? "++" : "\(number)"
      let cell = line.from(line.width - 2, width: 2)
      surface.write("  ", in: cell, role: scale.role(number))
      surface.write(text, in: cell.from(2 - text.count), role: scale.role(number))
    }
  }
}
