import Records
import Wording

/// What can be known of an inspection before anybody arrives: the two sides, who leads them, how
/// many should be there.
///
/// Never who was there or what was found: on those both sides sign.
package struct InspectionBeginning {
  private let about: PageBeginning

  package init(_ about: PageBeginning) { self.about = about }

  private var library: Library { about.library }

  package func draft(team: String?, day: Day) -> Draft {
    var draft = Draft(["Date": day.text, "Mode": "onsite"])
    if let team { for (name, value) in teamValues(team) { draft[name] = value } }
    return draft
  }

  /// Everything that follows from which team is inspected.
  package func teamValues(_ code: String) -> [String: String] {
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
  package func sideValues(_ code: String) -> [String: String] {
    let inspector =
      library.isStation(code) ? library.station.onDuty : library.leader(of: code)?.named
    return [
      "Inspecting": library.side(code)?.text ?? "", "Inspector": inspector?.text ?? "",
    ]
  }

  /// Who answers for a team on the day: the deputy named for it, else its leader.
  private func answering(_ team: String) -> Named? {
    guard library.isRead([.members, .deputies]) else { return nil }
    return library.deputy(of: team, on: about.day) ?? library.leader(of: team)?.named
  }
}
