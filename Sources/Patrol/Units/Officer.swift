import Records
import Wording

/// A police officer who answers for teams, or is on duty in the station.
package struct Officer: Hashable, Sendable, Registered {
  package let code: String
  package let name: String
  package let pinyin: String
  package let unit: String
  package let phone: String?
  package let until: Day?

  package static let file = "officers"
  package static let schema = Schema(
    "Officer", Phrase("民警", "民警", "Officers"),
    Officer.init(code:name:pinyin:unit:phone:until:),
    Field("Code", \.code, .key, .code, also: ["警号", "编号"]),
    Field("Name", \.name, .personName, .personName, also: Headings.name),
    Field("Pinyin", \.pinyin, .prose, .pinyin),
    Field("Unit", \.unit, .unit, .unit, also: Headings.unit),
    Field(optional: "Phone", \.phone, .phone, .phone, also: Headings.phone),
    Field(optional: "Until", \.until, .day, .until))

  package static let layout = RegisterLayout(
    .people, letter: "P", asked: ["Name", "Phone", "Unit", "Until", "Pinyin", "Code"],
    listed: ["Unit", "Phone", "Until"]
  ) { about in ["Unit": about.library.station.unit] }

  package var named: Named { Named(code, name) }
}
