import Records
import Wording

/// What whoever records an inspection should know before it is saved.
package struct InspectionWarnings {
  package let all: [Phrase]

  package init(_ draft: Draft, _ ledger: DayLedger?, _ snapshot: Snapshot, now: Moment) {
    all =
      [
        PageWarnings.notOver(Moment(draft["To"]), now), Self.elsewhere(draft, snapshot),
        Self.enough(draft, snapshot),
      ].compactMap { $0 }
      + PageWarnings.of(draft, .inspection, ledger, snapshot, now: now)
  }

  /// Too few people, said of a team whose floor is met and of which everybody due was there.
  private static func enough(_ draft: Draft, _ snapshot: Snapshot) -> Phrase? {
    let points = snapshot.codes.table("point").map(\.code)
    let wrong = zip(points, draft["Points"]).contains { $0 == "strength" && $1 == "2" }
    guard wrong, let numbers = Crew.numbers(draft, PageKind.inspection.columns),
      let team = Named(draft[Inspection.inspected.column]).flatMap({ snapshot.team($0.code) }),
      numbers.present >= max(numbers.due, snapshot.floor(of: team))
    else { return nil }
    return Phrase(
      "应到\(numbers.due)人都到了，人数却记不合格。", "應到\(numbers.due)人都到了，人數卻記不合格。",
      "All \(numbers.due) due were there, and the number of people is marked as not in order.")
  }

  /// A station checks the teams that it answers for; it will be refused, so it is said at once.
  private static func elsewhere(_ draft: Draft, _ snapshot: Snapshot) -> Phrase? {
    guard let side = Named(draft[Inspection.inspecting.column]), snapshot.isStation(side.code),
      let team = Named(draft[Inspection.inspected.column]).flatMap({ snapshot.team($0.code) }),
      let station = snapshot.answering(for: team.unit), station.code != side.code
    else { return nil }
    return Phrase(
      "\(team.name)归\(station.name)检查。", "\(team.name)歸\(station.name)檢查。",
      "\(team.name) is checked by \(station.name).")
  }
}
