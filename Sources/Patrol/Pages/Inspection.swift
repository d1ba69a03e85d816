import Records
import Wording

/// An inspection of one team by another, as the Inspection Record Book holds it (R22).
package struct Inspection: Hashable, Sendable {
  package let date: Day
  package let from: Moment
  package let to: Moment
  package let inspector: Named
  package let inspecting: Named
  package let inspected: Named
  package let answering: Named?
  package let present: Int
  package let expected: Int
  /// The eight points in order: `1` in order, `2` not, `3` does not apply.
  package let points: String
  package let problems: [String]
  package let found: String
  package let required: String
  package let by: Day?
  package let statement: String

  package static let kind = "inspection"

  package static let schema = Schema(
    kind, Phrase("检查记录", "檢查記錄", "Inspection"),
    Inspection.init(
      date:from:to:inspector:inspecting:inspected:answering:present:expected:points:problems:found:
      required:by:statement:),
    Field("Date", \.date, .day, Phrase("巡防日", "巡防日", "Patrol day")),
    Field("From", \.from, .moment, Phrase("到达", "到達", "Arrived")),
    Field("To", \.to, .moment, Phrase("离开", "離開", "Left")),
    Field("Inspector", \.inspector, .person, Phrase("检查人", "檢查人", "Inspector")),
    Field("Inspecting", \.inspecting, .team, Phrase("检查队伍", "檢查隊伍", "Inspecting team")),
    Field("Inspected", \.inspected, .team, Phrase("被检队伍", "被檢隊伍", "Inspected team")),
    Field(optional: "Answering", \.answering, .person, Phrase("被检方", "被檢方", "Inspected side")),
    Field("Present", \.present, .count(0...500), Phrase("实到", "實到", "Present")),
    Field("Expected", \.expected, .count(0...500), Phrase("应到", "應到", "Expected")),
    Field("Points", \.points, .points, Phrase("八项", "八項", "Eight points")),
    Field("Problems", \.problems, .codes("problem"), Phrase("问题", "問題", "Problems")),
    Field("Found", \.found, .prose, Phrase("检查情况", "檢查情況", "Found")),
    Field("Required", \.required, .prose, Phrase("整改要求", "整改要求", "Required")),
    Field(optional: "By", \.by, .day, Phrase("整改期限", "整改期限", "Put right by")),
    Field("Statement", \.statement, .prose, Phrase("被检方意见", "被檢方意見", "Their statement")))
}

extension FieldType where Value == String {
  package static let points = FieldType(
    entry: .line,
    expected: Phrase(
      "八位数字，1 合格 2 不合格 3 不适用", "八位數字，1 合格 2 不合格 3 不適用", "eight digits: 1 yes, 2 no, 3 n/a"),
    parse: { $0.utf8.count == 8 && $0.utf8.allSatisfy { (49...51).contains($0) } ? $0 : nil },
    print: { $0 })
}
