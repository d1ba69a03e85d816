import Patrol
import Records
import Wording

extension FormPlan {
  /// What the station finds about a refusal; the reviewer signs at once.
  static func review(_ id: PageID) -> FormPlan {
    let name = DraftName("review", id.book.owner, "\(id.year)", "\(id.number)")
    var plan = FormPlan(
      Phrase("复核拒签 №\(id.number)", "複核拒簽 №\(id.number)", "Review refusal of №\(id.number)"),
      ReviewFields.schema.columns, asked: ["Verdict", "Reason", "Signer"], draft: name,
      beginning: { world in Draft(["Signer": world.officer?.text ?? ""]) },
      ending: { draft, _, _ throws(FieldError) in
        .sign(try draft.read(ReviewFields.schema).task(id, draft: name.text))
      })
    plan.known = { _, world in refused(id, world) + known(id, in: world) }
    return plan
  }

  /// What is reviewed: who refused, in whose words, and who saw it.
  private static func refused(_ id: PageID, _ world: World) -> [Known] {
    guard let refusal = world.ledger?.page(id)?.refusal?.attestation else { return [] }
    let language = world.language
    func label(_ name: String) -> String {
      Attestation.schema.column(name)?.label[language] ?? name
    }
    let words = [
      ("Refused", refusal.refused?.name ?? ""), ("Reason", refusal.reason),
      ("Statement", refusal.statement), ("Witness", refusal.witness?.name ?? ""),
    ].filter { !$0.1.isEmpty }.map { "\(label($0.0))  \($0.1)" }
    return [Known(title: Phrase("拒签", "拒簽", "Refusal"), lines: words, role: .warning)]
  }
}

/// What the station finds about a refusal.
private struct ReviewFields: Sendable {
  let verdict: String
  let reason: String
  let signer: Named

  static let schema = Schema(
    "review", Phrase("复核", "複核", "Review"), ReviewFields.init(verdict:reason:signer:),
    Field("Verdict", \.verdict, .code("verdict"), Phrase("复核结论", "複核結論", "Verdict")),
    Field(
      "Reason", \.reason, .told, Phrase("复核情况", "複核情況", "What was found"),
      hint: Phrase("问了谁、看了什么", "問了誰、看了什麼", "whom you asked, what you saw")),
    Field("Signer", \.signer, .someone(.officer), Phrase("复核人", "複核人", "Reviewer")))

  func task(_ id: PageID, draft: String) -> SigningTask {
    .written(id, .review(id, verdict: verdict, reason: reason), by: signer, draft: draft)
  }
}
