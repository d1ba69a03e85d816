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
  package static let schema = Schema(
    "Volunteer", Phrase("义务巡防队员", "義務巡防隊員", "Volunteers"),
    Volunteer.init(
      code:name:pinyin:section:hours:unit:phone:identity:since:until:sameAs:remark:),
    Field("Code", \.code, .key, .code, also: ["编号"]),
    Field("Name", \.name, .personName, .personName, also: Headings.name),
    Field("Pinyin", \.pinyin, .prose, .pinyin),
    Field("Section", \.section, .prose, .section, also: Headings.section),
    Field("Hours", \.hours, .hours, .hours, also: Headings.hours),
    Field("Unit", \.unit, .unit, .unit, also: Headings.unit),
    Field(optional: "Phone", \.phone, .phone, .phone, also: Headings.phone),
    Field(optional: "Identity", \.identity, .identity, .identity, also: Headings.identity),
    Field(optional: "Since", \.since, .day, .since, also: ["登记日期", "加入日期"]),
    Field(optional: "Until", \.until, .day, .until, also: ["退出日期"]),
    Field(optional: "SameAs", \.sameAs, .key, .sameAs),
    Field("Remark", \.remark, .prose, .remark, also: Headings.remark))

  package static let layout = RegisterLayout(
    .people, letter: "V",
    asked: [
      "Name", "Section", "Hours", "Phone", "Unit", "Identity", "Since", "Until", "Pinyin",
      "Remark", "Code",
    ],
    listed: ["Section", "Hours", "Phone", "Unit", "Since"]
  ) { about in ["Unit": about.unit, "Since": about.today.text] }

  package var named: Named { Named(code, name) }
}
