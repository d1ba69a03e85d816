import Patrol
import Records
import Wording

extension FormPlan {
  /// Several records at once; fields left blank stay as they are.
  static func several(_ kind: RegisterKind, _ codes: [String]) -> FormPlan {
    FormPlan(
      Phrase(
        "批量修改\(kind.title[.hans]) \(codes.count) 条", "批次修改\(kind.title[.hant]) \(codes.count) 條",
        "\(codes.count) at once: \(kind.title[.en])"),
      // Nothing is required, and what is one record's own, such as a phone, is not asked.
      kind.columns.map(\.maybe), asked: kind.layout.asked.filter { !kind.isOneRecords($0) },
      draft: DraftName("several", kind.name, DraftName.digest(codes)),
      ending: { draft, _, world throws(FieldError) in
        .command(.change(RegisterStep(setting: draft.texts, of: codes, in: kind, world.snapshot)))
      })
  }
}
