import Records
import Wording

/// A5: an entry made after its patrol day and grace are over; more than ten days after, the station
/// looks at it again.
enum LateEntry: Rule {
  static let finds: [RuleID] = [.lateEntry]

  static func findings(_ survey: Survey) -> [Finding] {
    survey.noted.flatMap { team, rows in
      rows.filter { $0.has(.late) }.map { row in
        let day = Day(number: Int(row.day))
        return Finding(
          .lateEntry, about: team.code, since: day,
          place: .page(row.page(of: team.code), day),
          Phrase(
            "\(team.name) \(day.monthAndDay) 的记录是补记（第\(row.number)页）",
            "\(team.name) \(day.monthAndDay) 的記錄是補記（第\(row.number)頁）",
            "\(team.name): the entry of \(day.monthAndDay) came late (page \(row.number))"))
      }
    }
  }
}

extension RuleID {
  package static let lateEntry = RuleID(
    "A5", of: "R21", Phrase("补记待核", "補記待核", "Late"), act: .actSeePage,
    Phrase(
      "这页是过后补记的。看补记原因，核实后用“认可现状”注明。", "這頁是過後補記的。看補記原因，核實後用「認可現狀」註明。",
      "The page was entered late. Read why, look into it, then accept it with a word."))
}
