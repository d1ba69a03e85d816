import Records
import Wording

/// A public-security informant (R10, R11): a sanitation worker on a section, or a taxi driver.
///
/// Outside this register an informant is only called by the alias (domain study, P8).
package struct Informant: Hashable, Sendable, Registered {
  package let code: String
  package let alias: String
  package let name: String
  package let pinyin: String
  package let kind: InformantKind
  package let section: String
  package let hours: [HourSpan]
  package let vehicle: String
  package let employer: String
  package let unit: String
  package let phone: String?
  package let identity: String?
  /// Since when prompts reach them.
  package let enrolled: Day?
  package let since: Day?
  package let until: Day?
  package let sameAs: String?
  package let remark: String

  package static let file = "informants"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code, also: ["编号"])
  package static let alias: Field<Self, String> = Field(
    "Alias", \.alias, .alias, Phrase("代称", "代稱", "Alias"),
    hint: Phrase("空着：按类别和号码起", "空著：按類別和號碼起", "empty: made of kind and number"),
    also: ["化名"])
  package static let name: Field<Self, String> = Field(
    "Name", \.name, .personName, .personName, also: Headings.name)
  package static let pinyin: Field<Self, String> = Field("Pinyin", \.pinyin, .prose, .pinyin)
  package static let kind: Field<Self, InformantKind> = Field(
    "Kind", \.kind, .choice, Phrase("类别", "類別", "Kind"), also: ["信息员类别", "人员类别"])
  package static let section: Field<Self, String> = Field(
    "Section", \.section, .prose, .section, also: Headings.section)
  package static let hours: Field<Self, [HourSpan]> = Field(
    "Hours", \.hours, .hours, .hours, also: Headings.hours)
  package static let vehicle: Field<Self, String> = Field(
    "Vehicle", \.vehicle, .prose, Phrase("车辆", "車輛", "Vehicle"),
    also: ["驾驶车辆", "车牌", "车牌号", "车号", "车牌号码"])
  package static let employer: Field<Self, String> = Field(
    "Employer", \.employer, .prose, Phrase("所属公司", "所屬公司", "Employer"),
    also: ["出租公司", "所属环卫单位", "环卫单位", "工作单位"])
  package static let unit: Field<Self, String> = Field(
    "Unit", \.unit, .unit, .unit, also: Headings.unit)
  package static let phone: Field<Self, String?> = Field(
    optional: "Phone", \.phone, .phone, .phone, also: Headings.phone)
  package static let identity: Field<Self, String?> = Field(
    optional: "Identity", \.identity, .identity, .identity, also: Headings.identity)
  package static let enrolled: Field<Self, Day?> = Field(
    optional: "Enrolled", \.enrolled, .day, Phrase("入平台", "入平臺", "Enrolled"), also: ["入平台日期"])
  package static let since: Field<Self, Day?> = Field(
    optional: "Since", \.since, .day, .joined, also: ["登记日期", "加入日期", "起"])
  package static let until: Field<Self, Day?> = Field(
    optional: "Until", \.until, .day, .left, also: ["退出日期", "止"])
  package static let sameAs: Field<Self, String?> = Field(
    optional: "SameAs", \.sameAs, .key, .sameAs)
  package static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, .remark, also: Headings.remark)

  package static let schema = Schema(
    "Informant", Phrase("信息员", "信息員", "Informants"),
    Informant.init(
      code:alias:name:pinyin:kind:section:hours:vehicle:employer:unit:phone:identity:enrolled:since:
      until:sameAs:remark:), Self.code, Self.alias, Self.name, Self.pinyin, Self.kind, Self.section,
    Self.hours, Self.vehicle, Self.employer, Self.unit, Self.phone, Self.identity, Self.enrolled,
    Self.since, Self.until, Self.sameAs, Self.remark)

  package static let layout = RegisterLayout(
    .people, numbering: .ofStation(letter: "I"), name: Self.name,
    alias: Alias(
      Self.alias, foundBy: FieldList(Self.alias, Self.section, Self.vehicle, Self.code),
      made: Self.alias(of:)),
    place: Self.unit, since: Self.since, end: Self.until, reading: Self.pinyin,
    sameAs: Self.sameAs, alike: FieldList(Self.unit, Self.section),
    asked: FieldList(
      Self.kind, Self.name, Self.section, Self.vehicle, Self.phone, Self.hours, Self.employer,
      Self.unit, Self.identity, Self.alias, Self.enrolled, Self.since, Self.until, Self.pinyin,
      Self.remark, Self.code),
    applying: Dictionary(uniqueKeysWithValues: [
      applies(Self.vehicle, where: Self.kind, is: [.taxi])
    ]),
    listed: FieldList(
      Self.kind, Self.section, Self.phone, Self.hours, Self.vehicle, Self.alias, Self.employer),
    usual: .today(
      Self.enrolled.column, called: Phrase("登记入平台", "登記入平臺", "Enrol"),
      pinyin: "deng ji ru ping tai")
  ) { about in
    [Self.kind.says("sanitation"), Self.unit.says(about.unit), Self.since.says(about.today.text)]
  }

  package var named: Named { Named(code, alias) }

  /// What an informant is called where names may be seen: kind and number.
  @Sendable private static func alias(of texts: [String: String]) -> String {
    let kind = InformantKind(rawValue: texts[Self.kind] ?? "") ?? .sanitation
    let number = (texts[Self.code] ?? "").split(separator: "-").last.map(String.init) ?? ""
    return kind.label[.hans] + number
  }
}

extension FieldType where Value == String {
  /// One line or none: one is made where the record is written.
  package static let alias = FieldType(
    entry: .line, expected: Phrase("一行文字", "一行文字", "one line of text"), recType: "line",
    parse: { $0.contains("\n") ? nil : FieldText.clean($0) }, print: { $0 })
}

package enum InformantKind: String, Choice {
  case sanitation, taxi
  package static let table = "informant"

  package var label: Phrase {
    switch self {
    case .sanitation: Phrase("环卫保洁", "環衛保潔", "Sanitation")
    case .taxi: Phrase("出租车", "出租車", "Taxi")
    }
  }
}
