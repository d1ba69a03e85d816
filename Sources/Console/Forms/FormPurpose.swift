import Patrol
import Records
import Wording

/// What a form is for: which fields it asks, what it begins with, what comes of it.
enum FormPurpose: Hashable, Sendable {
  case patrol(team: String?, day: Day, from: Moment?)
  case inspection(team: String?, day: Day)
  /// A page of a kind that needs no form of its own.
  case page(PageKind, day: Day)
  case correction(PageID, PageKind)
  case setOut(team: String)

  var title: Phrase {
    switch self {
    case .patrol: Phrase("记巡逻", "記巡邏", "Record a patrol")
    case .inspection: Phrase("记检查", "記檢查", "Record an inspection")
    case .page(let kind, _): Phrase("记", "記", "New: ") + kind.title
    case .correction(let id, _):
      Phrase("更正 №\(id.number)", "更正 №\(id.number)", "Correct №\(id.number)")
    case .setOut: Phrase("出巡", "出巡", "Gone out")
    }
  }

  var columns: [Column] {
    switch self {
    case .patrol: PatrolEntry.schema.columns
    case .inspection: Inspection.schema.columns
    case .page(let kind, _): kind.columns
    case .correction(_, let kind): kind.columns + [Self.reason]
    case .setOut: Underway.schema.columns
    }
  }

  /// The fields asked for, in the order in which the caret meets them.
  private var names: [String] {
    switch self {
    case .patrol: PageKind.patrol.layout.asked.map(\.name)
    case .inspection: PageKind.inspection.layout.asked.map(\.name)
    case .page(let kind, _): kind.layout.asked.map(\.name)
    case .correction(_, let kind):
      kind.layout.asked.map(\.name).filter { !kind.layout.fixed.contains($0) } + ["Reason"]
    case .setOut: ["Team", "From", "Due", "Leader", "Strength", "Route"]
    }
  }

  private static let reason = ReasonField.schema.columns[0]

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
    case .correction(let id, _): DraftName("correction", id)
    case .setOut(let team): DraftName("out", team)
    }
  }

  /// The form for it, as a value.
  var plan: FormPlan {
    var plan = FormPlan(
      title, columns, asked: names, from: firstField, draft: draftName, standing: standing(in:),
      beginning: beginning(in:),
      ending: { draft, standing, world throws(FieldError) in
        try ending(draft, standing: standing, in: world)
      })
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
    case .correction(let id, _):
      plan.beginsSeeking = true
      plan.said = FormPlan.amending(id)
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
    case .inspection, .correction: "From"
    case .page(let kind, _): kind.layout.asked.first?.name ?? ""
    case .setOut: "Due"
    }
  }

  /// What stands in the books when the form is opened and will be changed by it; nil for new ones.
  func standing(in world: World) -> [String: String]? {
    switch self {
    case .correction(let id, let kind): world.ledger?.page(id)?.texts(kind.columns)
    default: nil
    }
  }

  private func beginning(in world: World) -> Draft {
    if let standing = standing(in: world) {
      var draft = Draft(standing)
      if let team = Named(draft["Inspected"])?.code {
        draft[Crew.roster] = world.library.members(of: team).map(\.named.text).joined(
          separator: ", ")
      }
      return draft
    }
    switch self {
    case .patrol(let team, let day, let from):
      return PatrolBeginning(world.beginning, ledger: world.ledger).draft(
        team: team, day: day, from: from)
    case .inspection(let team, let day):
      return InspectionBeginning(world.beginning).draft(team: team, day: day)
    case .page(let kind, let day):
      return Draft(
        kind.layout.texts(PageBeginning(world.library, day: day, now: world.now.moment)))
    case .correction: return Draft()
    case .setOut(let team):
      return PatrolBeginning(world.beginning, ledger: world.ledger).outDraft(team: team)
    }
  }
}
