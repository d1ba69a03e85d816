import Patrol
import Records
import Terminal
import Wording

/// The list of things to do.
struct TodoTable: Block {
  let rows: [TodoRows.Row]
  let selected: Int?
  let isFocused: Bool
  let marked: Set<Finding.ID>
  let world: World
  /// What is said where it is empty.
  var empty = Phrase.nothingToDo

  func draw(in area: Rect, on surface: inout Surface) {
    let (rows, marked) = (rows, marked)
    let lines = TodoLines(world, width: area.width)
    let acts = rows.lazy.compactMap { row -> Int? in
      if case .finding = row.line { row.findings.first?.act[world.language].cells } else { nil }
    }
    let act = min(area.width >= 96 ? 17 : 12, max(4, acts.prefix(400).max() ?? 4))
    Table(
      [
        .init("", .share(1)), .init("", .cells(16), from: 96),
        .init("", .cells(act)),
      ],
      count: rows.count, selected: selected, isFocused: isFocused, hasHeading: false,
      empty: (world.isStillLooking ? Phrase.reading : empty)[world.language]
    ) { index in
      let isOpen = rows.indices.contains(index + 1) && rows[index + 1].depth > rows[index].depth
      return lines.cells(rows[index], isOpen: isOpen, marked: marked)
    }.draw(in: area, on: &surface)
  }
}
