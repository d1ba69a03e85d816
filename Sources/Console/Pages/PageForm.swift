import Patrol
import Records
import Wording

extension FormPlan {
  /// Kinds of page whose forms do more than ask, by name: each in a file of its own.
  static let own: [String: @Sendable (_ day: Day) -> FormPlan] = [
    PatrolEntry.kind: { patrol(team: nil, day: $0, from: nil) },
    Inspection.kind: { inspection(team: nil, day: $0) },
    ShiftHandover.kind: { handover(day: $0) },
  ]

  /// The form in which a page of a kind is written: its own, or that of any.
  static func new(_ kind: PageKind, day: Day) -> FormPlan {
    own[kind.name]?(day) ?? page(kind, day: day)
  }

  /// The form of any kind of page: its fields in order, begun as the kind says.
  ///
  /// Who signs is asked at once. A form of a kind's own begins with it too, and says what is different.
  static func page(_ kind: PageKind, day: Day) -> FormPlan {
    var plan = FormPlan(
      Phrase("记", "記", "New: ") + kind.title, kind.formColumns,
      asked: kind.layout.asked.map(\.name),
      draft: DraftName("page", kind.name, day.text),
      beginning: { world in
        Draft(kind.layout.texts(PageBeginning(world.snapshot, day: day, now: world.now.moment)))
      },
      ending: { draft, _, _ throws(FieldError) in
        let page = draft.onPage(kind.columns)
        _ = try kind.body(page.texts)
        return .command(.write(NewPage(kind, page.texts)))
      })
    plan.rare = kind.layout.rare.map(\.name)
    plan.rules = { rules(kind, in: $0) }
    if kind.firstAwaited != nil { plan.after = signing }
    return plan
  }

  /// Which fields of a page apply, and which have to be said.
  static func rules(_ kind: PageKind, in world: World) -> FieldRules {
    FieldRules(
      stated: kind.layout.stated, applying: kind.layout.applying,
      isClosed: { world.ledger?.isClosed(for: $0, kind) == true })
  }

  /// A page that is saved waits for signatures: it leads to them.
  @Sendable static func signing(_ outcome: Outcome) -> [Effect] {
    outcome.pages.first.map { [.turnTo(.sign(.page($0.id)))] } ?? [.close]
  }

  /// What is still open from before, beside the fields that are about it.
  static func open(beside fields: Set<String>) -> @Sendable (String, Form, World) -> [Remark] {
    { field, form, _ in
      guard fields.contains(field) else { return [] }
      return form.recollection.handovers.map { ("№\($0.number) \($0.text)", .warning) }
    }
  }
}
