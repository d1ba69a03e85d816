import Patrol
import Records
import Wording

extension FormPlan {
  /// A record of a register: a new one, begun where one stands, or one there is.
  static func record(
    _ kind: RegisterKind, code: String?, scope: Scope?, given: [String: String] = [:],
    at first: String? = nil
  ) -> FormPlan {
    let standing: @Sendable (World) -> [String: String]? = { world in
      code.flatMap(world.snapshot.table(kind).texts)
    }
    var plan = FormPlan(
      code.map { Phrase("修改", "修改", "Edit: ") + kind.title + Phrase(verbatim: " \($0)") }
        ?? Phrase("新增", "新增", "New: ") + kind.title,
      kind.columns,
      // Books name a record by its code: once there, the code stays.
      asked: kind.layout.asked.filter { code == nil || $0 != "Code" },
      // New records that begin differently have drafts of their own.
      draft: code.map { DraftName(kind.name, $0) }
        ?? DraftName(
          kind.name, given["Code"] ?? "new", scope?.code, given["Team"], given["Date"],
          given["Line"]),
      standing: standing,
      beginning: { world in
        standing(world).map { Draft($0) } ?? newRecord(kind, scope, given, in: world)
      },
      ending: { draft, standing, _ throws(FieldError) in try put(kind, draft, seen: standing) })
    plan.sentence = { draft, world in
      FormSentence(
        moments(kind, draft), missing: [],
        warnings: ahead(kind, draft, standing(world), in: world)
          + kind.layout.warnings(draft.texts, world.snapshot), in: world.language)
    }
    if let first { plan.firstField = first }
    plan.rules = { _ in FieldRules(applying: applying(kind, isNew: code == nil)) }
    if code == nil {
      let later = kind.layout.later
      plan.rare = plan.asked.filter(later.contains)
      plan.asked.removeAll(where: later.contains)
    }
    if code == nil { plan.following = { (numbered(kind, $0, $1, in: $2), []) } }
    return plan
  }

  /// Every time with its day, as it will be recorded: `0100` of an evening is tomorrow's.
  private static func moments(_ kind: RegisterKind, _ draft: Draft) -> Phrase {
    let said = kind.columns.filter { $0.entry == .moment && !draft[$0].isEmpty }
    return Phrase { language in
      said.map { "\($0.label[language]) \(draft[$0])" }.joined(separator: language.separator)
    }
  }

  /// That a time has not come yet is said as it is typed, and refused when it is saved.
  private static func ahead(
    _ kind: RegisterKind, _ draft: Draft, _ standing: [String: String]?, in world: World
  ) -> [Phrase] {
    do throws(AheadOfNow) {
      try AheadOfNow.check(draft.texts, before: standing ?? [:], kind, now: world.now.moment)
      return []
    } catch {
      return [error.notice.happened]
    }
  }

  /// Nothing ends that is only begun.
  private static func applying(_ kind: RegisterKind, isNew: Bool) -> [String: Applying] {
    guard isNew, let end = kind.layout.end?.name else { return kind.layout.applying }
    return kind.layout.applying.merging([end: { draft, _, _ in !draft[end].isEmpty }]) { $1 }
  }

  /// A record as the form has it, in the place of what was seen.
  static func put(
    _ kind: RegisterKind, _ draft: Draft, seen standing: [String: String]?
  ) throws(FieldError) -> Ending {
    try kind.read(draft.texts)
    return .command(.put(RegisterRecord(kind, draft.texts, seen: standing)))
  }

  private static func newRecord(
    _ kind: RegisterKind, _ scope: Scope?, _ given: [String: String], in world: World
  ) -> Draft {
    var texts = kind.layout.texts(
      RegisterBeginning(world.snapshot, scope: scope, today: world.today))
    var numbering = CodeNumbering(kind, in: world.snapshot)
    texts.merge(given) { $1 }
    texts["Code"] = numbering.next(texts)
    return Draft(texts.filter { !$0.value.isEmpty })
  }

  /// A new record is numbered by what it belongs to, until somebody numbers it by hand.
  private static func numbered(
    _ kind: RegisterKind, _ old: Draft, _ new: Draft, in world: World
  ) -> [String: String] {
    guard kind.layout.belonging.contains(where: { old[$0] != new[$0] }) else { return [:] }
    var before = CodeNumbering(kind, in: world.snapshot)
    var after = before
    guard new["Code"].isEmpty || new["Code"] == before.next(old.texts) else { return [:] }
    return ["Code": after.next(new.texts)]
  }
}
