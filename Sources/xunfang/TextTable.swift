import Terminal
import Wording

/// A table in plain text, columns aligned by cells so that Chinese lines up.
enum TextTable {
  static func text(_ heading: [String], _ rows: [[String]]) -> String {
    // The last column is where sentences stand: nothing comes after it, so nothing is cut off.
    let all = ([heading] + rows).map { row in
      row.enumerated().map { index, cell in
        let cell = Unseen.shown(cell.replacing("\n", with: " "), lines: false)
        return index == heading.count - 1 ? cell : cell.clipped(to: 60)
      }
    }
    let widths = heading.indices.map { column in all.map { $0[column].cells }.max() ?? 0 }
    return all.map { row in
      var line = ""
      for (cell, width) in zip(row, widths) {
        line += cell + String(repeating: " ", count: width - cell.cells + 2)
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
