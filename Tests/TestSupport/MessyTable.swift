import Records

/// A table of informants as it comes from stations: every way to write a date and a phone number,
/// people twice, check digits that are wrong, formulas, line breaks within cells.
package struct MessyTable {
  package private(set) var rows: [[String]] = []
  /// The lines of the file, counted as an editor does, that are really wrong.
  package private(set) var wrong: [Int] = []
  private var rightCells: [(row: Int, cell: Int, text: String)] = []

  private static let headings = ["序号", "联系方式", "姓名", "工作路段", "身份证号码", "登记日期", "类别", "备注"]

  package init(lines: Int) {
    var line = 2
    for index in 0..<lines {
      var row = Self.row(index)
      // Every hundredth is the one before it once more, word for word but for its running number.
      if index % 100 == 99 { row = [String(index + 1)] + rows[index - 1].dropFirst() }
      if index % 100 < 98, let (cell, text) = Self.mistake(index) {
        rightCells.append((index, cell, row[cell]))
        row[cell] = text
        wrong.append(line)
      }
      rows.append(row)
      line += 1 + row[7].count { $0 == "\n" }
    }
  }

  /// Puts right what is wrong, and nothing else.
  package mutating func putRight() {
    for (row, cell, text) in rightCells { rows[row][cell] = text }
  }

  package var text: String {
    ([Self.headings] + rows).map { $0.map(Self.cell).joined(separator: ",") }
      .joined(separator: "\r\n") + "\r\n"
  }

  /// Written as it stands: the formulas of a messy table are not made harmless.
  private static func cell(_ text: String) -> String {
    text.contains { ",\"\n".contains($0) }
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  private static func row(_ index: Int) -> [String] {
    let number = digits(index, 7)
    let phones = [
      "1009\(number)", "+86 100 9\(number.prefix(3)) \(number.suffix(4))",
      "100-9\(number.prefix(3))-\(number.suffix(4))", "1009\(number)".fullWidth,
    ]
    let day = Day(number: 20_400 + index % 300)
    let dates = [
      day.text, "\(day.year)年\(day.month)月\(day.day)日", "\(day.year).\(day.month).\(day.day)",
      "\(day.year)/\(digits(day.month, 2))/\(digits(day.day, 2))", "\(day.text) 00:00:00",
      "\(digits(day.year, 4))\(digits(day.month, 2))\(digits(day.day, 2))",
    ]
    let remarks = ["", "=1+1", "第一行\n第二行", "带,逗号", "“引号”\"直引号\"", "@某", "-5", "'=x"]
    return [
      "\(index + 1)", phones[index % 4], name(index), "路段\(index % 40)", identity(index),
      dates[index % 6], index % 5 == 0 ? "环卫保洁" : "Sanitation", remarks[index % 8],
    ]
  }

  /// Names of two characters with a blank between them, rare ones, plain ones; none twice.
  private static func name(_ index: Int) -> String {
    let given = Array("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉")
    let (a, b) = (given[index % 20], given[index / 20 % 20])
    let surnames = Array("赵钱孙李周吴郑王冯陈𮯰𱍐𠮷")
    let surname = surnames[index / 400 % 13]
    return index % 7 == 0 ? "\(surname) \(a)\(b)" : "\(surname)\(a)\(b)"
  }

  /// An identity number of nobody: the place 000000 is none.
  private static func identity(_ index: Int) -> String {
    guard index % 3 == 0 else { return "" }
    let birth = Day(number: -3000 + index)
    let body =
      "000000\(digits(birth.year, 4))\(digits(birth.month, 2))\(digits(birth.day, 2))\(digits(index % 1000, 3))"
    let check = IdentityNumber.check(Array(body.utf8))
    return body + String(UnicodeScalar(check))
  }

  /// What is wrong with some lines: a check digit, a formula for a name, a date no calendar has.
  private static func mistake(_ index: Int) -> (cell: Int, text: String)? {
    switch index {
    case let index where index % 120 == 6:
      let right = identity(index)
      let last = right.last == "1" ? "2" : "1"
      return (4, right.dropLast() + last)
    case let index where index % 120 == 31: return (2, "=cmd|'/c calc'!A0")
    case let index where index % 120 == 62: return (5, "2026年2月30日")
    default: return nil
    }
  }
}

extension String {
  /// Digits as an input method in full width writes them.
  fileprivate var fullWidth: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { UnicodeScalar($0.value + 0xFEE0) ?? $0 }))
  }
}
