import Records
import Wording

/// How many cases of a goal a unit had last year, from the first of the days that are compared up to another
/// (R3): entered with its source, where the records do not reach back.
package struct Baseline: Hashable, Sendable, Registered {
  package let code: String
  package let goal: Goal
  package let unit: String
  package let from: Day
  package let to: Day
  package let count: Int
  /// Whose figure it is: 刑侦大队报表.
  package let source: String
  /// The day of the source.
  package let dated: Day
  package let remark: String

  package var name: String { source }
  package var pinyin: String { "" }

  package static let file = "baselines"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code, also: ["编号"])
  package static let goal: Field<Self, Goal> = Field(
    "Goal", \.goal, .choice, Phrase("目标", "目標", "Goal"), also: ["项目"])
  package static let unit: Field<Self, String> = Field(
    "Unit", \.unit, .unit, .unit, also: Headings.unit)
  package static let from: Field<Self, Day> = Field(
    "From", \.from, .day, Phrase("自", "自", "From"), also: ["起"])
  package static let to: Field<Self, Day> = Field(
    "To", \.to, .day, Phrase("至", "至", "To"), also: ["止"])
  package static let count: Field<Self, Int> = Field(
    "Count", \.count, .count(0...99_999), Phrase("件数", "件數", "Cases"), also: ["起数", "数量"])
  package static let source: Field<Self, String> = Field(
    "Source", \.source, .line, Phrase("数字来源", "數字來源", "Source"), also: ["来源"])
  package static let dated: Field<Self, Day> = Field(
    "Dated", \.dated, .day, Phrase("数字日期", "數字日期", "As of"))
  package static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, .remark, also: Headings.remark)

  package static let schema = Schema(
    "Baseline", Phrase("去年基数", "去年基數", "Figures of last year"),
    Baseline.init(code:goal:unit:from:to:count:source:dated:remark:), Self.code, Self.goal,
    Self.unit, Self.from, Self.to, Self.count, Self.source, Self.dated, Self.remark)

  package static let layout = RegisterLayout(
    .things, in: .goals, numbering: .ofStation(letter: "B"), name: Self.source, place: Self.unit,
    asked: FieldList(
      Self.goal, Self.unit, Self.from, Self.to, Self.count, Self.source, Self.dated, Self.remark,
      Self.code),
    listed: FieldList(Self.goal, Self.unit, Self.from, Self.to, Self.count, Self.dated)
  ) { about in
    let span = GoalSpan(about.snapshot, on: about.today).before
    return [
      Self.unit.says(about.snapshot.cityUnit), Self.from.says(span.lowerBound.text),
      Self.to.says(span.upperBound.text), Self.dated.says(about.today.text),
    ]
  }

  package func check(in snapshot: Snapshot) throws(IncidentRefusal) {
    guard to >= from else { throw .periodBackwards(from: from, to: to) }
    guard goal.aim != .neverHappens else { throw .neverCompared(goal) }
  }
}

extension Snapshot {
  package var baselines: [Baseline] { values(.baselines) }
}
