import Patrol
import Records
import Wording

extension FormPlan {
  /// Records whose last day is asked for: somebody leaves, something comes back.
  ///
  /// One alone also takes a remark; of several everything else stays as it is. Nobody leaves by one key:
  /// what they could be reached by goes with them, and no undo brings it back (R28).
  static func ending(_ kind: RegisterKind, _ codes: [String]) -> FormPlan {
    let one = codes.count == 1 ? codes.first : nil
    let end = kind.layout.end?.name
    let standing: @Sendable (World) -> [String: String]? = { world in
      one.flatMap { world.snapshot.table(kind).texts($0) }
    }
    let title = kind.endName.phrase + Phrase("：", "：", ": ") + kind.title
    var plan = FormPlan(
      title
        + (one.map { Phrase(verbatim: " \($0)") }
          ?? Phrase(" \(codes.count) 条", " \(codes.count) 條", ", \(codes.count) records")),
      one == nil ? kind.columns.map(\.maybe) : kind.columns,
      asked: [end, one == nil ? nil : "Remark"].compactMap { $0 }
        .filter { kind.column($0) != nil },
      draft: one.map { DraftName("ending", kind.name, $0) }
        ?? DraftName("ending", kind.name, DraftName.digest(codes)),
      standing: standing,
      beginning: { world in
        var draft = Draft(standing(world) ?? [:])
        // Of people what is personal goes with it and never comes back: nobody assumes the day.
        if let end { draft[end] = kind.isPersonal ? "" : world.today.text }
        return draft
      },
      ending: { draft, standing, world throws(FieldError) in
        if let column = end.flatMap({ kind.column($0) }), draft[column].isEmpty {
          throw column.error("")
        }
        guard one == nil else { return try put(kind, draft, seen: standing) }
        let texts = draft.texts.filter { $0.key == end }
        return .command(.change(RegisterStep(setting: texts, of: codes, in: kind, world.snapshot)))
      })
    plan.beside = { field, form, world in
      field == end
        && erases(
          kind, codes, form.draft[field].isEmpty ? world.today.text : form.draft[field], world)
        ? [(Phrase.goesForGood[world.language], .warning)] : []
    }
    return plan
  }

  /// Whether somebody could no longer be reached after that day.
  private static func erases(
    _ kind: RegisterKind, _ codes: [String], _ day: String, _ world: World
  ) -> Bool {
    guard let end = kind.layout.end?.name else { return false }
    let table = world.snapshot.table(kind)
    return codes.contains { code in
      let texts = (table.texts(code) ?? [:]).merging([end: day]) { $1 }
      return !Erasing.leaving(kind, texts, today: world.today).isEmpty
    }
  }
}

extension RegisterKind {
  /// What the end of one of its records is called: people leave, things are no longer used.
  var endName: ActionName { layout.subject == .people ? .leave : .retire }
}

extension Phrase {
  fileprivate static let goesForGood = Phrase(
    "从这天起电话等个人信息一并清除，撤销也不恢复", "從這天起電話等個人信息一併清除，撤銷也不恢復",
    "phone and other personal data go with that day; undo does not bring them back")
}
