import Patrol
import Records
import Wording

extension FormPlan {
  /// A page that is struck out; only the reason is asked for.
  static func void(_ id: PageID) -> FormPlan {
    FormPlan(
      Phrase("作废 №\(id.number)", "作廢 №\(id.number)", "Void №\(id.number)"),
      ReasonField.schema.columns, asked: ["Reason"], draft: DraftName("void", id),
      ending: { draft, _, world throws(FieldError) in
        let reason = try draft.read(ReasonField.schema).reason
        return ending(
          world.ledger?.page(id), world, name: DraftName("void", id), .void(id, reason: reason),
          .void(id, reason: reason))
      })
  }
}

/// Why a page is struck out or corrected: a code's words or free text.
struct ReasonField: Sendable {
  let reason: String

  static let schema = Schema(
    "reason", Phrase("原因", "原因", "Reason"), ReasonField.init(reason:),
    Field("Reason", \.reason, .reason("reason"), Phrase("原因", "原因", "Reason")))
}
