import Patrol
import Records
import Wording

extension FormPlan {
  /// A record whose last day is asked for: somebody leaves, something comes back.
  static func ending(_ kind: RegisterKind, _ code: String) -> FormPlan {
    let standing: @Sendable (World) -> [String: String]? = { world in
      world.snapshot.table(kind).texts(code)
    }
    return FormPlan(
      Phrase("离队停用", "離隊停用", "End: ") + kind.title + Phrase(verbatim: " \(code)"), kind.columns,
      asked: [kind.layout.end?.name, "Remark"].compactMap { $0 }
        .filter { kind.column($0) != nil },
      draft: DraftName("ending", kind.name, code), standing: standing,
      beginning: { world in
        guard let texts = standing(world) else { return Draft() }
        var draft = Draft(texts)
        if let end = kind.layout.end { draft[end.name] = world.today.text }
        return draft
      },
      ending: { draft, standing, _ throws(FieldError) in try put(kind, draft, seen: standing) })
  }
}
