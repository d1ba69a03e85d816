import Patrol
import Records
import Runner
import TestSupport
import Testing

@Suite("Every team has its line in the force")
struct ForceTests {
  @Test(
    "Whatever unit a team is said to belong to, it stands under some line",
    arguments: Tier.allCases, ["QSP", "JC", "QS", "QS-01", "XX"])
  func everywhere(_ tier: Tier, _ unit: String) throws {
    let scratch = try Demo.small()
    let path = "register/QSP/teams.rec"
    let team = "\nCode: T-1\nName: 东村队\nTier: \(tier.rawValue)\nUnit: \(unit)\n"
    // A unit that there is not can't be typed, but it may stand in the file.
    try scratch.write(try scratch.text(path) + team, to: path)
    let runner = try Demo.runner(scratch)
    #expect(try runner.snapshot.team("T-1") != nil)
    let force = Force(try runner.snapshot, nil)
    let covered = force.rows(closed: []).filter { $0.node != .all }
      .flatMap { force.teams(of: $0.node).map(\.code) }
    #expect(Set(covered) == Set(try runner.snapshot.teams.map(\.code)))
  }
}
