import Patrol
import Records
import Wording

extension FormPlan {
  /// An inspection, or one whose team is still to be named; both sides sign it once it is saved.
  ///
  /// - Parameter settles: a page with a problem that is looked at again: it names the book and is filled in.
  static func inspection(team: String?, day: Day, settles: PageID? = nil) -> FormPlan {
    let kind = PageKind.inspection
    var plan = FormPlan(
      Phrase("记检查", "記檢查", "Record an inspection"), kind.formColumns,
      asked: kind.layout.asked.map(\.name),
      draft: DraftName("inspection", of: team, on: day),
      beginning: { world in
        let beginning = InspectionBeginning(world.beginning)
        var draft = beginning.draft(team: team, day: day)
        if let settles {
          for (name, text) in beginning.sideValues(settles.book.owner) { draft[name] = text }
          draft["Settles"] = "\(settles.number)"
        }
        return draft
      },
      ending: { draft, _, _ throws(FieldError) in
        .command(.inspect(try draft.read(Inspection.schema)))
      })
    plan.rare = kind.layout.rare.map(\.name)
    plan.rules = { rules(kind, in: $0) }
    plan.openNote = Phrase("有问题未销号 ", "有問題未銷號 ", "open problems ")
    // What is open from earlier inspections of the team is to be looked at again (R30).
    plan.opening = { draft, _ in
      guard let team = Named(draft["Inspected"])?.code,
        let side = Named(draft["Inspecting"])?.code
      else { return [] }
      return [.perform(.recallInspections(inspecting: side, inspected: team))]
    }
    plan.following = inspectionFollowing
    plan.beside = open(beside: ["Settles", "Problems", "Found"])
    plan.sentence = { draft, world in
      let sentence = InspectionSentence(draft, world.snapshot)
      let warnings = InspectionWarnings(
        draft, world.ledger, world.snapshot, now: world.now.moment)
      return FormSentence(
        sentence.text, missing: sentence.missing, warnings: warnings.all, in: world.language)
    }
    plan.known = { form, world in [PatrolKnown.roll(form, world)].compactMap { $0 } }
    plan.after = signing
    return plan
  }

  @Sendable private static func inspectionFollowing(
    _ old: Draft, _ new: Draft, in world: World
  ) -> Consequences {
    let beginning = InspectionBeginning(world.beginning)
    /// - Parameter values: what the change fills in: a team may bring another inspecting side.
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
    let day = Day(new["Date"]) ?? world.day
    if old["Decision"] != new["Decision"], new["Decision"] == "deadline", new["By"].isEmpty {
      return (["By": (day + 3).text], [])
    }
    return (FollowsFromPoints(world.codes, world.language).values(old, new, day: day), [])
  }
}
