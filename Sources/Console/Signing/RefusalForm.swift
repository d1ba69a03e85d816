import Patrol
import Records
import Wording

extension FormPlan {
  /// The inspected side does not sign an inspection; who notes it signs at once.
  static func refusal(_ id: PageID) -> FormPlan {
    let name = DraftName("refusal", id.book.owner, "\(id.year)", "\(id.number)")
    return FormPlan(
      Phrase("拒签 №\(id.number)", "拒簽 №\(id.number)", "Refusal of №\(id.number)"),
      RefusalFields.schema.columns,
      asked: ["Refused", "Reason", "Statement", "Witness", "Signer"], from: "Reason", draft: name,
      beginning: { world in
        let page = world.ledger?.page(id)
        return Draft([
          "Refused": page?.text(Inspection.answering) ?? "",
          "Signer": page?.text(Inspection.inspector) ?? "",
          "Statement": page?.text(Inspection.statement) ?? "",
          // Both sides are not asked: they say who can be picked.
          "Inspector": page?.text(Inspection.inspector) ?? "",
          "Inspected": page?.text(Inspection.inspected) ?? "",
          "Inspecting": page?.text(Inspection.inspecting) ?? "",
        ])
      },
      ending: { draft, _, _ throws(FieldError) in
        .sign(try draft.read(RefusalFields.schema).task(id, draft: name.text))
      })
  }
}

/// Why the inspected side does not sign, in whose words, and who saw it.
private struct RefusalFields: Sendable {
  let refused: Named
  let reason: String
  let statement: String
  let witness: Named
  let signer: Named

  static let schema = Schema(
    "refusal", Phrase("拒签", "拒簽", "Refusal"),
    RefusalFields.init(refused:reason:statement:witness:signer:),
    Field("Refused", \.refused, .someone(.answering), Phrase("拒签人", "拒簽人", "Refused by")),
    Field(
      "Reason", \.reason, .told, Phrase("拒签理由", "拒簽理由", "Reason"),
      hint: Phrase("照本人所说写", "照本人所說寫", "as they put it")),
    Field("Statement", \.statement, .prose, Phrase("本人意见", "本人意見", "In their words")),
    Field("Witness", \.witness, .someone(.witness), Phrase("见证人", "見證人", "Witness")),
    Field(
      "Signer", \.signer, .someone(.noting), Phrase("记明人", "記明人", "Noted by"),
      hint: Phrase("检查人，或拒签人本人", "檢查人，或拒簽人本人", "the inspector, or who refuses")))

  func task(_ id: PageID, draft: String) -> SigningTask {
    .written(
      id,
      .refuse(id, refused: refused, reason: reason, statement: statement, witness: witness),
      by: signer, draft: draft)
  }
}
