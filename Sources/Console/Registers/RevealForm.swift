import Patrol
import Records
import Wording

extension FormPlan {
  /// Why somebody looks at the personal data of a record.
  static func reveal(_ kind: RegisterKind, _ code: String) -> FormPlan {
    FormPlan(
      Phrase("查看个人信息 \(code)", "查看個人信息 \(code)", "Look at personal data of \(code)"),
      WhyField.schema.columns, asked: ["Why"], draft: DraftName("reveal", kind.name, code),
      ending: { draft, _, _ throws(FieldError) in
        let why = try draft.read(WhyField.schema).why
        return .command(.reveal(Looking(kind, [code], at: .fields, why: why)))
      })
  }
}

/// Why somebody looks at personal data: for the access log (P13).
struct WhyField: Sendable {
  let why: String

  static let schema = Schema(
    "why", Phrase("查看原因", "查看原因", "Why"), WhyField.init(why:),
    Field(
      "Why", \.why, .reason("why"), Phrase("查看原因", "查看原因", "Why"),
      hint: Phrase("记入查看记录", "記入查看記錄", "goes into the access log")))
}
