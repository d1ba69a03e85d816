import Records
import Wording

/// A city, township, community, village, station or department.
package struct Unit: Hashable, Sendable, Registered {
  package let code: String
  package let name: String
  package let pinyin: String
  package let kind: UnitKind
  package let parent: String
  /// The police station that answers for the area.
  package let station: String
  package let until: Day?

  package static let file = "units"
  package static let schema = Schema(
    "Unit", Phrase("单位", "單位", "Units"),
    Unit.init(code:name:pinyin:kind:parent:station:until:),
    Field("Code", \.code, .key, .code),
    Field("Name", \.name, .line, .name),
    Field("Pinyin", \.pinyin, .prose, .pinyin),
    Field("Kind", \.kind, .choice, Phrase("类别", "類別", "Kind")),
    Field("Parent", \.parent, .prose, Phrase("上级", "上級", "Parent")),
    Field("Station", \.station, .prose, Phrase("派出所", "派出所", "Station")),
    Field(optional: "Until", \.until, .day, .until))
}

extension Phrase {
  package static let code = Phrase("代号", "代號", "Code")
  package static let name = Phrase("名称", "名稱", "Name")
  package static let pinyin = Phrase("拼音", "拼音", "Pinyin")
  package static let since = Phrase("起", "起", "Since")
  package static let until = Phrase("止", "止", "Until")
  package static let remark = Phrase("备注", "備註", "Remark")
}

/// A record of a base register: what it is called by, and for how long it holds.
package protocol Registered: Sendable {
  var code: String { get }
  var name: String { get }
  var pinyin: String { get }
  /// The name of its file in `register/<keeper>/`.
  static var file: String { get }
  static var schema: Schema<Self> { get }
  /// Refuses a record that the others don't allow, such as a second full-time place.
  func check(in library: Library) throws
}
