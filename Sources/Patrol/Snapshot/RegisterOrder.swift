import Records

/// By which column a list is sorted.
package struct RegisterOrder: Hashable, Sendable {
  package let column: String
  package let isDown: Bool

  package init(_ column: String, isDown: Bool) { (self.column, self.isDown) = (column, isDown) }

  /// Numbers by what they count, codes as their table has them, names by their reading, all else as
  /// written; what is left out comes last, and what is alike stays as it was.
  func sorted(_ rows: [Int], of table: RegisterTable) -> [Int] {
    guard let column = table.kind.column(column) else { return rows }
    let layout = table.kind.layout
    let reading = column.name == layout.name.name ? layout.reading : nil
    let places = Dictionary(
      (column.codeTable.map { table.codes.table($0) } ?? []).enumerated().map {
        ($0.element.code, $0.offset)
      }, uniquingKeysWith: { first, _ in first })
    let keys = rows.enumerated().map { index, row -> Key in
      let written = table.text(column, at: row)
      // The order tells no more than the mask leaves (P13).
      let isMasked = column.entry == .phone || column.entry == .identity
      let text = isMasked && !written.isEmpty ? Member.masked(written) : written
      let number = places[text] ?? Self.number(text, column)
      let latin = reading.map { table.text($0, at: row) } ?? ""
      return Key(number: number, text: latin.isEmpty ? text : latin, row: row, at: index)
    }
    return keys.sorted { one, other in
      guard one.isEmpty == other.isEmpty else { return other.isEmpty }
      guard one.number == other.number else {
        return isDown ? one.number > other.number : one.number < other.number
      }
      guard one.text == other.text else {
        return isDown ? one.text > other.text : one.text < other.text
      }
      return one.at < other.at
    }.map(\.row)
  }

  private struct Key {
    let number: Int
    let text: String
    let row, at: Int
    var isEmpty: Bool { text.isEmpty }
  }

  private static func number(_ text: String, _ column: Column) -> Int {
    switch column.entry {
    case .count: wholeNumber(text) ?? 0
    case .money: wholeNumber(text.filter { $0 != "." }) ?? 0
    default: 0
    }
  }
}
