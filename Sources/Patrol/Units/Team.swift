import Records
import Wording

/// A patrol team of one of the three tiers (R4–R6).
///
/// Who set a team up and who manages it are two relations (requirements, readings).
package struct Team: Hashable, Sendable, Registered {
  package let code: String
  package let name: String
  package let pinyin: String
  package let tier: Tier
  package let unit: String
  package let establishedBy: String
  package let managedBy: String
  package let officer: Named?
  /// Its own floor, where it is not the tier's.
  package let floor: Int?
  package let focus: [String]
  package let route: String
  package let since: Day?
  package let until: Day?

  package static let file = "teams"
  package static let schema = Schema(
    "Team", Phrase("队伍", "隊伍", "Teams"),
    Team.init(
      code:name:pinyin:tier:unit:establishedBy:managedBy:officer:floor:focus:route:since:until:),
    Field("Code", \.code, .key, .code),
    Field("Name", \.name, .line, .name),
    Field("Pinyin", \.pinyin, .prose, .pinyin),
    Field("Tier", \.tier, .choice, Phrase("层级", "層級", "Tier")),
    Field("Unit", \.unit, .unit, Phrase("所属单位", "所屬單位", "Unit")),
    Field("EstablishedBy", \.establishedBy, .prose, Phrase("组建单位", "組建單位", "Set up by")),
    Field("ManagedBy", \.managedBy, .prose, Phrase("管理单位", "管理單位", "Managed by")),
    Field(optional: "Officer", \.officer, .officer, Phrase("责任民警", "責任民警", "Officer")),
    Field(optional: "Floor", \.floor, .count(0...9999), Phrase("应有人数", "應有人數", "Strength due")),
    Field("Focus", \.focus, .codes("focus"), Phrase("重点部位", "重點部位", "Focus areas")),
    Field("Route", \.route, .prose, Phrase("常巡路段", "常巡路段", "Usual route")),
    Field(optional: "Since", \.since, .day, .since),
    Field(optional: "Until", \.until, .day, .until))

  package static let layout = RegisterLayout(
    .units, letter: "Q",
    asked: [
      "Name", "Tier", "Unit", "Code", "EstablishedBy", "ManagedBy", "Officer", "Floor", "Focus",
      "Route", "Pinyin", "Since", "Until",
    ],
    listed: ["Tier", "Unit", "Officer", "ManagedBy", "Floor", "Until"]
  ) { about in ["Tier": "village", "Since": about.today.text] }

  package var named: Named { Named(code, name) }
}

extension FieldType where Value == String {
  package static let unit = FieldType(
    entry: .reference("unit"), expected: .oneOfTheList,
    parse: { FieldText.isKey($0) ? $0 : nil }, print: { $0 })
  package static let teamCode = FieldType(
    entry: .reference("team"), expected: .oneOfTheList,
    parse: { FieldText.isKey($0) ? $0 : nil }, print: { $0 })
}

extension FieldType where Value == Named {
  package static let officer = FieldType(
    entry: .reference("officer"), expected: .oneOfTheList, parse: { Named($0) }, print: \.text)
}
