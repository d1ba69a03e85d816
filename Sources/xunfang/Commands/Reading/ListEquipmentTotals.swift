import Patrol
import Runner
import Wording

/// `xunfang list equipment-totals`: what units and teams have against how many people they are (R18).
///
/// A column an item: what is out, behind a slash how many should be.
enum ListEquipmentTotals {
  static let name = "equipment-totals"

  static func table(
    _ snapshot: Snapshot, _ scope: Scope?, _ format: FormatOptions, _ language: Language
  ) {
    let rows = EquipmentTotals(snapshot, in: scope).rows.map { row in
      [row.scope?.code ?? "", row.name[language], "\(row.strength)"]
        + EquipmentTotals.items.map { item in
          row.counts[item].map { "\($0.out)/\($0.due)" } ?? ""
        } + [row.words(language) ?? ""]
    }
    let columns =
      [
        AnswerColumn("Code", Phrase("代号", "代號", "Code")),
        AnswerColumn("Name", Phrase("单位或队伍", "單位或隊伍", "Unit or team")),
        AnswerColumn("Strength", Phrase("人数", "人數", "Heads")),
      ] + EquipmentTotals.items.map { AnswerColumn($0.rawValue.capitalized, $0.label) } + [
        AnswerColumn("Lacking", Phrase("缺少", "缺少", "Lacking"))
      ]
    Output.table(columns, rows, format, language)
  }
}
