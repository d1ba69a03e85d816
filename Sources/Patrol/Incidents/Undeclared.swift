import Records
import Wording

/// A33: a township or subdistrict that has not declared a political goal for ten days that are over (零申报, R3).
enum Undeclared: RegisterRule {
  static let finds: [RuleID] = [.undeclared]
  static let reads: [RegisterKind] = [.declarations]

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    snapshot.declarationsDue(on: snapshot.today).flatMap { days in
      Goal.allCases.filter(\.isDeclared).flatMap { goal in
        snapshot.undeclared(goal, for: days).map { finding($0, goal, days, snapshot) }
      }
    }
  }

  private static func finding(
    _ unit: String, _ goal: Goal, _ days: ClosedRange<Day>, _ snapshot: Snapshot
  ) -> Finding {
    let name = snapshot.unitName(unit)
    let span = "\(days.lowerBound.monthAndDay)–\(days.upperBound.monthAndDay)"
    return Finding(
      .undeclared, about: unit, item: "\(goal.rawValue) \(days.lowerBound.text)",
      since: days.upperBound + 1,
      place: .newRecord(
        .declarations, scope: .unit(unit),
        given: [
          ZeroDeclaration.goal.column.name: goal.rawValue, ZeroDeclaration.unit.column.name: unit,
          ZeroDeclaration.from.column.name: days.lowerBound.text,
          ZeroDeclaration.to.column.name: days.upperBound.text,
        ]),
      Phrase(
        "\(name) \(span) 未申报“\(goal.label[.hans])”", "\(name) \(span) 未申報「\(goal.label[.hant])」",
        "\(name), \(span): “\(goal.label[.en])” not declared"))
  }
}

extension RuleID {
  package static let undeclared = RuleID(
    "A33", of: "R3", Phrase("零申报缺", "零申報缺", "Not declared"), act: .actAdd,
    Phrase(
      "专项期间每旬过后，各乡镇、街道就两项政治目标各申报一次，没有也报零。登记申报后自动消去。",
      "專項期間每旬過後，各鄉鎮、街道就兩項政治目標各申報一次，沒有也報零。登記申報後自動消去。",
      "In the campaign every township declares the two political goals after each ten days, none as well. Register what it declared."
    ))
}

extension Snapshot {
  /// The ten days of the campaign that are over on a day, oldest first; none without a campaign.
  package func declarationsDue(on day: Day) -> [ClosedRange<Day>] {
    guard let begin = station.policy.campaignFrom, begin <= day else { return [] }
    var (due, next): ([ClosedRange<Day>], Day) = ([], begin)
    let end = station.policy.campaignTo ?? day
    while next <= end {
      let third = TenDays.containing(next)
      guard third.upperBound < day else { break }
      due.append(max(begin, third.lowerBound)...min(end, third.upperBound))
      next = third.upperBound + 1
    }
    return due
  }

  /// Whether any of some units declares.
  func declares(_ within: Set<String>?) -> Bool {
    unitsInForce.contains { $0.kind.isTownship && within?.contains($0.code) != false }
  }

  /// Townships and subdistricts that have not declared a goal for some days, by code.
  package func undeclared(
    _ goal: Goal, for days: ClosedRange<Day>, within: Set<String>? = nil
  ) -> [String] {
    let declared = Set(
      declarations.filter {
        $0.goal == goal && $0.from <= days.lowerBound && $0.to >= days.upperBound
      }.map(\.unit))
    return unitsInForce.filter {
      $0.kind.isTownship && within?.contains($0.code) != false && !declared.contains($0.code)
    }.map(\.code)
  }
}
