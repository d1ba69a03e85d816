import Patrol
import Terminal

/// Hours across, weekdays down, a number in each cell that is coloured by how high it is.
struct HourWeekMap: Block {
  let map: Chart.HourMap
  /// Whether the hours stand above it.
  var hasHours = true
  /// Cells that are pointed out where there is little in them: by a sign before the number as well.
  var marked: Set<WeekHours.Place> = []
  /// Whose weekday and hour are pointed out.
  var chosen: WeekHours.Place?

  /// The sign.
  static let thin = "!"
  static let label = 4
  static let cell = 3

  /// Weekdays, with the hours above them.
  var height: Extent { .cells(hasHours ? 8 : 7) }

  /// The columns that there is room for: all, or the night.
  static func columns(_ width: Int, firstHour: Int) -> [Int] {
    columns(most: (width - label) / cell, firstHour: firstHour)
  }

  /// The same for so many columns.
  static func columns(most: Int, firstHour: Int) -> [Int] {
    let all = Array(0..<24)
    guard most < all.count else { return all }
    // From seven in the evening.
    let night = all.filter { ((firstHour + $0) % 24 + 5) % 24 < 12 }
    return Array(night.prefix(max(0, most)))
  }

  func draw(in area: Rect, on surface: inout Surface) {
    let columns = Self.columns(area.width, firstHour: map.firstHour)
    if hasHours { drawHours(columns, area.line(0), &surface) }
    let scale = map.scale
    for (row, name) in map.weekdays.prefix(7).enumerated() {
      let weekday = row + 1
      let line = area.line(row + (hasHours ? 1 : 0))
      let isChosen = chosen?.weekday == weekday
      surface.write(
        name, in: line.from(0, width: Self.label), role: isChosen ? .selected : .heading)
      for (index, column) in columns.enumerated() {
        draw(
          WeekHours.Place(weekday: weekday, column: column),
          scale, line.from(Self.label + index * Self.cell, width: Self.cell), &surface)
      }
    }
  }

  private func drawHours(_ columns: [Int], _ line: Rect, _ surface: inout Surface) {
    for (index, column) in columns.enumerated() {
      let text = "\((map.firstHour + column) % 24)"
      let cell = line.from(Self.label + index * Self.cell, width: Self.cell)
      let role: Role = chosen?.column == column ? .selected : .heading
      surface.write(text, in: cell.from(Self.cell - text.count), role: role)
    }
  }

  private func draw(
    _ place: WeekHours.Place, _ scale: HeatScale, _ cell: Rect, _ surface: inout Surface
  ) {
    let number = map.numbers[place]
    guard number > 0 || scale.kind == .cover else { return }
    // Of what has no room only that it is many.
    let text = number > 99 ? "++" : "\(number)"
    let isThin = marked.contains(place) && scale.level(number) < 2
    let role = isThin ? .warning : scale.role(number)
    // The colour takes the whole cell but for the gap before it.
    let inner = cell.from(1)
    surface.write(String(repeating: " ", count: inner.width), in: inner, role: role)
    let shown = (isThin ? Self.thin : "") + text
    surface.write(shown, in: cell.from(max(0, Self.cell - shown.count)), role: role)
  }
}
