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
  package static let code: Field<Self, String> = Field(
    "Code", \.code, .key, .code, also: ["警号", "编号"])
  package static let name: Field<Self, String> = Field(
    "Name", \.name, .personName, .personName, also: Headings.name)
  package static let pinyin: Field<Self, String> = Field("Pinyin", \.pinyin, .prose, .pinyin)
  package static let unit: Field<Self, String> = Field(
    "Unit", \.unit, .unit, .unit, also: Headings.unit)
  package static let phone: Field<Self, String?> = Field(
    optional: "Phone", \.phone, .phone, .phone, also: Headings.phone)
  package static let until: Field<Self, Day?> = Field(
    optional: "Until", \.until, .day, .left, also: ["止"])

  package static let schema = Schema(
    "Officer", Phrase("民警", "民警", "Officers"), Officer.init(code:name:pinyin:unit:phone:until:),
    Self.code, Self.name, Self.pinyin, Self.unit, Self.phone, Self.until)

  package static let layout = RegisterLayout(
    .people, numbering: .ofStation(letter: "P", width: 3), name: Self.name, place: Self.unit,
    end: Self.until, reading: Self.pinyin,
    asked: FieldList(Self.name, Self.phone, Self.unit, Self.until, Self.pinyin, Self.code),
    listed: FieldList(Self.unit, Self.phone, Self.until)
  ) { about in [Self.unit.says(about.snapshot.station.unit)] }

  package var named: Named { Named(code, name) }

  package func isActive(on day: Day) -> Bool { until.map { day < $0 } ?? true }
}

extension Snapshot {
  /// The station's own officers.
  package var officersInForce: [Officer] {
    officers.filter { $0.unit == station.unit && $0.isActive(on: today) }
  }
}
