import Records
import Wording

/// A32: a new station on which the first steps are not done yet.
enum FirstStepsOpen: RegisterRule {
  static let finds: [RuleID] = [.firstSteps]
  static let reads: [RegisterKind] = [.units, .teams, .members]

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    let steps = snapshot.firstSteps
    guard let next = steps.next else { return [] }
    let (line, title) = (steps.line, next.title)
    return [
      Finding(
        .firstSteps, about: snapshot.station.unit, place: .firstSteps,
        Phrase(
          "\(line[.hans])，下一步：\(title[.hans])", "\(line[.hant])，下一步：\(title[.hant])",
          "\(line[.en]), next: \(title[.en])"))
    ]
  }
}

extension RuleID {
  package static let firstSteps = RuleID(
    "A32", of: "R4", Phrase("第一步", "第一步", "First steps"),
    act: Phrase("接着做", "接著做", "Go on"),
    leave: .never(
      Phrase(
        "第一步做完自己消失，不缓办", "第一步做完自己消失，不緩辦", "the first steps leave the list when they are done")),
    Phrase(
      "新所要先有编制标准、单位、队伍、队员，记下第一页并签字。做到哪一步都可以离开，下次接着做。",
      "新所要先有編制標準、單位、隊伍、隊員，記下第一頁並簽字。做到哪一步都可以離開，下次接著做。",
      "A new station first has its floors, units, teams and members, and a first page that is signed. It can be left at any step and gone on with later."
    ))
}
