import Patrol
import Records
import Wording

/// What follows from a change in a form, and what comes of it when it is complete.
extension FormPurpose {
  // MARK: Following from a change

  /// Fields that follow from a change of another, and what has to be asked for.
  func consequences(_ old: Draft, _ new: Draft, in world: World) -> (
    values: [String: String], effects: [Effect]
  ) {
    if case .inspection = self { return inspectionConsequences(old, new, in: world) }
    guard case .patrol = self else { return ([:], []) }
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

  private func inspectionConsequences(_ old: Draft, _ new: Draft, in world: World) -> (
    values: [String: String], effects: [Effect]
  ) {
    let beginning = InspectionBeginning(world.beginning)
    func recall(_ values: [String: String]) -> [Effect] {
      let side = Named(values["Inspecting"] ?? new["Inspecting"])?.code ?? ""
      return [
        .perform(
          .recallInspections(inspecting: side, inspected: Named(new["Inspected"])?.code ?? ""))
      ]
    }
    if old["Inspected"] != new["Inspected"], let team = Named(new["Inspected"])?.code {
      let values = beginning.teamValues(team)
      return (values, recall(values))
    }
    if old["Inspecting"] != new["Inspecting"], let side = Named(new["Inspecting"])?.code {
      return (beginning.sideValues(side), recall([:]))
    }
    if old["Decision"] != new["Decision"], new["Decision"] == "deadline", new["By"].isEmpty {
      return (["By": ((Day(new["Date"]) ?? world.day) + 3).text], [])
    }
    return ([:], [])
  }

  // MARK: Ending

  func ending(_ draft: Draft) throws(FieldError) -> FormPlan.Ending {
    switch self {
    case .patrol: return .command(.record(try draft.read(PatrolEntry.schema)))
    case .inspection: return .command(.inspect(try draft.read(Inspection.schema)))
    case .page(let kind, _):
      _ = try kind.body(draft.texts)
      return .command(.write(NewPage(kind, draft.texts)))
    }
  }

  /// Whether a page that is saved waits for signatures.
  private var isSignedAtOnce: Bool {
    switch self {
    case .inspection: true
    case .page(let kind, _): kind.firstAwaited != nil
    default: false
    }
  }

  /// Where a saved form leads: an inspection to both sides' signatures.
  func following(_ outcome: Outcome) -> [Effect] {
    if isSignedAtOnce, case .recorded(let page) = outcome {
      return [.turnTo(.sign(.page(page.id)))]
    }
    return [.close]
  }
}
