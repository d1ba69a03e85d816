import Patrol
import Records
import Wording

extension FormPlan {
  /// What becomes of findings: put off or accepted with a reason, or, of a handover, done.
  ///
  /// Each is a record of its own, so that each is taken back, and comes back, by itself.
  static func deciding(_ ids: [Finding.ID], settles: Bool) -> FormPlan {
    let name = DraftName(
      settles ? "settle" : "putoff",
      DraftName.digest(ids.map { "\($0.rule) \($0.about) \($0.item)" }))
    var plan =
      settles
      ? FormPlan(
        Phrase("办结交接", "辦結交接", "Settle a handover"), DoneFields.schema.columns, asked: ["Reason"],
        draft: name,
        ending: { draft, _, world throws(FieldError) in
          let word = try draft.read(DoneFields.schema).reason
          return .command(decided(ids, .settled, nil, word, in: world))
        })
      : FormPlan(
        Phrase("缓办或认可", "緩辦或認可", "Put off or accept"), PutOffFields.schema.columns,
        asked: ["Decision", "Due", "Reason"], draft: name,
        ending: { draft, _, world throws(FieldError) in
          let fields = try draft.read(PutOffFields.schema)
          return .command(
            decided(ids, fields.decision.decision, fields.due, fields.reason, in: world))
        })
    let first = plan.firstField
    plan.beside = { field, _, world in field == first ? matters(ids, world) : [] }
    plan.popup = (settles ? 7 : 8) + min(6, ids.count)
    return plan
  }

  /// What is decided about, in its own words.
  private static func matters(_ ids: [Finding.ID], _ world: World) -> [Remark] {
    found(ids, world).map { finding in
      guard case .settle(let item) = finding.place else {
        return (finding.text[world.language], .plain)
      }
      let text = item.text.replacing("\n", with: " ")
      return ("\(item.about.name) \(item.day.text) №\(item.page.number)  \(text)", .plain)
    }
  }

  private static func found(_ ids: [Finding.ID], _ world: World) -> [Finding] {
    let wanted = Set(ids)
    return world.findings.filter { wanted.contains($0.id) }
  }

  private static func decided(
    _ ids: [Finding.ID], _ decision: Deferral.Decision, _ due: Day?, _ reason: String,
    in world: World
  ) -> Command {
    var numbering = CodeNumbering(.deferrals, in: world.snapshot)
    let records = found(ids, world).map { finding in
      var texts = Deferral.texts(
        of: finding, world.snapshot.station.spoken, on: world.today)
      (texts["Decision"], texts["Reason"]) = (decision.rawValue, reason)
      texts["Due"] = due?.text
      texts["Code"] = numbering.next(texts)
      return RegisterRecord(.deferrals, texts, seen: nil)
    }
    guard let only = records.first, records.count == 1 else {
      return .change(RegisterStep(.several, records))
    }
    return .put(only)
  }
}

/// What is said when something is put off or accepted.
private struct PutOffFields: Sendable {
  let decision: Deferral.PutOff
  let due: Day?
  let reason: String

  static let schema = Schema(
    "putoff", Phrase("缓办认可", "緩辦認可", "Put off"), PutOffFields.init(decision:due:reason:),
    Field("Decision", \.decision, .choice, Deferral.decision.column.label),
    Field(
      optional: "Due", \.due, .day, Deferral.due.column.label,
      hint: Phrase(
        "缓办必填，如 +30；到期自动回到待办", "緩辦必填，如 +30；到期自動回到待辦",
        "needed to put off, such as +30; then it comes back by itself")),
    Field("Reason", \.reason, .told, Deferral.reason.column.label))
}

/// What is said when a handover is done.
private struct DoneFields: Sendable {
  let reason: String

  static let schema = Schema(
    "settle", Phrase("办结", "辦結", "Settled"), DoneFields.init(reason:),
    Field(
      "Reason", \.reason, .told, Phrase("办理结果", "辦理結果", "How it was done"),
      hint: Phrase("何时由谁怎么办的", "何時由誰怎麼辦的", "who did what, when")))
}
