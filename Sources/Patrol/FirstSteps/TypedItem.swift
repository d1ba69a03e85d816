import Records
import Wording

/// One record as it was typed: a name and what stood behind it, by field.
struct TypedItem: Sendable {
  /// Counted from 1.
  let line: Int
  /// Cells by the name of their field, as they were typed.
  var cells: [String: String]
}

/// What a line was cut into.
struct TypedRow: Sendable {
  let line: Int
  /// Blank ones included where marks part them.
  let cells: [String]

  /// Parted by tabs, else by commas and semicolons, else by blanks of any width.
  init(line: Int, _ text: String) {
    self.line = line
    let text = text.replacing("\u{FEFF}", with: "")
    let marks: Set<Character> =
      text.contains("\t") ? ["\t"] : [",", "，", ";", "；"]
    if text.contains(where: marks.contains) {
      cells = text.split(omittingEmptySubsequences: false, whereSeparator: marks.contains).map {
        Self.trimmed($0)
      }
    } else {
      cells = text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
  }

  var filled: [String] { cells.filter { !$0.isEmpty } }

  private static func trimmed(_ cell: Substring) -> String {
    var cell = cell
    while cell.first?.isWhitespace == true || cell.first == "\"" { cell.removeFirst() }
    while cell.last?.isWhitespace == true || cell.last == "\"" { cell.removeLast() }
    return String(cell)
  }

  /// Whether it stands above a list: what the list is of.
  var isTitle: Bool {
    guard filled.count == 1, let text = filled.first else { return false }
    return Self.titles.contains(where: text.hasSuffix)
  }

  private static let titles = [
    "花名册", "花名冊", "名册", "名冊", "名单", "名單", "一览表", "登记表", "登記表", "统计表", "明细表",
  ]
}
