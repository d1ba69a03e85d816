import Patrol
import Records
import Wording

extension FormPlan {
  /// A page of any kind whose fields are put right, and why.
  static func correction(_ id: PageID, _ kind: PageKind) -> FormPlan {
    let standing: @Sendable (World) -> [String: String]? = { world in
      world.ledger?.page(id).map { StatedNothing.inForm($0.texts(kind.columns), kind.columns) }
    }
    var plan = FormPlan(
      Phrase("更正 №\(id.number)", "更正 №\(id.number)", "Correct №\(id.number)"),
      kind.formColumns + ReasonField.schema.columns, asked: kind.layout.asked.map(\.name),
      draft: DraftName("correction", id), standing: standing,
      beginning: { world in
        guard let texts = standing(world) else { return Draft() }
        var draft = Draft(texts)
        // So that absences can be ticked on a page that only counts who came.
        draft[Crew.roster] = Crew.due(kind, texts, in: world.snapshot)
        return draft
      },
      ending: { draft, standing, world throws(FieldError) in
        let (changes, reason) = try changes(kind, draft, standing ?? [:])
        return ending(
          world.ledger?.page(id), world, name: DraftName("correction", id),
          .correct(id, changes: changes, reason: reason),
          .correct(id, changes: changes, reason: reason))
      })
    // The same numbers as where it was recorded; the reason behind them.
    plan.rare = kind.layout.rare.map(\.name) + ["Reason"]
    // Owner and day stay: a page stands in its book under them. With a wrong one it is made void.
    plan.locked = kind.layout.fixed
    plan.rules = { _ in FieldRules(stated: kind.layout.stated, applying: kind.layout.applying) }
    plan.known = { form, world in [PatrolKnown.roll(form, world)].compactMap { $0 } }
    plan.beginsSeeking = true
    // A correction reopens the signatures (I6).
    if kind.firstAwaited != nil { plan.after = { _ in [.turnTo(.sign(.page(id)))] } }
    return plan
  }

  /// Checks the page as a whole and passes on only the fields that changed.
  private static func changes(
    _ kind: PageKind, _ draft: Draft, _ old: [String: String]
  ) throws(FieldError) -> (changes: [String: String], reason: String) {
    _ = try draft.read(ReasonField.schema)
    let now = draft.onPage(kind.columns)
    let old = StatedNothing.onPage(old, kind.columns)
    _ = try kind.body(now.texts)
    var changes: [String: String] = [:]
    for column in kind.columns where now[column.name] != old[column.name] ?? "" {
      changes[column.name] = now[column.name]
    }
    return (changes, draft["Reason"])
  }

  /// A page that somebody has answered for is amended with a signature: its inspector's, or that of the
  /// officer on duty.
  static func ending(
    _ page: LedgerPage?, _ world: World, name: DraftName, _ command: Command, _ act: Attesting
  ) -> Ending {
    guard let page, page.isAnsweredFor, let signer = page.writer ?? world.officer
    else { return .command(command) }
    return .sign(.written(page.page.id, act, by: signer, draft: name.text))
  }
}
