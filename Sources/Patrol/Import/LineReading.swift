import Records
import Wording

/// Lines of a table that are no records: who made it, sums, the headings once more.
struct LineReading {
  private let headings: [String]
  private let name: Int?

  init(_ map: HeadingMap, _ kind: RegisterKind) {
    headings = map.headings
    name = map.fields.firstIndex(of: kind.layout.name.name)
  }

  /// What it is instead of a record; nil for a record.
  func passing(_ cells: [String]) -> Phrase? {
    let texts = cells.map { $0.trimmingBlanks() }
    let filled = texts.indices.filter { !texts[$0].isEmpty }
    guard let first = filled.first else { return nil }
    if zip(texts, headings).allSatisfy({ $0 == $1 }), filled.count > 1 || headings.count == 1 {
      return Phrase("又是栏目名称，略过。", "又是欄目名稱，略過。", "The headings once more: passed over.")
    }
    // Where a name stands in its own column, the line is somebody's.
    let named = name.flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? ""
    let text = named.isEmpty ? texts[first] : named
    guard Self.isForm(text) else { return nil }
    let found = Unseen.shown(String(text.prefix(16)), lines: false)
    return Phrase(
      "“\(found)”不是人员或物品，略过。", "「\(found)」不是人員或物品，略過。",
      "“\(found)” is no record: passed over.")
  }

  /// Whether a text is what forms say at their foot: 合计, 合计：12 人, 制表人：某某.
  static func isForm(_ text: String) -> Bool {
    let folded = Folding.key(text).filter { $0 != " " }
    guard let word = words.first(where: folded.hasPrefix) else { return false }
    let rest = folded.dropFirst(word.count).first
    return rest.map { ":(".contains($0) || $0.isASCIIDigit || $0 == "人" } ?? true
  }

  private static let words = [
    "合计", "小计", "总计", "共计", "累计", "制表人", "制表", "填表人", "填报人", "审核人", "负责人签字", "制表日期",
    "填表日期", "填报日期", "负责人", "联系人", "审核", "审批", "填报时间", "填表时间", "填报单位", "填表单位", "说明", "注", "total",
    "subtotal",
  ]
}
