import ArgumentParser
import Console
import Patrol
import Records
import Wording

/// `xunfang goals`: the nine goals with figure, same period last year, state; exit code 1 if one is broken.
struct GoalsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "goals",
      abstract: .said(
        "九项目标：本期、去年同期、状态。", "九項目標：本期、去年同期、狀態。",
        "The nine goals: cases so far, the same days last year, the state."))
  }

  @Option(help: .said("只看这个单位。", "只看這個單位。", "Only of this unit.")) var unit: String?
  @Option(
    parsing: .unconditional,
    help: .said("算到哪一天：2026-11-24、-1。", "算到哪一天：2026-11-24、-1。", "Up to which day: 2026-11-24, -1."))
  var date: String?
  @OptionGroup var format: FormatOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let snapshot = try runner.snapshot
      let within = try snapshot.unitCode(unit)
      let day =
        try date.map { try DayArgument.read($0, snapshot.station, shared) } ?? snapshot.today
      guard day <= snapshot.today else {
        throw ValidationError(
          .said(
            "还没有到 \(day.text)", "還沒有到 \(day.text)", "\(day.text) has not come yet"))
      }
      let board = GoalBoard(snapshot, on: day, unit: within)
      let language = shared.spoken
      let columns = [
        AnswerColumn("Goal", Phrase("项目", "項目", "Goal")) {
          Goal(rawValue: $0)?.label[language] ?? $0
        },
        AnswerColumn("From", Phrase("自", "自", "From")),
        AnswerColumn("To", Phrase("至", "至", "To")),
        AnswerColumn("Count", Phrase("本期", "本期", "Now")),
        AnswerColumn("Before", Phrase("去年同期", "去年同期", "Last year")),
        AnswerColumn("Change", Phrase("增减", "增減", "Change")),
        AnswerColumn("Until", Phrase("比到", "比到", "Compared to")),
        AnswerColumn("State", Phrase("状态", "狀態", "State")) { text, row in
          board.rows.first { $0.goal.rawValue == row[0] }?.state.phrase(snapshot)[language] ?? text
        },
        AnswerColumn("Since", Phrase("登记自", "登記自", "Registered since")),
        AnswerColumn("Unjudged", Phrase("未判", "未判", "Not judged")),
      ]
      Output.table(
        columns,
        board.rows.map { row in
          [
            row.goal.rawValue, board.span.now.lowerBound.text, board.span.now.upperBound.text,
            row.count.word, row.before.word, row.change.map { "\($0)" } ?? "",
            row.until?.text ?? "", row.state.word,
            board.begun?.text ?? "", "\(row.unjudged)",
          ]
        }, format, language)
      return Outcomes.read(
        try runner.unread(), shared,
        board.rows.contains { $0.state.isBroken } ? Outcomes.found : .success)
    }
  }
}

extension Figure {
  /// `?` where nobody knows, empty where there is nothing to know.
  fileprivate var word: String {
    switch self {
    case .count(let count): "\(count)"
    case .unknown: "?"
    case .notApplicable: ""
    }
  }
}
