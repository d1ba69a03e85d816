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
    if let first = city.first, cityStrength < snapshot.station.cityFloor {
      found.append(
        finding(.cityFloor, Phrase.cityForce, first.code, cityStrength, snapshot.station.cityFloor))
    }
    if let first = city.first, cityStrength > snapshot.station.cityFloor {
      found.append(above(first.code, cityStrength, snapshot.station.cityFloor))
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
      .cityFloor, about: code, place: .members(code),
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
      rule, about: code, place: .members(code),
      Phrase(
        "\(name[.hans]) \(strength) 人，应有 \(floor) 人，缺 \(short) 人",
        "\(name[.hant]) \(strength) 人，應有 \(floor) 人，缺 \(short) 人",
        "\(name[.en]): \(strength) of \(floor), \(short) short"))
  }
}

extension RuleID {
  package static let cityFloor = RuleID("A1", of: "R4", Phrase("编制", "編制", "Strength"))
  package static let townshipFloor = RuleID("A2", of: "R5", Phrase("缺员", "缺員", "Short"))
  package static let villageFloor = RuleID("A3", of: "R6", Phrase("缺员", "缺員", "Short"))
}
