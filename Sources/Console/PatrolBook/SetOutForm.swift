import Patrol
import Records
import Wording

extension FormPlan {
  /// A patrol that goes out now; for one that is out, its mark to be put right.
  ///
  /// A mark and no page (B2): the patrol's entry ends it.
  static func setOut(team: String) -> FormPlan {
    var plan = FormPlan(
      Phrase("出巡", "出巡", "Gone out"), Underway.schema.columns,
      asked: ["Team", "From", "Due", "Leader", "Strength", "Route"], from: "Due",
      draft: DraftName("out", team), standing: { mark(team, in: $0) },
      beginning: { world in
        mark(team, in: world).map { Draft($0) }
          ?? PatrolBeginning(world.beginning).outDraft(team: team)
      },
      ending: { draft, standing, _ throws(FieldError) in
        .command(
          .setOut(
            try draft.read(Underway.schema),
            instead: try standing.map { texts throws(FieldError) in
              try Draft(texts).read(Underway.schema)
            }))
      })
    plan.isWhole = { _, _ in true }
    return plan
  }

  private static func mark(_ team: String, in world: World) -> [String: String]? {
    world.snapshot.underway(of: team).map(Underway.schema.texts)
  }
}
