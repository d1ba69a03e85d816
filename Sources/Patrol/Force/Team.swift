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
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code)
  package static let name: Field<Self, String> = Field("Name", \.name, .line, .name)
  package static let pinyin: Field<Self, String> = Field("Pinyin", \.pinyin, .prose, .pinyin)
  package static let tier: Field<Self, Tier> = Field(
    "Tier", \.tier, .choice, Phrase("层级", "層級", "Tier"))
  package static let unit: Field<Self, String> = Field(
    "Unit", \.unit, .unit, Phrase("所属单位", "所屬單位", "Unit"))
  package static let establishedBy: Field<Self, String> = Field(
    "EstablishedBy", \.establishedBy, .prose, Phrase("组建单位", "組建單位", "Set up by"))
  package static let managedBy: Field<Self, String> = Field(
    "ManagedBy", \.managedBy, .prose, Phrase("管理单位", "管理單位", "Managed by"))
  package static let officer: Field<Self, Named?> = Field(
    optional: "Officer", \.officer, .officer, Phrase("责任民警", "責任民警", "Officer"))
  package static let floor: Field<Self, Int?> = Field(
    optional: "Floor", \.floor, .count(0...9999), Phrase("应有人数", "應有人數", "Strength due"))
  package static let focus: Field<Self, [String]> = Field(
    "Focus", \.focus, .codes("focus"), Phrase("重点部位", "重點部位", "Focus areas"))
  package static let route: Field<Self, String> = Field(
    "Route", \.route, .prose, Phrase("常巡路段", "常巡路段", "Usual route"))
  package static let since: Field<Self, Day?> = Field(
    optional: "Since", \.since, .day, .since, also: ["起"])
  package static let until: Field<Self, Day?> = Field(
    optional: "Until", \.until, .day, .until, also: ["止"])

  package static let schema = Schema(
    "Team", Phrase("队伍", "隊伍", "Teams"),
    Team.init(
      code:name:pinyin:tier:unit:establishedBy:managedBy:officer:floor:focus:route:since:until:),
    Self.code, Self.name, Self.pinyin, Self.tier, Self.unit, Self.establishedBy, Self.managedBy,
    Self.officer, Self.floor, Self.focus, Self.route, Self.since, Self.until)

  package static let layout = RegisterLayout(
    .units, numbering: .likeOrBelow(Self.unit.column, width: 1), name: Self.name,
    place: Self.code, since: Self.since, end: Self.until, reading: Self.pinyin,
    asked: FieldList(
      Self.name, Self.tier, Self.unit, Self.code, Self.establishedBy, Self.managedBy, Self.officer,
      Self.floor, Self.focus, Self.route, Self.pinyin, Self.since, Self.until),
    listed: FieldList(Self.tier, Self.unit, Self.officer, Self.managedBy, Self.floor, Self.until)
  ) { about in [Self.tier.says("village"), Self.since.says(about.today.text)] }

  package var named: Named { Named(code, name) }

  /// Refuses the code of a station, whose own books are called by it (R8).
  package func check(in snapshot: Snapshot) throws {
    if snapshot.isStation(code) { throw EntryRefusal.codeTaken(code) }
  }
}

extension FieldType where Value == String {
  package static let unit = FieldType(
    entry: .reference(.unit), expected: .oneOfTheList,
    parse: { FieldText.isKey($0) ? $0 : nil }, print: { $0 })
  package static let teamCode = FieldType(
    entry: .reference(.team), expected: .oneOfTheList,
    parse: { FieldText.isKey($0) ? $0 : nil }, print: { $0 })
}

extension FieldType where Value == Named {
  package static let officer = FieldType(
    entry: .reference(.officer), expected: .oneOfTheList, parse: { Named($0) }, print: \.text)
}
