import Patrol
import Records
import Wording

extension FormPlan {
  /// A patrol that goes out now.
  ///
  /// A mark and no page (B2): the patrol's entry ends it.
  static func setOut(team: String) -> FormPlan {
    FormPlan(
      Phrase("出巡", "出巡", "Gone out"), Underway.schema.columns,
      asked: ["Team", "From", "Due", "Leader", "Strength", "Route"], from: "Due",
      draft: DraftName("out", team),
      beginning: { world in PatrolBeginning(world.beginning).outDraft(team: team) },
      ending: { draft, _, _ throws(FieldError) in
        .command(.setOut(try draft.read(Underway.schema)))
      })
  }
}
