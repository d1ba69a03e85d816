import Records
import Wording

/// A30: a day with more shifts on the roster than entries in the book (R27): plan against fact, until the
/// patrol is entered late or somebody says why there was none.
///
/// A day without any entry is told by `MissingEntry` alone.
enum MissedShift: Rule {
  static let finds: [RuleID] = [.missedShift]
  static let reads: [RegisterKind] = [.roster, .exceptions]

  static func findings(_ survey: Survey) -> [Finding] {
    survey.snapshot.teams.compactMap { team in
      let missed = survey.missed(of: team)
      guard let first = missed.first else { return nil }
      let (count, name) = (missed.reduce(0) { $0 + $1.due - $1.done }, team.name)
      let days = Phrase.first(4, of: missed.map(\.day.monthAndDay))
      return Finding(
        .missedShift, about: team.code, since: first.day, extent: count,
        place: .entry(team.code, first.day),
        Phrase(
          "\(name) \(count) 班未巡：\(days[.hans])", "\(name) \(count) 班未巡：\(days[.hant])",
          "\(name): \(count) \(count == 1 ? "shift" : "shifts") not done: \(days[.en])"))
    }
  }
}

extension RuleID {
  package static let missedShift = RuleID(
    "A30", of: "R27", Phrase("班次未巡", "班次未巡", "Shift missed"), act: .actEnterLate,
    Phrase(
      "当天排的班次多于巡逻记录。巡了的补记；没巡的写明原因，或在勤务里记停班。",
      "當天排的班次多於巡邏記錄。巡了的補記；沒巡的寫明原因，或在勤務裡記停班。",
      "More shifts stood on the roster than patrols in the book. Enter those that were done; say why others were not."
    ))
}
