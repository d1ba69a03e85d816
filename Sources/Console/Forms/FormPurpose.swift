import Patrol
import Records
import Wording

/// What a form is for: which fields it asks, what it begins with, what comes of it.
enum FormPurpose: Hashable, Sendable {
  case patrol(team: String?, day: Day, from: Moment?)
  case inspection(team: String?, day: Day)
  /// A page of a kind that needs no form of its own.
  case page(PageKind, day: Day)

  var title: Phrase {
    switch self {
    case .patrol: Phrase("记巡逻", "記巡邏", "Record a patrol")
    case .inspection: Phrase("记检查", "記檢查", "Record an inspection")
    case .page(let kind, _): Phrase("记", "記", "New: ") + kind.title
    }
  }

  var columns: [Column] {
    switch self {
    case .patrol: PatrolEntry.schema.columns
    case .inspection: Inspection.schema.columns
    case .page(let kind, _): kind.columns
    }
  }

  /// The fields asked for, in the order in which the caret meets them.
  private var names: [String] {
    switch self {
    case .patrol: PageKind.patrol.layout.asked.map(\.name)
    case .inspection: PageKind.inspection.layout.asked.map(\.name)
    case .page(let kind, _): kind.layout.asked.map(\.name)
    }
  }

  /// Fields that tell of the plan and may be taken over: never times, people or findings.
  var planFields: [String] {
    switch self {
    case .patrol: ["Route", "Mode", "Weather", "Focus", "Turnout", "Leader"]
    default: []
    }
  }

  var draftName: DraftName {
    switch self {
    case .patrol(let team, let day, _): DraftName("patrol", of: team, on: day)
    case .inspection(let team, let day): DraftName("inspection", of: team, on: day)
    case .page(let kind, let day): DraftName("page", kind.name, day.text)
    }
  }

  /// The form for it, as a value.
  var plan: FormPlan {
    var plan = FormPlan(
      title, columns, asked: names, from: firstField, draft: draftName, beginning: beginning(in:),
      ending: { draft, _, _ throws(FieldError) in try ending(draft) })
    plan.planFields = planFields
    plan.following = { consequences($0, $1, in: $2) }
    plan.after = following
    switch self {
    case .patrol(let team, _, _):
      plan.opening = { _, _ in team.map { [.perform(.recall(team: $0))] } ?? [] }
      plan.beside = FormPlan.open(beside: ["Handover", "Settles", "Found"])
    case .inspection(let team, _):
      plan.openNote = Phrase("有问题未销号 ", "有問題未銷號 ", "open problems ")
      plan.opening = { draft, _ in
        guard let team, let side = Named(draft["Inspecting"])?.code else { return [] }
        return [.perform(.recallInspections(inspecting: side, inspected: team))]
      }
      plan.beside = FormPlan.open(beside: ["Settles", "Problems", "Found"])
    default: break
    }
    return plan
  }

  // MARK: Beginning

  private var firstField: String {
    switch self {
    case .patrol(nil, _, _): "Team"
    case .patrol(_, _, let from): from == nil ? "From" : "Found"
    case .inspection(nil, _): "Inspected"
    case .inspection: "From"
    case .page(let kind, _): kind.layout.asked.first?.name ?? ""
    }
  }

  private func beginning(in world: World) -> Draft {
    switch self {
    case .patrol(let team, let day, let from):
      return PatrolBeginning(world.beginning, ledger: world.ledger).draft(
        team: team, day: day, from: from)
    case .inspection(let team, let day):
      return InspectionBeginning(world.beginning).draft(team: team, day: day)
    case .page(let kind, let day):
      return Draft(
        kind.layout.texts(PageBeginning(world.library, day: day, now: world.now.moment)))
    }
  }
}
