import Records
import Wording

/// A1–A3: city 80, every township 15, every village 5 (R4–R6).
///
/// 80 is a fixed establishment: above it is noted as well. 15 and 5 are minimums.
enum TeamFloor: Rule {
  static let finds: [RuleID] = [.cityFloor, .townshipFloor, .villageFloor]
  static let reads: [RegisterKind] = [.members, .teams]

  static func findings(_ survey: Survey) -> [Finding] {
    let snapshot = survey.snapshot
    return snapshot.floorFindings.get { findings(snapshot) }
  }

  /// The same on every day, as long as no register changes.
  private static func findings(_ snapshot: Snapshot) -> [Finding] {
    var found: [Finding] = []
    let city = snapshot.teams.filter { $0.tier == .city }
    let cityStrength = city.reduce(0) { $0 + snapshot.strength(of: $1.code) }
    // Whoever joins the city force joins the team of it that is shortest.
    if let first = city.max(by: { snapshot.shortfall(of: $0) < snapshot.shortfall(of: $1) }) {
      let due = snapshot.station.cityFloor
      if cityStrength < due {
        found.append(finding(.cityFloor, Phrase.cityForce, first.code, cityStrength, due))
      } else if cityStrength > due {
        found.append(above(first.code, cityStrength, due))
      }
    }
    for team in snapshot.teams where team.tier != .city {
      let (strength, floor) = (snapshot.strength(of: team.code), snapshot.floor(of: team))
      guard strength < floor else { continue }
      let rule: RuleID = team.tier == .township ? .townshipFloor : .villageFloor
      found.append(finding(rule, Phrase(verbatim: team.name), team.code, strength, floor))
    }
    return found
  }

  private static func above(_ code: String, _ strength: Int, _ establishment: Int) -> Finding {
    let name = Phrase.cityForce
    let over = strength - establishment
    return Finding(
      .cityFloor, about: code, item: "above", extent: over,
      place: .records(.members, scope: .cityForce),
      act: Phrase("核对名册", "核對名冊", "Check the roll"),
      Phrase(
        "\(name[.hans]) \(strength) 人，编制 \(establishment) 人，多 \(over) 人",
        "\(name[.hant]) \(strength) 人，編制 \(establishment) 人，多 \(over) 人",
        "\(name[.en]): \(strength) of an establishment of \(establishment), \(over) above"))
  }

  private static func finding(
    _ rule: RuleID, _ name: Phrase, _ code: String, _ strength: Int, _ floor: Int
  ) -> Finding {
    let short = floor - strength
    return Finding(
      rule, about: code, extent: short,
      place: .newRecord(.members, scope: .team(code)),
      Phrase(
        "\(name[.hans]) \(strength) 人，应有 \(floor) 人，缺 \(short) 人",
        "\(name[.hant]) \(strength) 人，應有 \(floor) 人，缺 \(short) 人",
        "\(name[.en]): \(strength) of \(floor), \(short) short"))
  }
}

extension RuleID {
  package static let cityFloor = RuleID(
    "A1", of: "R4", Phrase("编制", "編制", "Establishment"), .toComplete, act: .actAddMember,
    Phrase(
      "市级专职队按编制配人：少的补员，多的核对名册。", "市級專職隊按編制配人：少的補員，多的核對名冊。",
      "The city force has an establishment: fill what is short, check the roll where there are more."
    ))
  package static let townshipFloor = RuleID(
    "A2", of: "R5", Phrase("缺员", "缺員", "Short"), .toComplete, act: .actAddMember,
    Phrase(
      "乡镇街道专职队不少于 15 人（另有核定的按核定）。招到人后新增队员。", "鄉鎮街道專職隊不少於 15 人（另有核定的按核定）。招到人後新增隊員。",
      "A township's full-time team has 15 at least, or what was settled for it. Add members as they come."
    ))
  package static let villageFloor = RuleID(
    "A3", of: "R6", Phrase("缺员", "缺員", "Short"), .toComplete, act: .actAddMember,
    Phrase(
      "社区村组队不少于 5 人（另有核定的按核定）。招到人后新增队员。", "社區村組隊不少於 5 人（另有核定的按核定）。招到人後新增隊員。",
      "A community or village team has 5 at least, or what was settled for it. Add members as they come."
    ))
}

extension Snapshot {
  /// How many a team of the city force lacks of its own number; without one the smaller team lacks more.
  fileprivate func shortfall(of team: Team) -> Int { (team.floor ?? 0) - strength(of: team.code) }
}

extension Phrase {
  fileprivate static let actAddMember = Phrase("新增队员", "新增隊員", "Add a member")
}
