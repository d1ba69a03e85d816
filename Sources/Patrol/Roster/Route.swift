import Records
import Wording

/// A patrol route with the points that have to be passed (R27).
package struct Route: Hashable, Sendable, Registered {
  package let code: String
  package let name: String
  package let pinyin: String
  package let team: String
  /// Check points in the order in which they are passed.
  package let points: [String]
  /// How long it usually takes.
  package let minutes: Int?
  package let until: Day?
  package let remark: String

  package static let file = "routes"
  package static let code: Field<Self, String> = Field("Code", \.code, .key, .code, also: ["编号"])
  package static let name: Field<Self, String> = Field(
    "Name", \.name, .thingName, .name, also: ["路线名称", "路线"])
  package static let pinyin: Field<Self, String> = Field("Pinyin", \.pinyin, .prose, .pinyin)
  package static let team: Field<Self, String> = Field(
    "Team", \.team, .teamCode, Phrase("队伍", "隊伍", "Team"), also: Headings.team)
  package static let points: Field<Self, [String]> = Field(
    "Points", \.points, .pointNames, Phrase("必巡点", "必巡點", "Check points"), also: ["点位"])
  package static let minutes: Field<Self, Int?> = Field(
    optional: "Minutes", \.minutes, .count(1...960), Phrase("用时（分）", "用時（分）", "Minutes"),
    also: ["用时"])
  package static let until: Field<Self, Day?> = Field(
    optional: "Until", \.until, .day, .until, also: ["止"])
  package static let remark: Field<Self, String> = Field(
    "Remark", \.remark, .prose, .remark, also: Headings.remark)

  package static let schema = Schema(
    "Route", Phrase("巡逻路线", "巡邏路線", "Routes"),
    Route.init(code:name:pinyin:team:points:minutes:until:remark:), Self.code, Self.name,
    Self.pinyin, Self.team, Self.points, Self.minutes, Self.until, Self.remark)

  package static let layout = RegisterLayout(
    .things, in: .roster, numbering: .ofStation(letter: "R"), name: Self.name,
    place: Self.team, end: Self.until, reading: Self.pinyin,
    asked: FieldList(
      Self.name, Self.team, Self.points, Self.minutes, Self.until, Self.pinyin, Self.remark,
      Self.code),
    listed: FieldList(Self.team, Self.points, Self.minutes)
  ) { about in [Self.team.says(about.team?.code ?? "")] }

  package var named: Named { Named(code, name) }
}

extension FieldType where Value == [String] {
  /// Names of places between `; ` — `；`, `、` and `，` are taken for it when they are typed.
  package static let pointNames = FieldType(
    entry: .places,
    expected: Phrase(
      "点位名称，用“、”隔开", "點位名稱，用「、」隔開", "names of points between “; ”"),
    parse: { text in
      guard !text.isEmpty else { return [] }
      let names = text.split(separator: ";", omittingEmptySubsequences: false)
        .map { String($0).trimmingBlanks() }
      let isRight = names.allSatisfy {
        !$0.isEmpty && $0.count <= 30 && !$0.contains("\n") && FieldText.clean($0) != nil
          && !$0.contains(",")
      }
      return isRight && Set(names).count == names.count ? names : nil
    },
    print: { $0.joined(separator: "; ") })
}
