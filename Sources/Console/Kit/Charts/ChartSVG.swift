/// A chart for paper: black and greys that any printer has, and every figure in writing.
extension Chart {
  var svg: String {
    let (body, height) = drawn
    let drawing = SVG.text(title + "（\(unit)）", 0, 16, size: 14, weight: "bold") + body
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="720" height="\(height)" viewBox="0 0 720 \(height)" \
      role="img" font-family="sans-serif" font-size="12">
      <title>\(SVG.escaped(title))</title>
      \(drawing)</svg>

      """
  }

  private var drawn: (String, height: Int) {
    switch figures {
    case .bars(let bars): (Self.svg(bars) + told(36 + bars.count * 20), 52 + bars.count * 20)
    case .columns(let columns): (Self.svg(columns) + SVG.text(across, 0, 232), 240)
    case .map(let map): (Self.svg(map) + told(map.scale, 216), 224)
    case .calendar(let month):
      (Self.svg(month) + told(month.scale, 70 + month.weeks * 36), 78 + month.weeks * 36)
    case .line(let stretches): (svg(stretches), 260)
    }
  }

  /// What is there, and what is lacking.
  private func told(_ y: Int) -> String {
    guard let there = legend.first, let lacking = legend.last else { return "" }
    return SVG.box(0, y - 10, 24, 12, fill: SVG.filled) + SVG.text(there, 32, y)
      + SVG.box(160, y - 10, 24, 12, fill: "none") + SVG.text(lacking, 192, y)
  }

  private func told(_ scale: HeatScale, _ y: Int) -> String {
    scale.ranges.enumerated().map { index, range in
      SVG.box(index * 90, y - 12, 24, 16, fill: SVG.greys[index + 1])
        + SVG.text(range, index * 90 + 32, y)
    }.joined()
  }

  // MARK: Pictures

  private static func svg(_ bars: [Bar]) -> String {
    let highest = max(1, bars.map { max($0.number, $0.due) }.max() ?? 1)
    return bars.enumerated().map { row, bar in
      let y = 28 + row * 20
      return SVG.text(bar.name, 150, y + 12, anchor: "end")
        + SVG.box(160, y, bar.due * 460 / highest, 14, fill: "none")
        + SVG.box(160, y, bar.number * 460 / highest, 14, fill: SVG.filled)
        + SVG.text("\(bar.number)/\(bar.due)", 710, y + 12, anchor: "end")
    }.joined()
  }

  private static func svg(_ columns: [Column]) -> String {
    let highest = max(1, columns.map(\.number).max() ?? 1)
    return columns.enumerated().map { index, column in
      let (x, height) = (20 + index * 29, column.number * 150 / highest)
      return SVG.box(x, 196 - height, 24, height, fill: SVG.filled)
        + SVG.text("\(column.number)", x + 12, 192 - height, anchor: "middle")
        + SVG.text("\(column.hour)", x + 12, 212, anchor: "middle")
    }.joined()
  }

  private static func svg(_ map: HourMap) -> String {
    let hours = (0..<24).map { column in
      SVG.text("\((map.firstHour + column) % 24)", 62 + column * 27, 40, anchor: "middle")
    }
    let rows = map.weekdays.prefix(7).enumerated().map { row, name in
      SVG.text(name, 0, 62 + row * 22)
        + (0..<24).map { column in
          let number = map.numbers[.init(weekday: row + 1, column: column)]
          let (x, y) = (48 + column * 27, 46 + row * 22)
          return SVG.box(x, y, 27, 22, fill: SVG.greys[map.scale.level(number)])
            + SVG.text("\(number)", x + 13, y + 16, anchor: "middle")
        }.joined()
    }
    return (hours + rows).joined()
  }

  private static func svg(_ month: Month) -> String {
    let names = month.weekdays.enumerated().map {
      SVG.text($1, 50 + $0 * 100, 40, anchor: "middle")
    }
    let days = month.numbers.enumerated().map { index, number in
      let (week, weekday) = month.place(index)
      let (x, y) = (weekday * 100, 48 + week * 36)
      let fill = number.map { SVG.greys[month.scale.level($0)] } ?? "none"
      return SVG.box(x, y, 100, 36, fill: fill) + SVG.text("\(index + 1)", x + 4, y + 13, size: 10)
        + (number.map { SVG.text("\($0)", x + 60, y + 24, size: 14, anchor: "middle") } ?? "")
    }
    return (names + days).joined()
  }

  private func svg(_ stretches: [Stretch]) -> String {
    let highest = max(1, stretches.flatMap { [$0.number, $0.before] }.compactMap { $0 }.max() ?? 1)
    let step = 640 / max(1, stretches.count)
    func x(_ index: Int) -> Int { 70 + index * step + step / 2 }
    func y(_ number: Int) -> Int { 190 - number * 140 / highest }
    func word(_ index: Int) -> String { legend.indices.contains(index) ? legend[index] : "" }
    let now = stretches.enumerated().compactMap { index, one in
      one.number.map { (x: x(index), number: $0, isOpen: one.isOpen) }
    }
    let before = stretches.enumerated().compactMap { index, one in
      one.before.map { (x: x(index), number: $0) }
    }
    let lines =
      SVG.line(before.map { ($0.x, y($0.number)) }, isDashed: true)
      + SVG.line(now.filter { !$0.isOpen }.map { ($0.x, y($0.number)) })
    let points = now.map { point in
      SVG.dot(point.x, y(point.number), isHollow: point.isOpen)
        + SVG.text("\(point.number)", point.x, y(point.number) - 8, anchor: "middle")
    }
    let names = stretches.enumerated().map { SVG.text($1.name, x($0), 212, anchor: "middle") }
    let figures = before.map { SVG.text("\($0.number)", $0.x, 232, anchor: "middle") }
    let told =
      SVG.text(word(1), 0, 232) + SVG.line([(0, 246), (24, 246)]) + SVG.text(word(0), 32, 250)
      + SVG.line([(160, 246), (184, 246)], isDashed: true) + SVG.text(word(1), 192, 250)
      + (now.contains { $0.isOpen }
        ? SVG.dot(332, 246, isHollow: true) + SVG.text(word(2), 344, 250) : "")
    return lines + (points + names + figures).joined() + told
  }
}
