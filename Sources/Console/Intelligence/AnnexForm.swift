import Patrol
import Records
import Wording

extension FormPlan {
  /// Whom something reported is about, and who may read it; nothing of it is kept as a draft.
  ///
  /// - Parameter opened: what stands in the annex already.
  static func annex(_ lead: String, _ opened: OpenedAnnex?) -> FormPlan {
    let columns = Annex.schema.columns + Readers.schema.columns
    var plan = FormPlan(
      Phrase("密封附件 \(lead)", "密封附件 \(lead)", "Sealed annex of \(lead)"), columns,
      asked: columns.map(\.name), draft: DraftName("annex", lead),
      beginning: { world in
        var draft = Draft(opened?.texts ?? [:])
        let known = world.snapshot.lead(lead)?.officer
        let officers = opened?.officers ?? [known, world.officer].compactMap { $0 }.unique
        draft[Readers.officers] = officers.map(\.text).joined(separator: ", ")
        return draft
      },
      ending: { draft, _, _ throws(FieldError) in
        let officers = try draft.read(Readers.schema).officers
        let names = Set(Annex.schema.columns.map(\.name))
        let texts = draft.texts.filter { names.contains($0.key) && !$0.value.isEmpty }
        return .command(
          .sealAnnex(of: lead, texts, for: officers.map(\.code), replaces: opened != nil))
      })
    plan.keepsDraft = false
    plan.beside = { field, _, world in
      field == Readers.officers ? [(Phrase.onlyThese[world.language], .dim)] : []
    }
    return plan
  }

  /// Why somebody opens an annex; whose key opens it is asked for next.
  static func annexWhy(_ lead: String) -> FormPlan {
    var plan = FormPlan(
      Phrase("打开密封附件 \(lead)", "打開密封附件 \(lead)", "Open the sealed annex of \(lead)"),
      WhyField.schema.columns, asked: ["Why"], draft: DraftName("annexwhy", lead),
      ending: { draft, _, world throws(FieldError) in
        let why = try draft.read(WhyField.schema).why
        return .secret(.annex(lead: lead, why: why, officer: world.officer))
      })
    // It stands in the access log, and nowhere else.
    plan.keepsDraft = false
    plan.popup = 12
    return plan
  }
}

/// Who opens it: those named, by their own keys.
private struct Readers: Sendable {
  let officers: [Named]

  static let officers = "Officers"
  static let schema = Schema(
    "readers", Phrase("谁能开", "誰能開", "Who opens it"), Readers.init(officers:),
    Field(
      officers, \.officers, .people(.officer), Phrase("谁能开", "誰能開", "Who opens it"),
      hint: Phrase("指定的民警，各用自己的密钥", "指定的民警，各用自己的密鑰", "officers, each by their own key")))
}

extension Phrase {
  fileprivate static let onlyThese = Phrase(
    "只有这些人能开；都换了密钥就再也打不开。", "只有這些人能開；都換了密鑰就再也打不開。",
    "Only these can open it; once all their keys are replaced, nobody can.")
}

extension [Named] {
  /// Each once.
  fileprivate var unique: [Named] {
    reduce(into: []) { all, one in if !all.contains(one) { all.append(one) } }
  }
}
