import Records
import Wording

/// When a team is to be out (R27): weekdays, times, where.
///
/// Fills in the patrol form.
package struct RosterLine: Hashable, Sendable, Registered {
  package let code: String
  package let team: String
  /// Days of the week, 1 Monday … 7 Sunday: `1 3 5`.
  package let weekdays: [String]
  package let from: Int
  package let to: Int
  package let route: String

  package var name: String { team }
  package var pinyin: String { "" }

  package static let file = "roster"
  package static let schema = Schema(
    "Roster", Phrase("勤务安排", "勤務安排", "Roster"),
    RosterLine.init(code:team:weekdays:from:to:route:),
    Field("Code", \.code, .key, .code),
    Field("Team", \.team, .teamCode, Phrase("队伍", "隊伍", "Team")),
    Field("Weekdays", \.weekdays, .codes("weekday"), Phrase("星期", "星期", "Weekdays")),
    Field("From", \.from, .clock, Phrase("起", "起", "From")),
    Field("To", \.to, .clock, Phrase("止", "止", "To")),
    Field("Route", \.route, .prose, Phrase("路段", "路段", "Route")))
}
