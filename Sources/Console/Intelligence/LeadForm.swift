import Patrol
import Records
import Wording

extension FormPlan {
  /// The next step of something reported: one field, everything else follows.
  ///
  /// - Parameter step: as far as all of them have come.
  static func lead(_ ids: [LeadItem.ID], _ step: LeadStage) -> FormPlan {
    var plan =
      switch step {
      case .closed: closing(ids)
      case .checked: checking(ids)
      case .assigned, .reported: assigning(ids)
      }
    let first = plan.firstField
    plan.beside = { field, _, world in field == first ? matters(ids, world) : [] }
    plan.popup = 9 + plan.asked.count + min(6, ids.count)
    return plan
  }

  private static func assigning(_ ids: [LeadItem.ID]) -> FormPlan {
    FormPlan(
      LeadStage.assigned.title(ids), AssignFields.schema.columns, asked: ["Officer", "Urgency"],
      draft: name(ids, "assign"),
      beginning: { world in
        let urgency = items(ids, world).first?.lead.urgency ?? .prompt
        return Draft(["Urgency": urgency.rawValue])
      },
      ending: { draft, _, world throws(FieldError) in
        let fields = try draft.read(AssignFields.schema)
        return .command(command(ids, .assign(fields.officer, fields.urgency), in: world))
      })
  }

  private static func checking(_ ids: [LeadItem.ID]) -> FormPlan {
    var plan = FormPlan(
      LeadStage.checked.title(ids), CheckFields.schema.columns, asked: ["Findings"],
      draft: name(ids, "check"),
      ending: { draft, _, world throws(FieldError) in
        .command(command(ids, .check(try draft.read(CheckFields.schema).findings), in: world))
      })
    plan.sentence = { draft, world in
      let texts = [Lead.findings.column.name: draft["Findings"]]
      return FormSentence(
        Phrase(verbatim: ""), missing: [], warnings: Lead.layout.warnings(texts, world.snapshot),
        in: world.language)
    }
    return plan
  }

  private static func closing(_ ids: [LeadItem.ID]) -> FormPlan {
    FormPlan(
      LeadStage.closed.title(ids), CloseFields.schema.columns, asked: ["Outcome", "Told"],
      draft: name(ids, "close"),
      ending: { draft, _, world throws(FieldError) in
        let fields = try draft.read(CloseFields.schema)
        return .command(command(ids, .close(fields.outcome, told: fields.told), in: world))
      })
  }

  private static func name(_ ids: [LeadItem.ID], _ step: String) -> DraftName {
    DraftName("lead", step, DraftName.digest(ids.map(\.text)))
  }

  /// What it is about, in its own words.
  private static func matters(_ ids: [LeadItem.ID], _ world: World) -> [Remark] {
    items(ids, world).map { item in
      let name = world.snapshot.unitName(item.lead.unit)
      return ("\(name)  \(item.lead.facts)", .plain)
    }
  }

  private static func items(_ ids: [LeadItem.ID], _ world: World) -> [LeadItem] {
    let wanted = Set(ids)
    return world.openLeads.filter { wanted.contains($0.id) }
  }

  /// Each is a record of its own, written in one go.
  private static func command(
    _ ids: [LeadItem.ID], _ step: LeadStep, in world: World
  ) -> Command {
    var numbering = CodeNumbering(.intelligence, in: world.snapshot)
    let records = items(ids, world).compactMap { item in
      try? step.record(item, at: world.now.moment, in: world.snapshot, &numbering)
    }
    guard let only = records.first, records.count == 1 else {
      return .change(RegisterStep(.several, records))
    }
    return .put(only)
  }
}

extension LeadStage {
  fileprivate func title(_ ids: [LeadItem.ID]) -> Phrase {
    let what: Phrase =
      switch ids.first {
      case .page(let page)? where ids.count == 1:
        Phrase(
          "\(page.book.owner) 第 \(page.number) 页", "\(page.book.owner) 第 \(page.number) 頁",
          "\(page.book.owner) p. \(page.number)")
      case .record(let code)? where ids.count == 1: Phrase(verbatim: code)
      default: Phrase(verbatim: "\(ids.count)")
      }
    return Phrase("情报", "情報", "Intelligence: ") + label + Phrase(verbatim: " ") + what
  }
}

extension World {
  /// Everything reported that has no outcome yet, as far as it was read.
  var openLeads: [LeadItem] { snapshot.openLeads(told) }
}

private struct AssignFields: Sendable {
  let officer: Named
  let urgency: LeadUrgency

  static let schema = Schema(
    "assign", LeadStage.assigned.label, AssignFields.init(officer:urgency:),
    Field("Officer", \.officer, .officer, Lead.officer.column.label),
    Field("Urgency", \.urgency, .choice, Lead.urgency.column.label))
}

private struct CheckFields: Sendable {
  let findings: String

  static let schema = Schema(
    "check", LeadStage.checked.label, CheckFields.init(findings:),
    Field(
      "Findings", \.findings, .told, Lead.findings.column.label, hint: Lead.findings.column.hint))
}

private struct CloseFields: Sendable {
  let outcome: LeadOutcome
  let told: String

  static let schema = Schema(
    "close", LeadStage.closed.label, CloseFields.init(outcome:told:),
    Field("Outcome", \.outcome, .choice, Lead.outcome.column.label),
    Field("Told", \.told, .prose.only(.line), Lead.told.column.label, hint: Lead.told.column.hint))
}
