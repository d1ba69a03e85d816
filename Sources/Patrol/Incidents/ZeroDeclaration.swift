import Records
import Wording

/// A unit says for a period that nothing of a political goal happened, or that something did (零申报, R3); no
/// person stands in it.
package struct ZeroDeclaration: Hashable, Sendable, Registered {
  package let code: String
  package let goal: Goal
  package let unit: String
  package let from: Day
  package let to: Day
  package let count: Int
  /// Who declared it for the unit.
  package let declaredBy: String
  package let declared: Day
  package let remark: String

  package var name: String { declaredBy }
  package var pinyin: String { "" }

  package static let file = "declarations"
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
    "Count", \.count, .count(0...999), Phrase("件数", "件數", "Cases"),
    hint: Phrase("零申报写 0", "零申報寫 0", "0 for none"))
  package static let declaredBy: Field<Self, String> = Field(
    "DeclaredBy", \.declaredBy, .line, Phrase("申报人", "申報人", "Declared by"))
  package static let declared: Field<Self, Day> = Field(
    "Declared", \.declared, .day, Phrase("申报日期", "申報日期", "Declared on"))
  package static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, .remark, also: Headings.remark)

  package static let schema = Schema(
    "Declaration", Phrase("零申报", "零申報", "Zero declarations"),
    ZeroDeclaration.init(code:goal:unit:from:to:count:declaredBy:declared:remark:), Self.code,
    Self.goal, Self.unit, Self.from, Self.to, Self.count, Self.declaredBy, Self.declared,
    Self.remark)

  package static let layout = RegisterLayout(
    .things, in: .goals, numbering: .ofStation(letter: "Z"), name: Self.declaredBy,
    place: Self.unit,
    asked: FieldList(
      Self.goal, Self.unit, Self.from, Self.to, Self.count, Self.declaredBy, Self.declared,
      Self.remark, Self.code),
    listed: FieldList(Self.goal, Self.unit, Self.from, Self.to, Self.count, Self.declared)
  ) { about in
    let period = TenDays.before(about.today)
    return [
      Self.goal.says(Goal.mass.rawValue),
      Self.unit.says(about.snapshot.area(of: about.unit) ?? about.unit),
      Self.from.says(period.lowerBound.text), Self.to.says(period.upperBound.text),
      Self.declared.says(about.today.text),
    ]
  }

  package func check(in snapshot: Snapshot) throws(IncidentRefusal) {
    guard to >= from else { throw .periodBackwards(from: from, to: to) }
    guard goal.isDeclared else { throw .notDeclared(goal) }
    if let known = snapshot.unit(unit), !known.kind.isTownship {
      throw .declaresNothing(unit: known.name)
    }
    let other = snapshot.declarations.first {
      $0.code != code && $0.goal == goal && $0.unit == unit && $0.from <= to && from <= $0.to
    }
    if let other { throw .declaredTwice(unit: snapshot.unitName(unit), by: other.code) }
  }
}

extension Snapshot {
  package var declarations: [ZeroDeclaration] { values(.declarations) }
}
