import TestSupport
import Testing

@Suite(
  "Tables are headed and filled in with words for people, and with the files' names for programs")
struct TableWordsTests {
  private static let commands = [
    "list patrol", "list inspection --from -3", "list handover", "list open", "list members",
    "list equipment", "list units", "list teams", "list roster", "search 周建林",
    "history members QS-001", "history settings", "check", "goals", "cover", "roster plan",
    "access", "key list",
  ]

  private func run(_ program: Program, _ words: String, _ more: String...) throws -> Tool.Result {
    try program.run(words.split(separator: " ").map(String.init) + more)
  }

  private func hasHan(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) }
  }

  @Test("Every heading is in the language that is asked for", arguments: commands)
  func headings(_ words: String) throws {
    let scratch = try FullDirectory.copy()
    let program = try Program(on: scratch)
    for language in ["zh-Hans", "zh-Hant", "en"] {
      let said = try run(program, words, "--language", language)
      let heading = try #require(said.out.split(separator: "\n").first, "\(said.err)")
      if language == "en" {
        #expect(!hasHan(heading), "\(heading)")
      } else {
        for word in heading.split(separator: " ") { #expect(hasHan(word), "\(heading)") }
      }
    }
  }

  @Test("What programs read is the same in every language", arguments: commands)
  func programs(_ words: String) throws {
    let scratch = try FullDirectory.copy()
    let program = try Program(on: scratch)
    for format in ["--json", "--csv"] {
      let one = try run(program, words, format, "--language", "zh-Hans").out
      #expect(try one == run(program, words, format, "--language", "zh-Hans").out)
      guard !words.hasPrefix("check"), !words.hasPrefix("search") else { continue }
      #expect(try one == run(program, words, format, "--language", "en").out, "\(words)")
    }
  }

  @Test("Codes are said in words, times without their zone, phones masked")
  func values() throws {
    let scratch = try FullDirectory.copy()
    let program = try Program(on: scratch)
    let members = try run(program, "list members").out
    #expect(members.contains("队长") && !members.contains("leader"), "\(members)")
    #expect(members.contains("****") && !members.contains("10012345678"))
    #expect(try run(program, "list members --json").out.contains("\"leader\""))
    let patrols = try run(program, "list patrol").out
    #expect(patrols.contains("青石镇专职队") && !patrols.contains("foot"), "\(patrols)")
    let plan = try run(program, "roster plan").out
    #expect(!plan.contains("not done") && plan.contains("未巡"), "\(plan)")
    let keys = try run(program, "key list").out
    #expect(keys.contains("签字口令") && !keys.contains("PIN"), "\(keys)")
    #expect(try run(program, "key list --json").out.contains("\"Kept\":\"PIN\""))
  }

  @Test("A page is shown in words, and as its volume has it only where that is asked for")
  func page() throws {
    let scratch = try FullDirectory.copy()
    let program = try Program(on: scratch)
    let corrected = try run(program, "correct QS.patrol 2026 1 --reason 笔误 --set 天气=fog")
    #expect(corrected.status == 0, "\(corrected.err)")
    let page = try run(program, "show QS.patrol 2026 1").out
    #expect(page.hasPrefix("治安巡逻记录簿  青石镇专职队  2026  №1\n"), "\(page)")
    #expect(page.contains("天气          ~~晴~~ 雾"), "\(page)")
    #expect(page.contains("记录人 王警官 2026-11-24 22:30"), "\(page)")
    #expect(page.firstMatch(of: /[A-Z][a-z]+:/) == nil, "\(page)")
    let inspection = try run(program, "show QS.inspection 2026 1", "--language", "en").out
    #expect(inspection.hasPrefix("Inspection Record Book"), "\(inspection)")
    #expect(inspection.contains("Inspected        高庄村队"), "\(inspection)")
    let rec = try run(program, "show QS.patrol 2026 1 --rec").out
    #expect(rec.contains("\nWeather: clear\n") && rec.contains("\nKind: correction\n"), "\(rec)")
  }

  @Test("A day may be said as on a form, without an equals sign")
  func days() throws {
    let scratch = try FullDirectory.copy()
    let program = try Program(on: scratch)
    let yesterday = try run(program, "check --date -1")
    #expect(yesterday.out == (try run(program, "check --date 2026-11-23").out))
    #expect(try run(program, "list patrol --from -3 --to -1").status == 0)
    #expect(try run(program, "list patrol --from 昨天").status == 0)
    let wrong = try run(program, "check --date nowhere")
    #expect(wrong.status == 64 && wrong.err.hasPrefix("用法有误：“nowhere”不是日期"), "\(wrong.err)")
  }
}
