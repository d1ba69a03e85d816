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
  package static let schema = Schema(
    "Route", Phrase("巡逻路线", "巡邏路線", "Routes"),
    Route.init(code:name:pinyin:team:points:minutes:until:remark:),
    Field("Code", \.code, .key, .code, also: ["编号"]),
    Field("Name", \.name, .personName, .name, also: ["路线名称", "路线"]),
    Field("Pinyin", \.pinyin, .prose, .pinyin),
    Field("Team", \.team, .teamCode, Phrase("队伍", "隊伍", "Team"), also: Headings.team),
    Field("Points", \.points, .pointNames, Phrase("必巡点", "必巡點", "Check points"), also: ["点位"]),
    Field(
      optional: "Minutes", \.minutes, .count(1...960), Phrase("用时（分）", "用時（分）", "Minutes"),
      also: ["用时"]),
    Field(optional: "Until", \.until, .day, .until),
    Field("Remark", \.remark, .prose, .remark, also: Headings.remark))

  package static let layout = RegisterLayout(
    .things, letter: "R",
    asked: ["Name", "Team", "Points", "Minutes", "Until", "Pinyin", "Remark", "Code"],
    listed: ["Team", "Points", "Minutes"]
  ) { about in ["Team": about.team?.code ?? ""] }

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
