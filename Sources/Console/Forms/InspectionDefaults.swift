import Patrol
import Records
import Wording

/// What can be known of an inspection before anybody arrives: the two sides, who leads them, how
/// many should be there.
///
/// Never who was there or what was found: on those both sides sign.
struct InspectionDefaults {
  let world: World

  init(_ world: World) { self.world = world }

  func draft(team: String?, day: Day) -> Draft {
    var draft = Draft(["Date": day.text, "Mode": "onsite"])
    if let team { for (name, value) in teamValues(team) { draft[name] = value } }
    return draft
  }

  /// Everything that follows from which team is inspected.
  func teamValues(_ code: String) -> [String: String] {
    let library = world.library
    guard let team = library.team(code) else { return [:] }
    let members = library.members(of: code)
    let side = library.townshipTeam(over: team)?.code ?? library.station.unit
    return [
      "Inspected": team.named.text,
      "Expected": library.isRead([.members]) ? "\(members.count)" : "", "Absent": "",
      "Present": "", "Answering": answering(code)?.text ?? "",
      Crew.roster: members.map(\.named.text).joined(separator: ", "),
    ].merging(sideValues(side)) { first, _ in first }
  }

  /// Everything that follows from who inspects.
  func sideValues(_ code: String) -> [String: String] {
    let library = world.library
    let inspector =
      library.isStation(code) ? library.station.onDuty : library.leader(of: code)?.named
    return [
      "Inspecting": library.side(code)?.text ?? "", "Inspector": inspector?.text ?? "",
    ]
  }

  /// Who answers for a team on the day: the deputy named for it, else its leader.
  private func answering(_ team: String) -> Named? {
    guard world.library.isRead([.members, .deputies]) else { return nil }
    return world.library.deputy(of: team, on: world.day) ?? world.library.leader(of: team)?.named
  }
}
