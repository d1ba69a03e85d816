import ArgumentParser
import Console
import Patrol
import Wording

/// `xunfang roster plan`: what became of the shifts.
extension RosterCommand {
  /// Prints a row for each shift; exit code 1 if one that is over was not done in full.
  struct Plan: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: .said(
          "计划与实际对照：未巡、迟到、时长不足、漏点。", "計劃與實際對照：未巡、遲到、時長不足、漏點。",
          "Plan against fact: not done, late, short, points left out."))
    }

    @Option(help: .said("只看这个单位。", "只看這個單位。", "Only of this unit.")) var unit: String?
    @Option(help: .said("只看这支队。", "只看這支隊。", "Only of this team.")) var team: String?
    @OptionGroup var days: Days
    @OptionGroup var format: FormatOptions
    @OptionGroup var shared: SharedOptions

    func run() throws {
      try Outcomes.reported(shared) {
        let runner = try shared.runner()
        let snapshot = try runner.snapshot
        let (from, to) = try days.range(snapshot, shared)
        let scope = try snapshot.scope(unit: unit, team: team)
        let teams = snapshot.teams(in: scope).map(\.code)
        let reply = runner.perform(.plan(teams: teams, from: from, to: to))
        guard let found = reply.outcome.answer(Performances.self)?.list else {
          return Outcomes.of(reply, shared)
        }
        let states = found.flatMap(\.states).map { ($0.word, $0.phrase) }
        let said = Dictionary(states, uniquingKeysWith: { first, _ in first })
        let language = shared.spoken
        let columns = [
          AnswerColumn("Date", .patrolDay),
          AnswerColumn("Team", Phrase("队伍", "隊伍", "Team")) { snapshot.team($0)?.name ?? $0 },
          AnswerColumn("From", Phrase("起", "起", "From")),
          AnswerColumn("To", Phrase("止", "止", "To")), AnswerColumn("Book", .book),
          AnswerColumn("Number", .number),
          AnswerColumn("State", Phrase("完成情况", "完成情況", "State")) { text in
            text.split(separator: ", ").map { said[String($0)]?[language] ?? String($0) }
              .joined(separator: language.separator)
          },
        ]
        Output.table(
          columns,
          found.map { item in
            [
              item.duty.day.text, item.duty.team, item.duty.from.text, item.duty.to.text,
              item.page?.book.text ?? "", item.page.map { "\($0.number)" } ?? "",
              item.states.map { $0.word }.joined(separator: ", "),
            ]
          }, format, language)
        runner.settleNow()
        return Outcomes.read(
          try runner.unread(from: from), shared,
          found.contains { !$0.isFull && !$0.isOpen && !$0.isCalledOff } ? Outcomes.found : .success
        )
      }
    }
  }
}

extension Performance.State {
  /// As scripts read it, in every language.
  fileprivate var word: String {
    switch self {
    case .done: "done"
    case .toCome: "to come"
    case .underway: "out"
    case .notDone: "not done"
    case .calledOff: "off"
    case .notRead: "not read"
    case .late(let minutes): "late \(minutes)"
    case .short(let minutes): "short \(minutes)"
    case .missed(let count, let of): "missed \(count)/\(of)"
    case .pointsUnsaid: "points unsaid"
    }
  }
}
