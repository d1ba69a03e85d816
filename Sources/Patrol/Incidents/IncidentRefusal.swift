import Records
import Wording

/// Why an incident can't stand in its register.
package enum IncidentRefusal: Refusal, Hashable {
  case endBeforeStart(from: Moment, to: Moment)
  /// A period that ends before it begins.
  case periodBackwards(from: Day, to: Day)
  /// What shall not happen at all is not held against last year.
  case neverCompared(Goal)
  case notDeclared(Goal)
  /// A unit declares a period once.
  case declaredTwice(unit: String, by: String)
  /// A village or a department declares nothing: its township does.
  case declaresNothing(unit: String)

  package var field: String {
    switch self {
    case .endBeforeStart, .periodBackwards: "To"
    case .neverCompared, .notDeclared: "Goal"
    case .declaredTwice: "From"
    case .declaresNothing: "Unit"
    }
  }

  package var notice: Notice {
    switch self {
    case .endBeforeStart(let from, let to): .endBeforeStart(from, to)
    case .periodBackwards(let from, let to): .periodBackwards(from, to)
    case .neverCompared(let goal): .neverCompared(goal)
    case .notDeclared(let goal): .notDeclared(goal)
    case .declaredTwice(let unit, let code): .declaredTwice(unit, code)
    case .declaresNothing(let unit): .declaresNothing(unit)
    }
  }

  package static let examples: [Self] = {
    let evening = Moment(Day(number: 20781), 20 * 60)
    return [
      .endBeforeStart(from: evening, to: evening + -30),
      .periodBackwards(from: evening.day, to: evening.day - 3), .neverCompared(.mass),
      .notDeclared(.homicide), .declaredTwice(unit: "青石镇", by: "QSP-Z-0001"),
      .declaresNothing(unit: "高庄村"),
    ]
  }()
}

extension Notice {
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
  static func declaredTwice(_ unit: String, _ code: String) -> Notice {
    Notice(
      Phrase(
        "\(unit) 这几天已申报（\(code)）。", "\(unit) 這幾天已申報（\(code)）。",
        "\(unit) has declared these days already (\(code))."),
      safe: registersUntouched,
      next: Phrase("要改，请修改那一条。", "要改，請修改那一條。", "To change it, edit that one."))
  }
  static func declaresNothing(_ unit: String) -> Notice {
    Notice(
      Phrase(
        "\(unit) 不单独申报，由乡镇、街道申报。", "\(unit) 不單獨申報，由鄉鎮、街道申報。",
        "\(unit) declares nothing: townships and subdistricts do."),
      safe: registersUntouched,
      next: Phrase("请写所属的乡镇、街道。", "請寫所屬的鄉鎮、街道。", "Name the township or subdistrict."))
  }
  static func notDeclared(_ goal: Goal) -> Notice {
    Notice(
      Phrase(
        "“\(goal.label[.hans])”按案事件计，不用零申报。", "「\(goal.label[.hant])」按案事件計，不用零申報。",
        "“\(goal.label[.en])” is counted from the incidents and not declared."),
      safe: registersUntouched, next: Phrase("请登记案事件。", "請登記案事件。", "Register the incidents."))
  }
}
