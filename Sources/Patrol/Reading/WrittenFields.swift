import Records

/// Fields that tables and forms write in many ways.
extension Written {
  /// `12500`, `1.25万`, `￥12,500.50元`.
  package static func money(_ typed: String) -> String? {
    var text = folded(typed).filter { !" ,，¥￥".contains($0) }
    if text.hasSuffix("元") { text.removeLast() }
    guard text.hasSuffix("万") || text.hasSuffix("萬") else { return text }
    text.removeLast()
    guard let fen = FieldType<Int>.money.parse(text) else { return nil }
    // Ten thousand times the fen of so many yuan, written in yuan again.
    return FieldType<Int>.money.print(fen * 10_000)
  }

  package static func identity(_ typed: String) -> String {
    folded(typed).uppercased().filter { $0 != " " }
  }

  /// `6-14`, `0600至1400`, `22:00～6:00`, `全天`, several between commas.
  package static func hours(_ typed: String) -> String? {
    var text = folded(typed)
    if text.isEmpty { return "" }
    for (word, span) in shifts where text == word { return span }
    for dash in ["——", "—", "–", "~", "～", "至", "到"] { text = text.replacing(dash, with: "-") }
    var spans: [String] = []
    for part in text.split(whereSeparator: { ",、;".contains($0) }) {
      let ends = part.split(separator: "-").map { String($0).trimmingBlanks() }
      guard ends.count == 2, let from = minuteOfDay(ends[0]), let to = minuteOfDay(ends[1]) else {
        return nil
      }
      spans.append(HourSpan(from: from % 1440, to: to == 1440 ? 1440 : to % 1440).text)
    }
    return spans.joined(separator: ", ")
  }

  private static let shifts = [
    ("全天", "00:00-24:00"), ("24小时", "00:00-24:00"), ("24小時", "00:00-24:00"),
    ("早班", "06:00-14:00"), ("白班", "08:00-20:00"), ("白", "08:00-20:00"), ("中班", "14:00-22:00"),
    ("晚班", "18:00-00:00"), ("夜班", "20:00-08:00"), ("夜", "20:00-08:00"),
  ]

  /// Names between `、`, `；` or commas of any width as the file has them.
  package static func places(_ typed: String) -> String {
    typed.split { "、；;，,\n".contains($0) }.map { String($0).trimmingBlanks() }
      .filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// The numbers of a date with any marks between, and how many digits the first has.
  package static func dateNumbers(_ folded: String) -> (numbers: [Int], width: Int)? {
    var text = arabic(folded)
    for mark in [".", "/", "年", "月", "。"] { text = text.replacing(mark, with: "-") }
    for mark in ["日", "号", "號"] { text = text.replacing(mark, with: "") }
    let parts = text.split(separator: "-").map(String.init)
    let numbers = parts.compactMap { fixedNumber($0, digits: $0.utf8.count) }
    guard numbers.count == parts.count, parts.allSatisfy({ $0.utf8.count <= 8 }),
      let first = parts.first
    else { return nil }
    return (numbers, first.utf8.count)
  }

  /// `是`, `有`, `√`, `1` and their opposites; nil for anything else.
  package static func flag(_ typed: String) -> Bool? {
    let text = Folding.key(typed).trimmingBlanks()
    if ["是", "有", "√", "✓", "1", "y", "yes", "true", "已", "已配"].contains(text) { return true }
    if ["", "否", "无", "×", "0", "n", "no", "false", "未", "未配", "没有"].contains(text) {
      return false
    }
    return nil
  }
}

extension CodeBook {
  /// The code that a digit, a word in any language or the code itself names.
  package func code(written typed: String, in table: String) -> String? {
    let text = Folding.key(typed).trimmingBlanks()
    let known = self.table(table).first { code in
      code.key == text || Folding.key(code.code) == text
        || [code.hans, code.hant, code.en].contains { Folding.key($0) == text }
    }?.code
    guard known == nil, table == YesOrNo.table, !text.isEmpty else { return known }
    // As tables tick it: √, 有, 无.
    return Written.flag(typed).map { ($0 ? YesOrNo.yes : .no).rawValue }
  }

  /// The digits of several codes without anything between them: a table's have one width.
  private func digitRun(_ typed: String, in table: String) -> [String]? {
    let text = Folding.halfWidth(typed)
    let width = keyWidth(of: table)
    guard width > 0, text.count > width, text.count.isMultiple(of: width),
      text.allSatisfy({ ("0"..."9").contains($0) })
    else { return nil }
    let all = Array(text)
    return stride(from: 0, to: all.count, by: width).map { String(all[$0..<$0 + width]) }
  }

  /// How many digits pick a code of a table.
  package func keyWidth(of table: String) -> Int {
    self.table(table).map(\.key.count).max() ?? 0
  }

  /// Several codes between blanks or commas of any width, or their digits in a row.
  package func codes(written typed: String, in table: String) -> [String]? {
    var parts = typed.split { ",，、;；".contains($0) }.map { String($0).trimmingBlanks() }.filter {
      !$0.isEmpty
    }.flatMap { part -> [String] in
      // In English a name may be several words.
      if code(written: part, in: table) != nil { return [part] }
      return part.split { " 　".contains($0) }.map(String.init)
    }
    if parts.count == 1, let run = digitRun(parts[0], in: table) { parts = run }
    let found = parts.compactMap { code(written: $0, in: table) }
    return found.count == parts.count ? found : nil
  }
}
