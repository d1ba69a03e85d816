import Records
import Wording

/// What can be known before anybody types: day, team, crew, turnout due, route.
///
/// Never the actual times, who came or what was found: on those an inspector relies.
package struct PatrolBeginning {
  private let about: PageBeginning

  package init(_ about: PageBeginning) { self.about = about }

  private var snapshot: Snapshot { about.snapshot }

  /// What a form proposes and somebody looks at: where nobody sees it, it is left out.
  static let seen = PatrolEntry.turnout.column

  package func draft(team: String?, day: Day?, from: Moment?) -> Draft {
    let date = day ?? from.map(snapshot.station.patrolDay) ?? about.day
    var draft = Draft(["Date": date.text])
    if let team { for (name, value) in teamValues(team) { draft[name] = value } }
    if from != nil, let team, let patrol = snapshot.underway(of: team), from == patrol.from {
      draft["To"] = about.now.text
    }
    return draft
  }

  /// Crew, leader, turnout and route of a team; what follows from a register that was not read stays
  /// open.
  package func teamValues(_ code: String) -> [String: String] {
    guard let team = snapshot.team(code) else { return [:] }
    let duty = snapshot.duty(
      of: code, on: about.day, near: about.now.minuteOfDay)
    let everybody = snapshot.members(of: code)
    let people = duty?.people ?? []
    let members = people.isEmpty ? everybody.map(\.named) : people
    let leader = everybody.first { member in members.contains { $0.code == member.code } }
    let route = duty?.route ?? ""
    let out = snapshot.underway(of: code).flatMap {
      snapshot.station.patrolDay($0.from) == about.day ? $0 : nil
    }
    let isPlanRead = snapshot.isRead(RegisterKind.planning)
    let isCrewRead = isPlanRead && snapshot.isRead([.members])
    let known = isCrewRead ? (leader?.named ?? members.first)?.text ?? "" : ""
    let planned = !isPlanRead ? "" : route.isEmpty ? team.route : route
    return [
      "Team": team.named.text, "From": out?.from.text ?? "", "To": "", "Points": "",
      "Leader": out?.leader?.text ?? known,
      Crew.roster: isCrewRead ? members.map(\.text).joined(separator: ", ") : "",
      "Present": "", "Absent": "",
      "Mode": team.tier == .village ? "foot" : "file",
      "Turnout": team.tier.turnout.joined(separator: " "),
      "Focus": team.focus.joined(separator: " "),
      "Route": out.map(\.route).flatMap { $0.isEmpty ? nil : $0 } ?? planned,
    ]
  }

  package func outDraft(team: String) -> Draft {
    let values = teamValues(team)
    let now = about.now
    return Draft(
      [
        "Team": values["Team"] ?? "", "From": now.text,
        "Due": snapshot.station.dueBack(now).text,
        "Leader": values["Leader"] ?? "",
        "Strength": snapshot.isRead([.members])
          ? "\(snapshot.strength(of: team))" : "",
        "Route": values["Route"] ?? "",
        "Date": snapshot.station.patrolDay(about.now).text,
      ].filter { !$0.value.isEmpty })
  }
}
