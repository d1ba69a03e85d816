import Patrol
import Records

/// Pages for tests that need one.
package enum Sample {
  /// An entry of the small city's township team in which every field says something.
  package static let texts: [String: String] = [
    "Team": "QS 青石镇专职队", "Date": "2026-11-24", "From": "2026-11-24 19:30", "To": "2026-11-24 22:10",
    "Weather": "clear", "Mode": "foot", "Leader": "QS-001 周建林", "Officer": "P-001 王警官",
    "Present": "QS-001 周建林, QS-002 𮯰某, QS-003 𱍐某", "Absent": "QS-004 单雄 (sick)",
    "Route": "柳庄—小李庄公路", "Focus": "transformer livestock", "Turnout": "uniform baton",
    "Objects": "transformer 14, well 9", "Found": "suspicious", "Observed": "一行\n二行",
    "Handling": "persuaded", "Handled": "问明来意", "Intelligence": "yes", "Handover": "明早复查",
    "Settles": "12 13", "Late": "停电", "Remark": "无",
  ]

  package static func entry(_ changes: [String: String] = [:]) throws -> PatrolEntry {
    try PatrolEntry.schema.parse(texts.merging(changes) { $1 }.filter { !$0.value.isEmpty })
  }

  /// A usual night: nothing found, everybody there.
  package static func quiet(_ changes: [String: String] = [:]) throws -> PatrolEntry {
    let said = [
      "Found", "Observed", "Handling", "Handled", "Intelligence", "Handover", "Settles", "Late",
      "Remark",
    ]
    let nothing = Dictionary(uniqueKeysWithValues: said.map { ($0, "") })
    return try entry(nothing.merging(changes) { $1 })
  }

  /// Texts that try to look like something else, for the demo city's township team.
  package static func hostile() throws -> PatrolEntry {
    try quiet([
      "Leader": "QS-001 柳东升", "Present": "QS-001 柳东升, QS-002 夏有粮, QS-003 马家和", "Absent": "",
      "Found": "suspicious",
      "Observed": "+ 加号开头\n# 井号开头\nNumber: 99\n%rec: X\n\n末行", "Remark": "“引号”, 'x' \\ y",
    ])
  }

  /// What a volume of the small city says of itself.
  package static func cover(_ title: String) -> VolumeCover {
    VolumeCover(title, directory, rollover: 480)
  }

  package static let directory =
    DirectoryID("demo-5be1c0ffee00000000000000000000a1") ?? DirectoryID(isDemo: true)

  package static let recorded = Recorded(Demo.now, by: Named("P-001", "王警官"))
}
