import Terminal
import Wording

/// A line of help: keys, what they do, and what they belong together with.
struct HelpLine: Sendable {
  enum Group: CaseIterable, Hashable { case here, moving, typing, everywhere }

  let line: KeyLine
  let group: Group

  static func lines(own: [KeyLine], everywhere: [KeyLine]) -> [HelpLine] {
    let taken = Set(own.flatMap(\.keys))
    let others = everywhere.compactMap { line -> HelpLine? in
      let keys = line.keys.filter { !taken.contains($0) }
      guard !keys.isEmpty, !own.contains(where: { $0.name == line.name }) else { return nil }
      return HelpLine(
        line: KeyLine(keys: keys, name: line.name, isHint: line.isHint), group: .everywhere)
    }
    let here = own.map { line in
      HelpLine(
        line: line,
        group: line.name.isMoving ? .moving : line.name.isTyping ? .typing : .here)
    }
    return Group.allCases.filter { $0 != .everywhere }
      .flatMap { group in here.filter { $0.group == group } } + others
  }

  /// Rows of the table, each with the numbers of its lines: a group goes down the left column and
  /// then down the right one, and begins a row.
  static func rows(_ lines: [HelpLine], columns: Int) -> [[Int]] {
    Group.allCases.flatMap { group -> [[Int]] in
      let own = lines.indices.filter { lines[$0].group == group }
      let count = (own.count + columns - 1) / columns
      return (0..<count).map { row in
        stride(from: row, to: own.count, by: count).map { own[$0] }
      }
    }
  }

  /// The line of a row in which the cursor stands.
  static func at(_ row: [Int], _ isRight: Bool) -> Int { isRight ? row[row.count - 1] : row[0] }
}

extension HelpLine.Group {
  var name: Phrase {
    switch self {
    case .here: Phrase("在这里", "在這裡", "Here")
    case .moving: Phrase("移动", "移動", "Moving")
    case .typing: Phrase("打字", "打字", "Typing")
    case .everywhere: Phrase("各处通用", "各處通用", "Everywhere")
    }
  }
}

/// The keys in groups, beside each other where there is room.
struct HelpTable: Block {
  let lines: [HelpLine]
  let columns: Int
  let selected: Int
  let isRight: Bool
  let world: World

  func draw(in area: Rect, on surface: inout Surface) {
    let area = area.inset(1, 0)
    let rows = HelpLine.rows(lines, columns: columns)
    let at = min(selected, rows.count - 1)
    let first = Table.first(at, count: rows.count, height: area.height)
    surface.shown = Shown(first: first, lines: area.height, last: rows.count - area.height)
    let left = (HelpLine.Group.allCases.map { $0.name[world.language].cells }.max() ?? 0) + 2
    let width = (area.width - left) / columns
    for (place, row) in rows.enumerated().dropFirst(first).prefix(area.height) {
      let line = area.line(place - first)
      let group = lines[row[0]].group
      // The name of a group stands once, also where its first row is scrolled away.
      if place == first || lines[rows[place - 1][0]].group != group {
        surface.write(group.name[world.language], in: line, role: .heading)
      }
      for (column, index) in row.enumerated() {
        let cell = line.from(left + column * width, width: width - 1)
        draw(lines[index].line, in: cell, on: &surface)
        if place == at, index == HelpLine.at(row, isRight) {
          surface.paint(
            Rect(x: cell.x - 1, y: cell.y, width: cell.width + 1, height: 1), role: .selected)
          surface.caret = Point(cell.x, cell.y)
        }
      }
    }
  }

  private func draw(_ line: KeyLine, in area: Rect, on surface: inout Surface) {
    // A key's full-width twin is for input methods that are on; it need not be read.
    let keys = line.keys.filter { $0 == $0.halfWidth || !line.keys.contains($0.halfWidth) }
      .map(\.name).joined(separator: " ")
    let column = max(10, min(16, area.width / 2 - 4))
    surface.write(keys.clipped(to: column), in: area, role: .hintKey)
    surface.write(
      line.name.phrase[world.language].clipped(to: area.width - column - 1),
      in: area.from(column + 1))
  }
}
