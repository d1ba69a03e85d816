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
  /// The unit that took this one's place.
  package let sameAs: String?

  package static let file = "units"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code)
  package static let name: Field<Self, String> = Field("Name", \.name, .line, .name)
  package static let pinyin: Field<Self, String> = Field("Pinyin", \.pinyin, .prose, .pinyin)
  package static let kind: Field<Self, UnitKind> = Field(
    "Kind", \.kind, .choice, Phrase("类别", "類別", "Kind"))
  package static let parent: Field<Self, String> = Field(
    "Parent", \.parent, .unitOrNone, Phrase("上级", "上級", "Parent"), also: ["上级单位"])
  package static let station: Field<Self, String> = Field(
    "Station", \.station, .unitOrNone, Phrase("派出所", "派出所", "Station"))
  package static let until: Field<Self, Day?> = Field(
    optional: "Until", \.until, .day, .until, also: ["止"])
  package static let sameAs: Field<Self, String?> = Field(
    optional: "SameAs", \.sameAs, .key, .sameAs)

  package static let schema = Schema(
    "Unit", Phrase("单位", "單位", "Units"),
    Unit.init(code:name:pinyin:kind:parent:station:until:sameAs:), Self.code, Self.name,
    Self.pinyin, Self.kind, Self.parent, Self.station, Self.until, Self.sameAs)

  package static let layout = RegisterLayout(
    .units, numbering: .below(Self.parent.column, width: 2), name: Self.name, place: Self.code,
    end: Self.until, reading: Self.pinyin, sameAs: Self.sameAs,
    mergedWithin: FieldList(Self.kind),
    asked: FieldList(
      Self.name, Self.kind, Self.code, Self.parent, Self.station, Self.pinyin, Self.until),
    listed: FieldList(Self.kind, Self.parent, Self.station, Self.until)
  ) { about in
    [
      Self.kind.says("village"), Self.parent.says(about.unit),
      Self.station.says(about.snapshot.station.unit),
    ]
  }
}

extension Phrase {
  package static let code = Phrase("代号", "代號", "Code")
  package static let name = Phrase("名称", "名稱", "Name")
  package static let pinyin = Phrase("拼音", "拼音", "Pinyin")
  package static let since = Phrase("启用日期", "啟用日期", "Since")
  package static let until = Phrase("停用日期", "停用日期", "Until")
  /// The first and the last day of a person; of a thing it is `since` and `until`.
  package static let joined = Phrase("入队", "入隊", "Since")
  package static let left = Phrase("离队", "離隊", "Until")
  package static let remark = Phrase("备注", "備註", "Remark")
}

extension FieldType where Value == String {
  /// A unit by its code, or none.
  package static let unitOrNone = FieldType(
    entry: .reference(.unit), expected: .oneOfTheList,
    parse: { $0.isEmpty || FieldText.isKey($0) ? $0 : nil }, print: { $0 })
}

extension Unit {
  /// Refuses a unit that would stand below itself.
  package func check(in snapshot: Snapshot) throws(RegisterRefusal) {
    var (above, seen): (String, Set<String>) = (parent, [])
    while !above.isEmpty, seen.insert(above).inserted {
      guard above != code else { throw .notBelow(code: code, unit: code) }
      above = snapshot.unit(above)?.parent ?? ""
    }
  }
}
