/// The rules of the order, by name: a rule that stands in neither list finds nothing.
package enum Rules {
  /// Every rule, in the order in which their findings are listed.
  static let all: [any Rule.Type] = [
    UnderwayOverdue.self, BooksDisagree.self, TeamFloor.self, UnsignedInspection.self,
    OverdueProblem.self, MissingEntry.self, SameTexts.self, OpenHandover.self, NotInspected.self,
    RosterGap.self, SmallCrew.self, LateEntry.self, StruckOut.self, CosignDue.self,
  ]

  private static let ofRegisters: [any RegisterRule.Type] = [
    LeaderGaps.self, EquipmentLack.self, EquipmentOut.self, Untrained.self, InformantGaps.self,
    WatchGaps.self, SamePerson.self, PastKeeping.self, RecordsNotRead.self,
  ]

  /// What any rule may find, in the order of the rules.
  package static let ids: [RuleID] =
    all.flatMap { $0.finds } + ofRegisters.flatMap { $0.finds }

  package static func registers(_ snapshot: Snapshot) -> [Finding] {
    ofRegisters.filter { snapshot.isRead($0.reads) }.flatMap { $0.findings(snapshot) }
  }
}
