import Records
import Wording

/// A8 and A9: a village team that nobody inspected for ten days, a team that the station did not
/// check for thirty (R22, R8).
enum NotInspected: Rule {
  static let finds: [RuleID] = [.notInspected, .notChecked, .postNotChecked]

  static let patience = 10
  static let stationPatience = 30
  /// The order gives no number; a season is what stations plan by.
  static let postPatience = 90

  static func findings(_ survey: Survey) -> [Finding] {
    // Any inspection book may say that a team was inspected.
    guard !survey.unreadBooks.contains(where: { $0.kind == .inspection }) else { return [] }
    return posts(survey)
      + survey.snapshot.teams.flatMap { team -> [Finding] in
        var found: [Finding] = []
        if team.tier == .village, survey.inspections.isKept {
          let last = survey.inspections.lastInspected(team.code)
          if isOver(last, patience, survey) { found.append(finding(.notInspected, team, last)) }
        }
        if team.tier != .city, survey.inspections.isStationKept, isOurs(team, survey.snapshot) {
          let last = survey.inspections.lastChecked(team.code)
          if isOver(last, stationPatience, survey) {
            found.append(finding(.notChecked, team, last))
          }
        }
        return found
      }
  }

  /// Watch posts of this station that it did not check, once it checks posts at all.
  private static func posts(_ survey: Survey) -> [Finding] {
    let posts = survey.snapshot.posts.filter { post in
      survey.snapshot.answering(for: post.unit)?.code == survey.snapshot.station.unit
    }
    guard posts.contains(where: { survey.inspections.lastChecked($0.code) != nil }) else {
      return []
    }
    return posts.compactMap { post in
      let last = survey.inspections.lastChecked(post.code)
      guard isOver(last, postPatience, survey) else { return nil }
      let since = last.map { "\($0.month)-\($0.day)" }
      return Finding(
        .postNotChecked, about: post.unit, item: post.code, since: last,
        place: .inspect(post.code),
        Phrase(
          "守望点\(post.name) \(since.map { "\($0) 后" } ?? "")未受派出所检查",
          "守望點\(post.name) \(since.map { "\($0) 後" } ?? "")未受派出所檢查",
          "\(post.name): not checked by the station" + (since.map { " since \($0)" } ?? "")))
    }
  }

  /// Whether the team is one that this station answers for.
  private static func isOurs(_ team: Team, _ snapshot: Snapshot) -> Bool {
    snapshot.answering(for: team.unit)?.code == snapshot.station.unit
  }

  private static func isOver(_ last: Day?, _ patience: Int, _ survey: Survey) -> Bool {
    last.map { survey.day - $0 > patience } ?? survey.inspections.isWhole
  }

  private static func finding(_ rule: RuleID, _ team: Team, _ last: Day?) -> Finding {
    let since = last.map { "\($0.month)-\($0.day)" }
    let byStation = rule == .notChecked
    return Finding(
      rule, about: team.code, since: last, place: .inspect(team.code),
      Phrase(
        "\(team.name) \(since.map { "\($0) 后" } ?? "")未受\(byStation ? "派出所" : "")检查",
        "\(team.name) \(since.map { "\($0) 後" } ?? "")未受\(byStation ? "派出所" : "")檢查",
        "\(team.name): not \(byStation ? "checked by the station" : "inspected")"
          + (since.map { " since \($0)" } ?? "")))
  }
}

extension RuleID {
  package static let notInspected = RuleID(
    "A8", of: "R22", Phrase("未检查", "未檢查", "Not inspected"), .toComplete, act: .actInspect,
    Phrase(
      "村队超过十天未受乡镇队检查。安排一次检查并记入检查簿。", "村隊超過十天未受鄉鎮隊檢查。安排一次檢查並記入檢查簿。",
      "A village team has not been inspected for ten days. Arrange an inspection and record it."))
  package static let notChecked = RuleID(
    "A9", of: "R8", Phrase("派出所未检查", "派出所未檢查", "Not checked"), .toComplete, act: .actInspect,
    Phrase(
      "该队超过三十天未受派出所检查。由派出所检查一次。", "該隊超過三十天未受派出所檢查。由派出所檢查一次。",
      "The station has not checked the team for thirty days. Check it once."))
  package static let postNotChecked = RuleID(
    "A31", of: "R15", Phrase("守望点未检查", "守望點未檢查", "Post not checked"), .toComplete,
    act: .actInspect,
    Phrase(
      "守望点超过九十天未受派出所检查（五·三）。由派出所检查一次，双方签字。", "守望點超過九十天未受派出所檢查（五·三）。由派出所檢查一次，雙方簽字。",
      "The station has not checked the watch post for ninety days. Check it once, both sides sign.")
  )
}
