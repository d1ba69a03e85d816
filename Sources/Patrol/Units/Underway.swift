import Records
import Wording

/// A patrol that has gone out and is not yet back (B2).
///
/// Not a page: a page is written at its end.
package struct Underway: Hashable, Sendable, Registered {
  package let team: Named
  package let from: Moment
  package let due: Moment
  package let leader: Named?
  package let present: Int
  package let route: String

  package var code: String { team.code }
  package var name: String { team.name }
  package var pinyin: String { "" }

  package static let file = "underway"
  package static let schema = Schema(
    "Underway", Phrase("在巡", "在巡", "Under way"),
    Underway.init(team:from:due:leader:present:route:),
    Field("Team", \.team, .team, Phrase("队伍", "隊伍", "Team")),
    Field("From", \.from, .moment, Phrase("出发", "出發", "Out")),
    Field("Due", \.due, .moment, Phrase("应归", "應歸", "Due back")),
    Field(optional: "Leader", \.leader, .person, Phrase("带队", "帶隊", "Leader")),
    Field("Strength", \.present, .count(0...500), Phrase("人数", "人數", "Strength")),
    Field("Route", \.route, .prose, Phrase("路段（部位）", "路段（部位）", "Route")))

  package static let layout = RegisterLayout(
    .things, letter: "O", asked: ["Team", "From", "Due", "Leader", "Strength", "Route"], listed: [])
}
