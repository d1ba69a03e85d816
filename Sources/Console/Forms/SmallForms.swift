import Patrol
import Records
import Wording

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
    Field("Refused", \.refused, .someone(.answering), Phrase("拒签人", "拒簽人", "Refused by")),
    Field(
      "Reason", \.reason, .told, Phrase("拒签理由", "拒簽理由", "Reason"),
      hint: Phrase("照本人所说写", "照本人所說寫", "as they put it")),
    Field("Statement", \.statement, .prose, Phrase("本人意见", "本人意見", "In their words")),
    Field("Witness", \.witness, .someone(.witness), Phrase("见证人", "見證人", "Witness")),
    Field(
      "Signer", \.signer, .someone(.witness), Phrase("记明人", "記明人", "Noted by"),
      hint: Phrase("检查人，或拒签人本人", "檢查人，或拒簽人本人", "the inspector, or who refuses")))

  static func beginning(_ id: PageID, in world: World) -> Draft {
    let page = world.ledger?.page(id)
    return Draft([
      "Refused": page?.text(Inspection.answering) ?? "",
      "Signer": page?.text(Inspection.inspector) ?? "",
      "Statement": page?.text(Inspection.statement) ?? "",
      "Inspected": page?.text(Inspection.inspected) ?? "",
      "Inspecting": page?.text(Inspection.inspecting) ?? "",
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
    Field("Signer", \.signer, .someone(.officer), Phrase("复核人", "複核人", "Reviewer")))

  func task(_ id: PageID, draft: String) -> SigningTask {
    .written(id, .review(id, verdict: verdict, reason: reason), by: signer, draft: draft)
  }
}

/// A new unit and what it takes over from the one it is split from.
struct SplitFields: Sendable {
  let name: String
  let code: String
  let moving: [Named]

  static let schema = Schema(
    "split", Phrase("拆分单位", "拆分單位", "Split a unit"), SplitFields.init(name:code:moving:),
    Field("Name", \.name, .line, Phrase("新单位名称", "新單位名稱", "New unit's name")),
    Field("Code", \.code, .key, .code),
    Field(
      "Moving", \.moving, .people(.below), Phrase("划入单位", "劃入單位", "Moves over"),
      hint: Phrase("连同所属队伍", "連同所屬隊伍", "with their teams")))

  static func beginning(_ unit: String, in world: World) -> Draft {
    var numbering = CodeNumbering(.units, in: world.library)
    let parent = world.library.unit(unit)?.parent ?? ""
    return Draft(["Unit": unit, "Code": numbering.next(["Parent": parent])])
  }

  func step(_ unit: String, in library: Library) throws(FieldError) -> RegisterStep {
    RegisterStep(
      splitting: unit, into: Named(code, name), moving: moving.map(\.code), in: library)
  }
}
