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
  package static let team: Field<Self, Named> = Field(
    "Team", \.team, .team, Phrase("队伍", "隊伍", "Team"))
  package static let from: Field<Self, Moment> = Field(
    "From", \.from, .moment, Phrase("出发", "出發", "Out"))
  package static let due: Field<Self, Moment> = Field(
    "Due", \.due, .moment, Phrase("应归", "應歸", "Due back"))
  package static let leader: Field<Self, Named?> = Field(
    optional: "Leader", \.leader, .person, Phrase("带队", "帶隊", "Leader"))
  package static let present: Field<Self, Int> = Field(
    "Strength", \.present, .count(0...500), Phrase("人数", "人數", "Strength"))
  package static let route: Field<Self, String> = Field(
    "Route", \.route, .prose, Phrase("路段（部位）", "路段（部位）", "Route"))

  package static let schema = Schema(
    "Underway", Phrase("在巡", "在巡", "Under way"), Underway.init(team:from:due:leader:present:route:),
    Self.team, Self.from, Self.due, Self.leader, Self.present, Self.route)

  package static let layout = RegisterLayout(
    .things, numbering: .ofStation(letter: "O"), name: Self.team,
    asked: FieldList(Self.team, Self.from, Self.due, Self.leader, Self.present, Self.route),
    listed: FieldList<Self>())
}

extension Underway {
  /// Whether a patrol's draft tells only that a team goes out: a mark, and no page yet.
  package static func isTold(in draft: Draft, _ snapshot: Snapshot) -> Bool {
    !draft["From"].isEmpty && draft["To"].isEmpty && !Crew.isStated(draft)
      && draft["Found"].isEmpty
      && Named(draft["Team"]).flatMap { snapshot.underway(of: $0.code) } == nil
  }

  /// Whether a patrol of the team that came back then was this one: one that came back before this
  /// set out was another.
  package func isOver(_ back: Moment) -> Bool { back > from }
}
