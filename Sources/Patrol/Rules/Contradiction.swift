import Records
import Wording

/// A14: an inspection and a patrol entry that can't both be true.
///
/// A team, or one of its people, was found absent at a time for which its own book has them on
/// patrol.
package struct Contradiction: Hashable, Sendable {
  package let inspection: PageID
  package let patrol: PageID
  package let team: Named
  /// When the inspector came.
  package let at: Moment
  /// What the patrol entry claims.
  package let from: Moment
  package let to: Moment
  /// Who was absent and is written down as present; nil for the whole team.
  package let person: Named?

  /// What an inspection contradicts among the patrol entries of the team it is about.
  package static func between(_ page: LedgerPage, _ patrols: (String) -> [LedgerPage])
    -> [Contradiction]
  {
    let foundNobody =
      page.text("Present") == "0" || page.text("Problems").split(separator: " ").contains("C")
    let absent = page.text("Absent").split(separator: ",").compactMap {
      Absence(String($0).trimmingBlanks())?.person
    }
    guard !page.isVoid, foundNobody || !absent.isEmpty, let team = Named(page.text("Inspected")),
      let at = Moment(page.text("From"))
    else { return [] }
    var found: [Contradiction] = []
    for patrol in patrols(team.code) where !patrol.isVoid {
      guard let from = Moment(patrol.text("From")), let to = Moment(patrol.text("To")),
        from <= at, at < to
      else { continue }
      func add(_ person: Named?) {
        found.append(
          Contradiction(
            inspection: page.page.id, patrol: patrol.page.id, team: team, at: at, from: from,
            to: to, person: person))
      }
      if foundNobody {
        add(nil)
      } else {
        let present = Set(
          patrol.text("Present").split(separator: ",").compactMap {
            Named(String($0).trimmingBlanks())?.code
          })
        for person in absent where present.contains(person.code) { add(person) }
      }
    }
    return found
  }

  package var text: Phrase {
    let claim = "\(from.clock)-\(to.clock)"
    guard let person else {
      return Phrase(
        "\(team.name) 检查簿 \(at.clock) 到场无人，巡逻簿记 \(claim) 在巡",
        "\(team.name) 檢查簿 \(at.clock) 到場無人，巡邏簿記 \(claim) 在巡",
        "\(team.name): nobody there at \(at.clock), yet its book has a patrol \(claim)")
    }
    return Phrase(
      "\(team.name) 检查簿 \(at.clock) \(person.name)不在，巡逻簿记 \(claim) 实到",
      "\(team.name) 檢查簿 \(at.clock) \(person.name)不在，巡邏簿記 \(claim) 實到",
      "\(team.name): \(person.name) absent at \(at.clock), present \(claim) in its book")
  }
}
