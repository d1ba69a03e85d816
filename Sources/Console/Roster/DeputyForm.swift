import Patrol
import Records
import Wording

extension FormPlan {
  /// Who signs for a team's leader on a day (R22): a page of the book of keys and posts, which an officer
  /// signs.
  static func deputy(team: String) -> FormPlan {
    var plan = FormPlan(
      Phrase("指定当日代签人", "指定當日代簽人", "Deputy of the day"), DeputyFields.schema.columns,
      asked: ["Person", "Date"], draft: DraftName("deputy", team),
      beginning: { world in Draft(["Team": team, "Date": world.day.text]) },
      ending: { draft, _, world throws(FieldError) in
        let fields = try draft.read(DeputyFields.schema)
        let officer = KeysScreen.officer(besides: fields.person, world)
        return .secret(
          .deputy(fields.person, team: fields.team, on: fields.date, officer: officer))
      })
    plan.known = { _, world in
      let leader = world.snapshot.leader(of: team)?.name ?? ""
      return [
        Known(
          title: Phrase("代谁签字", "代誰簽字", "Signs for"),
          lines: ["\(world.snapshot.side(team)?.name ?? team)  \(leader)"])
      ]
    }
    return plan
  }
}

/// Who signs, for which team, on which day.
private struct DeputyFields: Sendable {
  let team: String
  let date: Day
  let person: Named

  static let schema = Schema(
    "deputy", Phrase("当日代签人", "當日代簽人", "Deputy of the day"),
    DeputyFields.init(team:date:person:),
    Field("Team", \.team, .teamCode, Phrase("队伍", "隊伍", "Team")),
    Field("Date", \.date, .day, Phrase("巡防日", "巡防日", "Patrol day")),
    Field("Person", \.person, .someone(.teamMember), Phrase("代签人", "代簽人", "Deputy")))
}
