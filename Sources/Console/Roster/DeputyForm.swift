import Patrol
import Records
import Wording

extension FormPlan {
  /// Who signs for a team's leader on a day (R22).
  static func deputy(team: String) -> FormPlan {
    FormPlan(
      Phrase("指定当日代签人", "指定當日代簽人", "Deputy of the day"), Deputy.schema.columns,
      asked: ["Person", "Date"], draft: DraftName("deputy", team),
      beginning: { world in Draft(["Team": team, "Date": world.day.text]) },
      ending: { draft, _, world throws(FieldError) in
        // One deputy a team and day: naming another takes the place of the first.
        var draft = draft
        draft["Code"] = Deputy.code(team, Day(draft["Date"]) ?? world.day)
        _ = try draft.read(Deputy.schema)
        let old = world.snapshot.deputies.last { $0.code == draft["Code"] }
        return .command(
          .put(RegisterRecord(.deputies, draft.texts, seen: old.map(Deputy.schema.texts))))
      })
  }
}
