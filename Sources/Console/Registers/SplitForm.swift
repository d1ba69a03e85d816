import Patrol
import Records
import Wording

extension FormPlan {
  /// A new unit that takes over some of what stands under another.
  static func split(_ unit: String) -> FormPlan {
    FormPlan(
      Phrase("拆分单位 \(unit)", "拆分單位 \(unit)", "Split unit \(unit)"), SplitFields.schema.columns,
      asked: ["Name", "Code", "Moving"], draft: DraftName("split", unit),
      beginning: { world in
        var numbering = CodeNumbering(.units, in: world.snapshot)
        let parent = world.snapshot.unit(unit)?.parent ?? ""
        return Draft(["Unit": unit, "Code": numbering.next(["Parent": parent])])
      },
      ending: { draft, _, world throws(FieldError) in
        let fields = try draft.read(SplitFields.schema)
        return .command(.change(try fields.step(unit, in: world.snapshot)))
      })
  }
}

/// A new unit and what it takes over from the one it is split from.
private struct SplitFields: Sendable {
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

  func step(_ unit: String, in snapshot: Snapshot) throws(FieldError) -> RegisterStep {
    RegisterStep(
      splitting: unit, into: Named(code, name), moving: moving.map(\.code), in: snapshot)
  }
}
