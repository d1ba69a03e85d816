import Records
import Wording

/// Why an incident can't stand in its register.
package enum IncidentRefusal: Refusal, Hashable {
  case ahead(Moment)
  case endBeforeStart(from: Moment, to: Moment)
  /// A period that ends before it begins.
  case periodBackwards(from: Day, to: Day)
  /// What shall not happen at all is not held against last year.
  case neverCompared(Goal)
  case notDeclared(Goal)

  package var field: String {
    switch self {
    case .ahead: "From"
    case .endBeforeStart, .periodBackwards: "To"
    case .neverCompared, .notDeclared: "Goal"
    }
  }

  package var notice: Notice {
    switch self {
    case .ahead(let from): .incidentAhead(from)
    case .endBeforeStart(let from, let to): .endBeforeStart(from, to)
    case .periodBackwards(let from, let to): .periodBackwards(from, to)
    case .neverCompared(let goal): .neverCompared(goal)
    case .notDeclared(let goal): .notDeclared(goal)
    }
  }

  package static let examples: [Self] = {
    let evening = Moment(Day(number: 20781), 20 * 60)
    return [
      .ahead(evening),
      .endBeforeStart(from: evening, to: evening + -30),
      .periodBackwards(from: evening.day, to: evening.day - 3), .neverCompared(.mass),
      .notDeclared(.homicide),
    ]
  }()
}

extension Phrase {
  static func notYet(_ moment: Moment) -> Phrase {
    Phrase("\(moment.text) 还没有到。", "\(moment.text) 還沒有到。", "\(moment.text) has not been yet.")
  }
  static let mendTheTime = Phrase("请改时间。", "請改時間。", "Mend the time.")
}

extension Notice {
  static func incidentAhead(_ from: Moment) -> Notice {
    Notice(.notYet(from), safe: registersUntouched, next: Phrase.mendTheTime)
  }
  static func periodBackwards(_ from: Day, _ to: Day) -> Notice {
    Notice(
      Phrase(
        "止 \(to.text) 早于起 \(from.text)。", "止 \(to.text) 早於起 \(from.text)。",
        "It ends on \(to.text), before it begins on \(from.text)."),
      safe: registersUntouched, next: Phrase("请改日期。", "請改日期。", "Put the days right."))
  }
  static func neverCompared(_ goal: Goal) -> Notice {
    Notice(
      Phrase(
        "“\(goal.label[.hans])”只看发生没有，不与去年比。", "「\(goal.label[.hant])」只看發生沒有，不與去年比。",
        "“\(goal.label[.en])” is not to happen at all; it is not held against last year."),
      safe: registersUntouched,
      next: Phrase("去年基数只登记另四项。", "去年基數只登記另四項。", "Enter last year's figures of the other four."))
  }
  static func notDeclared(_ goal: Goal) -> Notice {
    Notice(
      Phrase(
        "“\(goal.label[.hans])”按案事件计，不用零申报。", "「\(goal.label[.hant])」按案事件計，不用零申報。",
        "“\(goal.label[.en])” is counted from the incidents and not declared."),
      safe: registersUntouched, next: Phrase("请登记案事件。", "請登記案事件。", "Register the incidents."))
  }
}
