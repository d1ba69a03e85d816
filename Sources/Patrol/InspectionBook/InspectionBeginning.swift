import Records
import Wording

/// What can be known of an inspection before anybody arrives: the two sides, who leads them, how
/// many should be there.
///
/// Never who was there or what was found: on those both sides sign.
package struct InspectionBeginning {
  private let about: PageBeginning

  package init(_ about: PageBeginning) { self.about = about }

  private var snapshot: Snapshot { about.snapshot }

  package func draft(team: String?, day: Day) -> Draft {
    var draft = Draft(["Date": day.text, "Mode": "onsite"])
    if let team { for (name, value) in teamValues(team) { draft[name] = value } }
    return draft
  }

  /// Everything that follows from which team is inspected.
  package func teamValues(_ code: String) -> [String: String] {
    guard let team = snapshot.team(code) else { return postValues(code) }
    let members = snapshot.members(of: code)
    let side = snapshot.townshipTeam(over: team)?.code ?? snapshot.station.unit
    return [
      "Inspected": team.named.text,
      "Expected": snapshot.isRead([.members]) ? "\(members.count)" : "", "Absent": "",
      "Present": "", "Answering": answering(code)?.text ?? "",
      Crew.roster: members.map(\.named.text).joined(separator: ", "),
    ].merging(sideValues(side)) { first, _ in first }
  }

  /// The same of a watch post, which the station inspects.
  private func postValues(_ code: String) -> [String: String] {
    guard let post = snapshot.post(code) else { return [:] }
    let answering = snapshot.unreadKeys == nil ? answering(code) : nil
    return [
      "Inspected": post.named.text, "Expected": "\(post.actual)", "Absent": "", "Present": "",
      "Answering": answering?.text ?? "", Crew.roster: "",
    ].merging(sideValues(snapshot.station.unit)) { first, _ in first }
  }

  /// Everything that follows from who inspects.
  package func sideValues(_ code: String) -> [String: String] {
    let inspector =
      snapshot.isStation(code) ? snapshot.station.onDuty : snapshot.leader(of: code)?.named
    return [
      "Inspecting": snapshot.side(code)?.text ?? "", "Inspector": inspector?.text ?? "",
    ]
  }

  /// Who answers for a team on the day: the deputy named for it, else its leader.
  private func answering(_ team: String) -> Named? {
    guard snapshot.isRead([.members]), snapshot.unreadKeys == nil else { return nil }
    return snapshot.deputy(of: team, on: about.day) ?? snapshot.answers(for: team)
  }
}
