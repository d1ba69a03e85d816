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
    Field("Code", \.code, .key, .code),
    Field("Name", \.name, .personName, Phrase("姓名", "姓名", "Name")),
    Field("Pinyin", \.pinyin, .prose, .pinyin),
    Field("Unit", \.unit, .unit, Phrase("单位", "單位", "Unit")),
    Field(optional: "Phone", \.phone, .phone, Phrase("电话", "電話", "Phone")),
    Field(optional: "Until", \.until, .day, .until))

  package var named: Named { Named(code, name) }
}
