import Patrol
import Records
import Wording

/// Why a page is struck out: a code's words or free text.
struct ReasonField: Sendable {
  let reason: String

  static let schema = Schema(
    "reason", Phrase("更正原因", "更正原因", "Reason"), ReasonField.init(reason:),
    Field("Reason", \.reason, .reason, Phrase("更正原因", "更正原因", "Reason")))
}

extension FieldType where Value == String {
  /// A reason of one line; a digit picks a usual one.
  static let reason = FieldType(
    entry: .words("reason"), expected: Phrase("原因", "原因", "a reason"),
    parse: { $0.isEmpty ? nil : FieldText.clean($0) }, print: { $0 })
}

/// Why the inspected side does not sign, in whose words, and who saw it.
struct RefusalFields: Sendable {
  let refused: Named
  let reason: String
  let statement: String
  let witness: Named
  let signer: Named

  static let schema = Schema(
    "refusal", Phrase("拒签", "拒簽", "Refusal"),
    RefusalFields.init(refused:reason:statement:witness:signer:),
    Field("Refused", \.refused, .someone("answering"), Phrase("拒签人", "拒簽人", "Refused by")),
    Field(
      "Reason", \.reason, .told, Phrase("拒签理由", "拒簽理由", "Reason"),
      hint: Phrase("照本人所说写", "照本人所說寫", "as they put it")),
    Field("Statement", \.statement, .prose, Phrase("本人意见", "本人意見", "In their words")),
    Field("Witness", \.witness, .someone("witness"), Phrase("见证人", "見證人", "Witness")),
    Field(
      "Signer", \.signer, .someone("witness"), Phrase("记明人", "記明人", "Noted by"),
      hint: Phrase("检查人，或拒签人本人", "檢查人，或拒簽人本人", "the inspector, or who refuses")))

  static func beginning(_ id: PageID, in world: World) -> Draft {
    let page = world.ledger?.page(id)
    return Draft([
      "Refused": page?.text("Answering") ?? "", "Signer": page?.text("Inspector") ?? "",
      "Statement": page?.text("Statement") ?? "", "Inspected": page?.text("Inspected") ?? "",
      "Inspecting": page?.text("Inspecting") ?? "",
    ])
  }

  func task(_ id: PageID, draft: String) -> SigningTask {
    .written(
      id,
      .refuse(id, refused: refused, reason: reason, statement: statement, witness: witness),
      by: signer, draft: draft)
  }
}

/// What the station finds about a refusal.
struct ReviewFields: Sendable {
  let verdict: String
  let reason: String
  let signer: Named

  static let schema = Schema(
    "review", Phrase("复核", "複核", "Review"), ReviewFields.init(verdict:reason:signer:),
    Field("Verdict", \.verdict, .code("verdict"), Phrase("复核结论", "複核結論", "Verdict")),
    Field(
      "Reason", \.reason, .told, Phrase("复核情况", "複核情況", "What was found"),
      hint: Phrase("问了谁、看了什么", "問了誰、看了什麼", "whom you asked, what you saw")),
    Field("Signer", \.signer, .someone("officer"), Phrase("复核人", "複核人", "Reviewer")))

  func task(_ id: PageID, draft: String) -> SigningTask {
    .written(id, .review(id, verdict: verdict, reason: reason), by: signer, draft: draft)
  }
}

extension FieldType where Value == String {
  /// Free text that must say something.
  static let told = FieldType(
    entry: .prose, expected: Phrase("几句话", "幾句話", "a few words"),
    parse: { $0.isEmpty ? nil : FieldText.clean($0) }, print: { $0 })
}
