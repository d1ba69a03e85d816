import Patrol
import Records
import Wording

extension FormPlan {
  /// A patrol that is back, or the team whose patrol it is still to be named.
  ///
  /// - Parameters:
  ///   - day: the patrol day that is meant.
  ///   - from: when it went out, if that was noted: what is left to say begins with what was found.
  static func patrol(team: String?, day: Day, from: Moment?) -> FormPlan {
    let kind = PageKind.patrol
    var plan = FormPlan(
      Phrase("记巡逻", "記巡邏", "Record a patrol"), kind.columns, asked: kind.layout.asked.map(\.name),
      from: team == nil ? "Team" : from == nil ? "From" : "Found",
      draft: DraftName("patrol", of: team, on: day),
      beginning: { world in
        PatrolBeginning(world.beginning, ledger: world.ledger).draft(
          team: team, day: day, from: from)
      },
      ending: { draft, _, _ throws(FieldError) in
        .command(.record(try draft.read(PatrolEntry.schema)))
      })
    // Plan, not fact: times, who came and what was found are stated for every patrol.
    plan.planFields = ["Route", "Mode", "Weather", "Focus", "Turnout", "Leader"]
    plan.opening = { _, _ in team.map { [.perform(.recall(team: $0))] } ?? [] }
    plan.following = patrolFollowing
    plan.beside = open(beside: ["Handover", "Settles", "Found"])
    return plan
  }

  /// Another team brings its own crew, route and turnout, and its earlier entry is asked for.
  @Sendable private static func patrolFollowing(
    _ old: Draft, _ new: Draft, in world: World
  ) -> Consequences {
    if old["Team"] != new["Team"], let team = Named(new["Team"])?.code {
      let values = PatrolBeginning(world.beginning, ledger: world.ledger).teamValues(team)
      return (values, [.perform(.recall(team: team))])
    }
    if old["Found"] != new["Found"], new["Found"].split(separator: " ").contains("suspicious"),
      new["Intelligence"].isEmpty
    {
      // What looks suspicious is told to the police in the same keystrokes (R9).
      return (["Intelligence": "yes"], [])
    }
    return ([:], [])
  }
}
