import Patrol
import Records
import Wording

/// What can be known before anybody types: day, team, crew, turnout due, route.
///
/// Never the actual times, who came or what was found: on those an inspector relies.
struct PatrolDefaults {
  let world: World

  init(_ world: World) { self.world = world }

  func draft(team: String?, day: Day?, from: Moment?) -> Draft {
    var draft = Draft(["Date": (day ?? from.map(world.library.station.patrolDay) ?? world.day).text]
    )
    draft["Mode"] = "foot"
    draft["Weather"] = todaysWeather
    if let team { for (name, value) in teamValues(team) { draft[name] = value } }
    if let team, let patrol = world.library.underway(of: team), from == patrol.from {
      draft["From"] = patrol.from.text
      draft["To"] = world.now.moment.text
      if !patrol.route.isEmpty { draft["Route"] = patrol.route }
      if let leader = patrol.leader { draft["Leader"] = leader.text }
    }
    return draft
  }

  /// Crew, leader, turnout and route of a team; what follows from a register that was not read stays
  /// open.
  func teamValues(_ code: String) -> [String: String] {
    guard let team = world.library.team(code) else { return [:] }
    let duty = world.library.duty(
      of: code, on: world.day, near: world.now.moment.minuteOfDay)
    let everybody = world.library.members(of: code)
    let people = duty?.people ?? []
    let members = people.isEmpty ? everybody.map(\.named) : people
    let leader = everybody.first { member in members.contains { $0.code == member.code } }
    let route = duty?.route ?? ""
    let isPlanRead = world.library.isRead(RegisterKind.planning)
    let isCrewRead = isPlanRead && world.library.isRead([.members])
    return [
      "Team": team.named.text,
      "Leader": isCrewRead ? (leader?.named ?? members.first)?.text ?? "" : "",
      "Present": isCrewRead ? members.map(\.text).joined(separator: ", ") : "", "Absent": "",
      "Turnout": team.tier.turnout.joined(separator: " "),
      "Focus": team.focus.joined(separator: " "),
      "Route": !isPlanRead ? "" : route.isEmpty ? team.route : route,
    ]
  }

  func outDraft(team: String) -> Draft {
    let values = teamValues(team)
    let now = world.now.moment
    return Draft(
      [
        "Team": values["Team"] ?? "", "From": now.text,
        "Due": (now + world.library.station.patrolHours * 60).text,
        "Leader": values["Leader"] ?? "",
        "Strength": world.library.isRead([.members])
          ? "\(world.library.strength(of: team))" : "",
        "Route": values["Route"] ?? "",
        "Date": world.today.text,
      ].filter { !$0.value.isEmpty })
  }

  /// The weather of the day's newest entry.
  private var todaysWeather: String {
    world.ledger?.patrols.last { !$0.isVoid }?.text("Weather") ?? ""
  }
}
