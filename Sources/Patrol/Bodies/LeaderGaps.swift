import Records
import Wording

/// A24: a city, department or township without a body, a body without a head or without its two
/// answerable leaders (R1, R17); a village team without an officer who answers for it (R6).
enum LeaderGaps: RegisterRule {
  static let finds: [RuleID] = [.leaderGap]
  static let reads: [RegisterKind] = [.bodies, .teams]

  static func findings(_ snapshot: Snapshot) -> [Finding] {
    let table = snapshot.table(.bodies)
    guard table.count > 0 else {
      return [.notBegun(.leaderGap, .bodies)] + officers(snapshot)
    }
    let bodies = (0..<table.count).map { table.texts(at: $0) }.filter {
      !snapshot.isPast($0, .bodies)
    }
    let byUnit = Dictionary(grouping: bodies) { $0["Unit"] ?? "" }
    let missing = snapshot.unitsInForce.filter {
      $0.kind.hasLeadingGroup && byUnit[$0.code] == nil
    }.map { unit in
      Finding(
        .leaderGap, about: unit.code, item: "body",
        place: .newRecord(.bodies, scope: .unit(unit.code)), act: .actAdd,
        Phrase(
          "\(unit.name) 未登记领导小组", "\(unit.name) 未登記領導小組",
          "\(unit.name): no leading group is registered"))
    }
    return missing + bodies.compactMap { body in empty(body, snapshot) } + officers(snapshot)
  }

  private static func empty(_ body: [String: String], _ snapshot: Snapshot) -> Finding? {
    let columns = ["First", "InCharge", "Head"].filter { body[$0] == nil }
      .compactMap(RegisterKind.bodies.column)
    guard !columns.isEmpty else { return nil }
    let unit = snapshot.unit(body["Unit"] ?? "")?.name ?? body["Name"] ?? ""
    @Sendable func names(_ language: Language) -> String {
      columns.map { $0.label[language] }.joined(separator: language.separator)
    }
    return Finding(
      .leaderGap, about: body["Unit"] ?? "", place: .record(.bodies, body["Code"] ?? ""),
      Phrase(
        "\(unit) 领导小组未明确\(names(.hans))", "\(unit) 領導小組未明確\(names(.hant))",
        "\(unit): the leading group names no \(names(.en))"))
  }

  private static func officers(_ snapshot: Snapshot) -> [Finding] {
    snapshot.teams.filter { $0.tier == .village && $0.officer == nil }.map { team in
      Finding(
        .leaderGap, about: team.code, place: .record(.teams, team.code),
        Phrase(
          "\(team.name) 未明确责任民警", "\(team.name) 未明確責任民警",
          "\(team.name): no officer answers for it"))
    }
  }
}

extension RuleID {
  package static let leaderGap = RuleID(
    "A24", of: "R17", Phrase("责任人未明确", "責任人未明確", "Unnamed"), .toComplete, act: .actComplete,
    Phrase(
      "市、部门、乡镇街道都要有领导小组，写明一把手、分管领导、组长；村队要有责任民警。", "市、部門、鄉鎮街道都要有領導小組，寫明一把手、分管領導、組長；村隊要有責任民警。",
      "City, departments and townships each have a leading group that names its leaders; a village team has its officer."
    ))
}
