import ArgumentParser
import Patrol
import Records
import Wording

/// `xunfang cover`: incidents and patrol minutes by unit, weekday and hour of the patrol day, with the score of
/// where cover is thin.
struct CoverCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cover",
      abstract: .said(
        "各单位星期几、几点的案事件数和巡逻分钟数，薄弱分。", "各單位星期幾、幾點的案事件數和巡邏分鐘數，薄弱分。",
        "Incidents and patrol minutes by unit, weekday and hour, with the score of thin cover."))
  }

  @Option(help: .said("只看这个单位。", "只看這個單位。", "Only of this unit.")) var unit: String?
  @Option(
    parsing: .unconditional,
    help: .said("从哪一天算起；不写为近八周。", "從哪一天算起；不寫為近八週。", "From which day; eight weeks without it."))
  var from: String?
  @Option(
    parsing: .unconditional,
    help: .said("算到哪一天；不写为昨天。", "算到哪一天；不寫為昨天。", "Up to which day; yesterday without it."))
  var to: String?
  @OptionGroup var format: FormatOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Outcomes.reported(shared) {
      let runner = try shared.runner()
      let snapshot = try runner.snapshot
      let within = try snapshot.unitCode(unit)
      let last = try to.map { try DayArgument.read($0, snapshot.station, shared) }
      let weeks = Cover.days(to: last ?? snapshot.today, today: snapshot.today)
      let begin = try from.map { try DayArgument.read($0, snapshot.station, shared) }
      try SpanArgument.check(begin, last)
      if let begin, begin > weeks.upperBound {
        throw ValidationError(
          .said(
            "\(begin.text) 还没有过完", "\(begin.text) 還沒有過完", "\(begin.text) is not over yet"))
      }
      let days = min(begin ?? weeks.lowerBound, weeks.upperBound)...weeks.upperBound
      var times: PatrolTimes?
      for progress in runner.finish(.patrolTimes(Cover.read(for: days))) {
        switch progress {
        case .brought(let found as PatrolTimes): times = found
        case .failed(let notice):
          Outcomes.complain(notice, shared.spoken)
          return Outcomes.failed
        case .brought, .running: break
        }
      }
      guard let times else { return Outcomes.failed }
      Output.table(
        columns(snapshot, shared.spoken), rows(Cover(snapshot, days, times, unit: within)), format,
        shared.spoken)
      return Outcomes.read(try runner.unread(from: days.lowerBound), shared, .success)
    }
  }

  private func columns(_ snapshot: Snapshot, _ language: Language) -> [AnswerColumn] {
    [
      AnswerColumn("Unit", Phrase("单位", "單位", "Unit")) { snapshot.unitName($0) },
      AnswerColumn("Weekday", Phrase("星期", "星期", "Weekday")) { text in
        Int(text).map { Phrase.weekday($0)[language] } ?? text
      },
      AnswerColumn("Hour", Phrase("时", "時", "Hour")),
      AnswerColumn("Incidents", Phrase("案事件", "案事件", "Incidents")),
      AnswerColumn("Minutes", Phrase("巡逻分钟", "巡邏分鐘", "Patrol minutes")),
      AnswerColumn("Nights", Phrase("夜数", "夜數", "Nights")),
      AnswerColumn("Score", Phrase("分", "分", "Score")),
    ]
  }

  /// The cells in which there is anything.
  private func rows(_ cover: Cover) -> [[String]] {
    cover.areas.flatMap { area in
      WeekHours.places.compactMap { place in
        let cases = cover.incidents[area]?[place] ?? 0
        let minutes = cover.minutes[area]?[place] ?? 0
        guard cases > 0 || minutes > 0 else { return nil }
        return [
          area, "\(place.weekday)", "\(cover.hour(place.column))", "\(cases)", "\(minutes)",
          "\(cover.nights(of: place.weekday))", cover.score(area, at: place).map { "\($0)" } ?? "",
        ]
      }
    }
  }
}
