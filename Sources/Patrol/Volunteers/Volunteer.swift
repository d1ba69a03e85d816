import Records
import Wording

/// A volunteer patrol member (R29): receives prompts for a section and hours.
package struct Volunteer: Hashable, Sendable, Registered {
  package let code: String
  package let name: String
  package let pinyin: String
  package let section: String
  package let hours: [HourSpan]
  package let unit: String
  package let phone: String?
  package let identity: String?
  package let since: Day?
  package let until: Day?
  package let sameAs: String?
  package let remark: String

  package static let file = "volunteers"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code, also: ["编号"])
  package static let name: Field<Self, String> = Field(
    "Name", \.name, .personName, .personName, also: Headings.name)
  package static let pinyin: Field<Self, String> = Field("Pinyin", \.pinyin, .prose, .pinyin)
  package static let section: Field<Self, String> = Field(
    "Section", \.section, .prose, .section, also: Headings.section)
  package static let hours: Field<Self, [HourSpan]> = Field(
    "Hours", \.hours, .hours, .hours, also: Headings.hours)
  package static let unit: Field<Self, String> = Field(
    "Unit", \.unit, .unit, .unit, also: Headings.unit)
  package static let phone: Field<Self, String?> = Field(
    optional: "Phone", \.phone, .phone, .phone, also: Headings.phone)
  package static let identity: Field<Self, String?> = Field(
    optional: "Identity", \.identity, .identity, .identity, also: Headings.identity)
  package static let since: Field<Self, Day?> = Field(
    optional: "Since", \.since, .day, .joined, also: ["登记日期", "加入日期", "起"])
  package static let until: Field<Self, Day?> = Field(
    optional: "Until", \.until, .day, .left, also: ["退出日期", "止"])
  package static let sameAs: Field<Self, String?> = Field(
    optional: "SameAs", \.sameAs, .key, .sameAs)
  package static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, .remark, also: Headings.remark)

  package static let schema = Schema(
    "Volunteer", Phrase("义务巡防队员", "義務巡防隊員", "Volunteers"),
    Volunteer.init(
      code:name:pinyin:section:hours:unit:phone:identity:since:until:sameAs:remark:), Self.code,
    Self.name, Self.pinyin, Self.section, Self.hours, Self.unit, Self.phone, Self.identity,
    Self.since, Self.until, Self.sameAs, Self.remark)

  package static let layout = RegisterLayout(
    .people, numbering: .ofStation(letter: "V"), name: Self.name, place: Self.unit,
    since: Self.since, end: Self.until, reading: Self.pinyin, sameAs: Self.sameAs,
    alike: FieldList(Self.unit, Self.section),
    asked: FieldList(
      Self.name, Self.section, Self.hours, Self.phone, Self.unit, Self.identity, Self.since,
      Self.until, Self.pinyin, Self.remark, Self.code),
    listed: FieldList(Self.section, Self.hours, Self.phone, Self.unit, Self.since)
  ) { about in [Self.unit.says(about.unit), Self.since.says(about.today.text)] }

  package var named: Named { Named(code, name) }
}
