import Records
import Wording

/// A case or event that came to the police (R3): what, where, when; no names.
package struct Incident: Hashable, Sendable, Registered {
  package let code: String
  package let category: IncidentCategory
  /// Whether patrols could have prevented it (可防性案件); nil until somebody has judged it.
  package let preventable: YesOrNo?
  /// Whether it is a major case (重大); nil until somebody has judged it.
  package let major: YesOrNo?
  package let unit: String
  /// Street or part of a village.
  package let section: String
  package let place: String?
  package let from: Moment
  /// The end of the time in which it happened, where nobody saw when.
  package let to: Moment?
  package let foundBy: String?
  /// Who has the case, and under which number.
  package let source: String
  package let what: String
  package let remark: String

  package var name: String { what }
  package var pinyin: String { "" }

  package static let file = "incidents"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code, also: ["编号"])
  package static let category: Field<Self, IncidentCategory> = Field(
    "Category", \.category, .choice, Phrase("类别", "類別", "Category"), also: ["案别", "案件类别", "警情类别"])
  package static let preventable: Field<Self, YesOrNo?> = Field(
    optional: "Preventable", \.preventable, .choice, Phrase("可防", "可防", "Preventable"),
    hint: .judged, also: ["可防性"])
  package static let major: Field<Self, YesOrNo?> = Field(
    optional: "Major", \.major, .choice, Phrase("重大", "重大", "Major"), hint: .judged)
  package static let unit: Field<Self, String> = Field(
    "Unit", \.unit, .unit, .unit, also: Headings.unit)
  package static let section: Field<Self, String> = Field(
    "Section", \.section, .prose, Phrase("路段（部位）", "路段（部位）", "Section"),
    also: ["路段", "部位", "发案地点", "地点"])
  package static let place: Field<Self, String?> = Field(
    optional: "Place", \.place, .code("place"), Phrase("场所", "場所", "Kind of place"),
    also: ["场所类别"])
  package static let from: Field<Self, Moment> = Field(
    "From", \.from, .moment, Phrase("时间", "時間", "Time"),
    hint: Phrase(
      "11-20 2130；只写 2130 是当夜", "11-20 2130；只寫 2130 是當夜", "11-20 2130; 2130 alone is tonight"),
    also: ["发案时间", "发生时间", "接警时间", "起"])
  package static let to: Field<Self, Moment?> = Field(
    optional: "To", \.to, .moment, Phrase("时间止", "時間止", "Time to"),
    hint: Phrase("不知何时发生的写一段时间", "不知何時發生的寫一段時間", "where nobody saw when it happened"),
    also: ["发案时间止", "止"])
  package static let foundBy: Field<Self, String?> = Field(
    optional: "FoundBy", \.foundBy, .code("foundby"), Phrase("发现途径", "發現途徑", "How found"))
  package static let source: Field<Self, String> = Field(
    "Source", \.source, .prose.only(.line), Phrase("来源及案号", "來源及案號", "Source, case number"),
    also: ["来源", "案号", "接警单号"])
  package static let what: Field<Self, String> = Field(
    "What", \.what, .line, Phrase("简要情况", "簡要情況", "What happened"),
    hint: Phrase("写事，不写人名", "寫事，不寫人名", "the matter, no names"), also: ["案情", "简要案情"])
  package static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, .remark, also: Headings.remark)

  package static let schema = Schema(
    "Incident", Phrase("案事件", "案事件", "Incidents"),
    Incident.init(
      code:category:preventable:major:unit:section:place:from:to:foundBy:source:what:remark:),
    Self.code, Self.category, Self.preventable, Self.major, Self.unit, Self.section, Self.place,
    Self.from, Self.to, Self.foundBy, Self.source, Self.what, Self.remark)

  package static let layout = RegisterLayout(
    .things, in: .goals, numbering: .ofStation(letter: "C"), name: Self.what, place: Self.unit,
    asked: FieldList(
      Self.category, Self.from, Self.to, Self.unit, Self.section, Self.place, Self.what,
      Self.preventable, Self.major, Self.foundBy, Self.source, Self.remark, Self.code),
    applying: Dictionary(uniqueKeysWithValues: [
      applies(
        Self.major, where: Self.category, is: Set(IncidentCategory.allCases.filter(\.mayBeMajor)))
    ]),
    listed: FieldList(Self.from, Self.category, Self.preventable, Self.unit, Self.section),
    nobody: FieldList(Self.what, Self.remark),
    beginning: { [Self.unit.says($0.unit)] },
    warnings: { texts, _ in unjudged(texts) + TellsWho.warnings([texts[Self.what.column]]) })

  /// Refuses what could not be so: an end before the beginning.
  package func check(in snapshot: Snapshot) throws(IncidentRefusal) {
    if let to, to <= from { throw .endBeforeStart(from: from, to: to) }
  }

  /// Whether it counts for a goal (R3); nil where nobody has judged what decides that.
  package func counts(for goal: Goal) -> Bool? {
    switch goal {
    case .homicide: category == .homicide
    case .preventable: preventable.map { $0 == .yes }
    case .gravecrime:
      category.mayBeMajor ? major.map { $0 == .yes } : category == .violence
    case .accident: category == .accident
    case .financial: category == .financial
    case .casualties: category == .casualties
    case .terror: category == .terror
    case .security, .mass: false
    }
  }

  /// What nobody has judged and a goal depends on.
  package var unjudged: [Column] {
    (preventable == nil ? [Self.preventable.column] : [])
      + (major == nil && category.mayBeMajor ? [Self.major.column] : [])
  }

  /// The same of a form's texts, in words.
  private static func unjudged(_ texts: [String: String]) -> [Phrase] {
    let category = texts[Self.category.column].flatMap { IncidentCategory(rawValue: $0) }
    let needed =
      [Self.preventable.column] + (category?.mayBeMajor == true ? [Self.major.column] : [])
    let lacking = needed.filter { texts[$0] == nil }
    guard category != nil, !lacking.isEmpty else { return [] }
    return [
      Phrase { language in
        let names = lacking.map { $0.label[language] }.joined(separator: language.separator)
        return Phrase(
          "“\(names)”未判：所属目标判了才算得清", "「\(names)」未判：所屬目標判了才算得清",
          "“\(names)” is not judged: until then its goal is not known")[language]
      }
    ]
  }
}

extension Phrase {
  fileprivate static let judged = Phrase(
    "1 是，2 否；还没判就空着", "1 是，2 否；還沒判就空著", "1 yes, 2 no; empty while nobody has judged it")
}

extension Snapshot {
  /// The record itself; nil where there is none or it can't be read.
  package func incident(_ code: String) -> Incident? { value(code, .incidents) }
}
