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
    let runner = try Demo.runner(scratch)
    let texts = ["Code": "T-1", "Name": "东村队", "Tier": tier.rawValue, "Unit": unit]
    #expect(Said.by(runner.perform(.put(RegisterRecord(.teams, texts, seen: nil)))) == "put T-1")
    let force = Force(try runner.library, nil)
    let covered = force.rows(closed: []).filter { $0.node != .all }
      .flatMap { force.teams(of: $0.node).map(\.code) }
    #expect(Set(covered) == Set(try runner.library.teams.map(\.code)))
  }
}
