import Records
import Wording

/// A14: two pages that can't both be true.
///
/// A team, or one of its people, was found absent at a time for which its own book has them on
/// patrol; or somebody is written down as present in two patrols at once.
package struct Contradiction: Hashable, Sendable {
  /// That a team was on patrol, by a page of its Patrol Record Book.
  package struct Claim: Hashable, Sendable {
    package let page: PageID
    package let team: Named
    package let from: Moment
    package let to: Moment

    fileprivate init?(_ patrol: LedgerPage) {
      guard !patrol.isVoid, let team = patrol[PatrolEntry.team],
        let from = patrol[PatrolEntry.from], let to = patrol[PatrolEntry.to]
      else { return nil }
      (page, self.team, self.from, self.to) = (patrol.page.id, team, from, to)
    }

    fileprivate func overlaps(_ other: Claim) -> Bool { from < other.to && other.from < to }
    fileprivate var clock: String { "\(from.clock)-\(to.clock)" }
  }

  /// What says otherwise.
  package enum Denial: Hashable, Sendable {
    /// An inspector who came at that minute.
    case inspection(PageID, at: Moment)
    case patrol(Claim)
  }

  package let claim: Claim
  package let denial: Denial
  /// Who can't have been there; nil for the whole team.
  package let person: Named?

  /// The page that says otherwise: the newer one of two patrols.
  package var page: PageID {
    switch denial {
    case .inspection(let page, _): page
    case .patrol(let other): other.page
    }
  }

  /// When both are said to have been.
  package var at: Moment {
    switch denial {
    case .inspection(_, let at): at
    case .patrol(let other): max(claim.from, other.from)
    }
  }

  /// Which one it is: the two pages, and who can't have been on both.
  var item: String {
    ([claim.page.text, page.text] + (person.map { [$0.code] } ?? [])).joined(separator: ", ")
  }

  package func names(_ page: PageID) -> Bool { claim.page == page || self.page == page }

  /// What an inspection contradicts among the patrol entries of the team it is about.
  package static func between(_ page: LedgerPage, _ patrols: (String) -> [LedgerPage])
    -> [Contradiction]
  {
    // Who was counted was there, whatever is left of the problems after a correction.
    let present = Int(page.text(Inspection.present))
    let foundNobody =
      present.map { $0 == 0 }
      ?? page.text(Inspection.problems).split(separator: " ").contains("C")
    let absent = Absence.list(page.text(Inspection.absent)).map(\.person)
    guard !page.isVoid, foundNobody || !absent.isEmpty, let team = page[Inspection.inspected],
      let at = page[Inspection.from]
    else { return [] }
    let denial = Denial.inspection(page.page.id, at: at)
    return patrols(team.code).flatMap { patrol -> [Contradiction] in
      guard let claim = Claim(patrol), claim.from <= at, at < claim.to else { return [] }
      if foundNobody { return [Contradiction(claim: claim, denial: denial, person: nil)] }
      let present = Set(Named.list(patrol.text(PatrolEntry.present)).map(\.code))
      return absent.filter { present.contains($0.code) }.map {
        Contradiction(claim: claim, denial: denial, person: $0)
      }
    }
  }

  /// Who is present in two patrols that overlap, once for each pair of pages, in the order given.
  package static func twice(_ patrols: [LedgerPage]) -> [Contradiction] {
    // Nearly everybody patrols once a day: names are read, and times, only of those who do not.
    var pages: [Substring: [Int]] = [:]
    for index in sharing(patrols) {
      for code in Named.codes(patrols[index].text(PatrolEntry.present))
      where pages[code]?.last != index {
        pages[code, default: []].append(index)
      }
    }
    let more = pages.filter { $0.value.count > 1 }
    return Set(more.values.joined()).sorted().flatMap { index -> [Contradiction] in
      guard let claim = Claim(patrols[index]) else { return [] }
      return Named.list(patrols[index].text(PatrolEntry.present)).flatMap { person in
        (more[Substring(person.code)] ?? []).prefix { $0 < index }
          .compactMap { Claim(patrols[$0]) }.filter { $0.overlaps(claim) }
          .map { Contradiction(claim: $0, denial: .patrol(claim), person: person) }
      }
    }
  }

  /// The patrols with somebody who may be present in another, in the order given.
  ///
  /// Told by a number of each code: where two codes have one, the codes themselves are looked at after.
  private static func sharing(_ patrols: [LedgerPage]) -> [Int] {
    var first: [UInt64: Int] = [:]
    var found: Set<Int> = []
    for (index, patrol) in patrols.enumerated() {
      guard let codes = Named.codeHashes(patrol.text(PatrolEntry.present)) else {
        return Array(patrols.indices)
      }
      for code in codes {
        let other = first[code] ?? index
        if other == index { first[code] = index } else { found.formUnion([other, index]) }
      }
    }
    return found.sorted()
  }

  package var text: Phrase {
    let name = person?.name ?? ""
    return switch denial {
    case .patrol(let other):
      Phrase(
        "\(name) \(claim.clock) 在\(claim.team.name)第\(claim.page.number)页实到，\(other.clock) 又在\(other.team.name)第\(other.page.number)页实到",
        "\(name) \(claim.clock) 在\(claim.team.name)第\(claim.page.number)頁實到，\(other.clock) 又在\(other.team.name)第\(other.page.number)頁實到",
        "\(name): present \(claim.clock) on page \(claim.page.number) of \(claim.team.name) and \(other.clock) on page \(other.page.number) of \(other.team.name)"
      )
    case .inspection(_, let at) where person == nil:
      Phrase(
        "\(claim.team.name) 检查簿 \(at.clock) 到场无人，巡逻簿记 \(claim.clock) 在巡",
        "\(claim.team.name) 檢查簿 \(at.clock) 到場無人，巡邏簿記 \(claim.clock) 在巡",
        "\(claim.team.name): nobody there at \(at.clock), yet its book has a patrol \(claim.clock)")
    case .inspection(_, let at):
      Phrase(
        "\(claim.team.name) 检查簿 \(at.clock) \(name)不在，巡逻簿记 \(claim.clock) 实到",
        "\(claim.team.name) 檢查簿 \(at.clock) \(name)不在，巡邏簿記 \(claim.clock) 實到",
        "\(claim.team.name): \(name) absent at \(at.clock), present \(claim.clock) in its book")
    }
  }
}
