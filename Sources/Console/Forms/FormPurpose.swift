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
  /// A record of a register: a new one, begun where one stands, or one there is.
  case record(
    RegisterKind, code: String?, scope: Scope?, given: [String: String] = [:])
  /// Several records at once; fields left blank stay as they are.
  case several(RegisterKind, [String])
  /// A record whose last day is asked for: somebody leaves, something comes back.
  case ending(RegisterKind, String)
  /// Whose directory this is and what the order left to be settled.
  case settings
  case setOut(team: String)

  var title: Phrase {
    switch self {
    case .patrol: Phrase("记巡逻", "記巡邏", "Record a patrol")
    case .inspection: Phrase("记检查", "記檢查", "Record an inspection")
    case .page(let kind, _): Phrase("记", "記", "New: ") + kind.title
    case .correction(let id, _):
      Phrase("更正 №\(id.number)", "更正 №\(id.number)", "Correct №\(id.number)")
    case .record(let kind, nil, _, _):
      Phrase("新增", "新增", "New: ") + kind.title
    case .record(let kind, let code?, _, _):
      Phrase("修改", "修改", "Edit: ") + kind.title + Phrase(verbatim: " \(code)")
    case .ending(let kind, let code):
      Phrase("离队停用", "離隊停用", "End: ") + kind.title + Phrase(verbatim: " \(code)")
    case .settings: ActionName.settings.phrase
    case .several(let kind, let codes):
      Phrase(
        "批量修改\(kind.title[.hans]) \(codes.count) 条", "批次修改\(kind.title[.hant]) \(codes.count) 條",
        "\(codes.count) at once: \(kind.title[.en])")
    case .setOut: Phrase("出巡", "出巡", "Gone out")
    }
  }

  var columns: [Column] {
    switch self {
    case .patrol: PatrolEntry.schema.columns
    case .inspection: Inspection.schema.columns
    case .page(let kind, _): kind.columns
    case .correction(_, let kind): kind.columns + [Self.reason]
    case .record(let kind, _, _, _): kind.columns
    case .ending(let kind, _): kind.columns
    case .settings: Station.schema.columns
    case .several(let kind, _): kind.columns.map(\.maybe)
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
    case .record(let kind, let code, _, _):
      // Books name a record by its code: once there, the code stays.
      kind.layout.asked.filter { code == nil || $0 != "Code" }
    case .ending(let kind, _):
      [kind.layout.end?.name, "Remark"].compactMap { $0 }.filter { kind.column($0) != nil }
    case .settings:
      // Language, theme and officer have their own lists; the rest is not for a form to change.
      Station.schema.columns.map(\.name).filter {
        !["Format", "Unit", "Language", "Theme", "OnDuty", "Demo"].contains($0)
      }
    case .several(let kind, _):
      kind.layout.asked.filter { !kind.isOneRecords($0) }
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
    case .record(let kind, let code?, _, _): DraftName(kind.name, code)
    case .record(let kind, nil, let scope, let given):
      DraftName(
        kind.name, given["Code"] ?? "new", scope?.code, given["Team"], given["Date"],
        given["Line"])
    case .several(let kind, let codes):
      // Too many codes for a file's name.
      DraftName("several", kind.name, Digest(of: Array(codes.joined(separator: " ").utf8)).short)
    case .ending(let kind, let code): DraftName("ending", kind.name, code)
    case .settings: DraftName("settings")
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
    case .record(let kind, _, _, _): kind.layout.asked.first ?? "Code"
    case .several(let kind, _): kind.layout.asked.first ?? "Code"
    case .ending(let kind, _): kind.layout.end?.name ?? "Code"
    case .settings: "Name"
    case .setOut: "Due"
    }
  }

  /// What stands in the books when the form is opened and will be changed by it; nil for new ones.
  func standing(in world: World) -> [String: String]? {
    switch self {
    case .correction(let id, let kind): world.ledger?.page(id)?.texts(kind.columns)
    case .record(let kind, let code, _, _): code.flatMap(world.library.table(kind).texts)
    case .ending(let kind, let code): world.library.table(kind).texts(code)
    case .settings: Station.schema.texts(world.library.station)
    default: nil
    }
  }

  private func beginning(in world: World) -> Draft {
    if let standing = standing(in: world) {
      var draft = Draft(standing)
      if case .ending(let kind, _) = self, let end = kind.layout.end {
        draft[end.name] = world.today.text
      }
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
    case .correction, .several: return Draft()
    case .ending, .settings: return Draft()
    case .record(let kind, _, let scope, let given):
      return newRecord(kind, scope, given, world)
    case .setOut(let team):
      return PatrolBeginning(world.beginning, ledger: world.ledger).outDraft(team: team)
    }
  }

  private func newRecord(
    _ kind: RegisterKind, _ scope: Scope?, _ given: [String: String], _ world: World
  ) -> Draft {
    var texts = kind.layout.texts(
      RegisterBeginning(world.library, scope: scope, today: world.today))
    var numbering = CodeNumbering(kind, in: world.library)
    texts.merge(given) { $1 }
    texts["Code"] = numbering.next(texts)
    return Draft(texts.filter { !$0.value.isEmpty })
  }
}
