import ArgumentParser
import Patrol
import Wording

/// `xunfang check`: the rules of the order.
///
/// Prints a row for each finding; exit code 1 if there is any. People get what a rule is called, programs
/// its number and the requirement of the order.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: .said(
        "按意见检查：缺员、未记、补记等。", "按意見檢查：缺員、未記、補記等。",
        "The rules of the order: shortfalls, missing entries, late ones …"))
  }

  @Option(
    parsing: .unconditional,
    help: .said(
      "巡防日，如 2026-11-24、-1；不写则为今日。", "巡防日，如 2026-11-24、-1；不寫則為今日。",
      "The patrol day; today without it.")) var date: String?
  @OptionGroup var format: FormatOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let snapshot = try runner.snapshot
      let day =
        try date.map { try DayArgument.read($0, snapshot.station, shared) } ?? snapshot.today
      let findings = try runner.findings(day)
      let language = shared.spoken
      Output.table(
        [
          AnswerColumn("Rule", Phrase("事项", "事項", "Matter")) { Self.title($0, language) },
          AnswerColumn("Requirement", Phrase("依据", "依據", "R"), said: nil),
          AnswerColumn("About", .about) { Self.name($0, snapshot, language) },
          AnswerColumn("Since", .since), AnswerColumn("Text", .text),
        ],
        findings.map {
          [
            $0.rule.rawValue, $0.rule.requirement, $0.about, $0.since?.text ?? "",
            $0.text[language],
          ]
        },
        format, language)
      runner.settleNow()
      let code = findings.isEmpty ? .success : Outcomes.found
      return Outcomes.read(try runner.unreadAnywhere(), shared, code)
    }
  }

  /// Who or what it is about: a unit or team, a kind of informants, a register, one record.
  private static func name(_ code: String, _ snapshot: Snapshot, _ language: Language) -> String {
    if let side = snapshot.side(code)?.name { return side }
    if let kind = InformantKind(rawValue: code) { return kind.label[language] }
    if let kind = snapshot.kinds[code] { return kind.title[language] }
    for kind in snapshot.kinds.registers {
      if let texts = snapshot.table(kind).texts(code) { return snapshot.title(of: texts, kind) }
    }
    return code
  }

  private static func title(_ rule: String, _ language: Language) -> String {
    Rules.ids.first { $0.rawValue == rule }?.title[language] ?? rule
  }
}
