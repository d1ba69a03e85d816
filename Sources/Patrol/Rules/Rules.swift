/// The rules of the order, by name: a rule that stands in neither list finds nothing.
package enum Rules {
  /// Rules about the day and its books.
  static let all: [any Rule.Type] = [
    UnderwayOverdue.self, BooksDisagree.self, TeamFloor.self, UnsignedInspection.self,
    OverdueProblem.self, MissingEntry.self, MissedShift.self, SameTexts.self, OpenHandover.self,
    NotInspected.self,
    RosterGap.self, SmallCrew.self, LateEntry.self, StruckOut.self, CosignDue.self,
    LeadsDue.self, MessagesDue.self,
  ]

  private static let ofRegisters: [any RegisterRule.Type] = [
    UnitWithoutTeam.self, LeaderGaps.self, EquipmentLack.self, EquipmentOut.self, Untrained.self,
    InformantGaps.self,
    WatchGaps.self, SamePerson.self, PastKeeping.self, RecordsNotRead.self, FirstStepsOpen.self,
    Undeclared.self, Unjudged.self,
  ]

  /// What any rule may find, in the order of the rules.
  package static let ids: [RuleID] =
    all.flatMap { $0.finds } + ofRegisters.flatMap { $0.finds }

  /// What presses most first; within what is to be done and what is to be completed.
  private static let order: [RuleID] = [
    .notRead, .firstSteps, .underwayOverdue, .lookoutPast, .booksDisagree, .refusalUnreviewed,
    .overdueProblem,
    .silentTeam, .missingEntry, .missedShift, .unsignedInspection, .openHandover, .leadUnassigned,
    .leadOverdue, .leadUnverified, .textsWaiting, .textsStuck, .equipmentOut,
    .pastKeeping, .undeclared, .unjudged, .rosterGap,
    .sameTexts, .smallCrew, .lateEntry, .struckOut, .cosignDue, .cityFloor, .townshipFloor,
    .villageFloor, .unitWithoutTeam, .leaderGap, .notInspected, .notChecked, .postNotChecked,
    .untrained,
    .equipmentLack,
    .informantGap, .watchGap, .samePerson,
  ]

  private static let ranks = Dictionary(
    order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

  /// How far behind the most pressing a rule's findings are listed.
  package static func rank(_ rule: RuleID) -> Int { ranks[rule] ?? order.count }

  /// The rule of a number.
  package static func id(_ rawValue: String) -> RuleID? { byNumber[rawValue] }
  private static let byNumber = Dictionary(
    ids.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first })

  package static func registers(_ snapshot: Snapshot) -> [Finding] {
    ofRegisters.filter { snapshot.isRead($0.reads) }.flatMap { $0.findings(snapshot) }
  }
}
