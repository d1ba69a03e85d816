import Patrol
import Records
import Wording

extension FormPlan {
  /// A patrol that is back, one that goes out, or the team whose patrol it is still to be named.
  ///
  /// - Parameters:
  ///   - day: the patrol day that is meant.
  ///   - from: when it went out, if that was noted and it comes back now.
  static func patrol(team: String?, day: Day, from: Moment?) -> FormPlan {
    let kind = PageKind.patrol
    var plan = FormPlan(
      Phrase("记巡逻", "記巡邏", "Record a patrol"), kind.formColumns,
      asked: kind.layout.asked.map(\.name), from: from == nil ? "Team" : "Crew",
      draft: DraftName("patrol", of: team, on: day),
      beginning: { world in
        PatrolBeginning(world.beginning).draft(
          team: team, day: day, from: from)
      },
      ending: { draft, _, world throws(FieldError) in
        if Underway.isTold(in: draft, world.snapshot) {
          return .command(.setOut(try goingOut(draft, in: world)))
        }
        let page = draft.onPage(kind.columns)
        return .command(.record(try page.read(PatrolEntry.schema)))
      })
    plan.rare = kind.layout.rare.map(\.name)
    plan.rules = { rules(kind, in: $0) }
    plan.isOfPatrol = true
    plan.isWhole = { !Underway.isTold(in: $0, $1.snapshot) }
    // Plan, not fact: times, who came and what was found are stated for every patrol.
    plan.planFields = ["Route", "Mode", "Focus", "Turnout", "Leader"]
    // The team of a draft that is gone on with may be another than the chosen one.
    plan.opening = { draft, _ in
      Named(draft["Team"]).map { [.perform(.recall(team: $0.code))] } ?? []
    }
    plan.following = patrolFollowing
    plan.beside = open(beside: ["Handover", "Settles"])
    plan.sentence = { draft, world in
      let sentence = PatrolSentence(draft, world.snapshot)
      let warnings = PatrolWarnings(draft, world.ledger, world.snapshot, now: world.now.moment)
      return FormSentence(
        sentence.text, missing: sentence.missing, warnings: warnings.all, note: warnings.note,
        in: world.language)
    }
    plan.known = PatrolKnown.beside
    return plan
  }

  private static func goingOut(_ draft: Draft, in world: World) throws(FieldError) -> Underway {
    var texts = draft.texts
    if let from = Moment(draft["From"]) {
      texts["Due"] = world.snapshot.station.dueBack(from).text
    }
    texts["Strength"] = "\(Crew.due(draft).count)"
    return try Draft(texts).read(Underway.schema)
  }

  /// Another team brings its own crew, route and turnout, and its earlier entry is asked for.
  @Sendable private static func patrolFollowing(
    _ old: Draft, _ new: Draft, in world: World
  ) -> Consequences {
    if old["Team"] != new["Team"], let team = Named(new["Team"])?.code {
      let about = PageBeginning(
        world.snapshot, day: Day(new["Date"]) ?? world.day, now: world.now.moment)
      let values = PatrolBeginning(about).teamValues(team)
      return (values, [.perform(.recall(team: team))])
    }
    if old["Found"] != new["Found"] {
      // Nothing was found: what was typed of a finding before goes with it.
      if new["Found"] == StatedNothing.code {
        let emptied = PatrolEntry.ofFinding.names.map { ($0, "") }
        return (Dictionary(emptied) { $1 }, [])
      }
      // What looks suspicious is told to the police in the same keystrokes (R9).
      return (["Intelligence": PatrolEntry.isReported(new["Found"]) ? "yes" : ""], [])
    }
    return ([:], [])
  }
}
