import Records

/// The members register: records grouped by team, values made when asked for.
package struct MemberTable: Sendable {
  private let records: [RecRecord]
  private let byTeam: [String: [Int]]
  let strength: [String: Int]
  let activeCount: Int

  package init(_ records: [RecRecord], on day: Day) {
    self.records = records
    var byTeam: [String: [Int]] = [:]
    var count = 0
    // The members of a team mostly stand one after another.
    var run: (team: String, members: [Int]) = ("", [])
    let (team, since, until) = (Array("Team".utf8), Array("Since".utf8), Array("Until".utf8))
    for (index, record) in records.enumerated() {
      var hint = 0
      guard let field = record.field(team, hint: &hint) else { continue }
      if let left = record.field(until, hint: &hint).flatMap({ Day(record.value(of: $0)) }),
        left <= day
      {
        continue
      }
      if let joined = record.field(since, hint: &hint).flatMap({ Day(record.value(of: $0)) }),
        joined > day
      {
        continue
      }
      let code = record.value(of: field)
      if code != run.team {
        if !run.members.isEmpty { byTeam[run.team, default: []] += run.members }
        run = (code, [])
      }
      run.members.append(index)
      count += 1
    }
    if !run.members.isEmpty { byTeam[run.team, default: []] += run.members }
    (self.byTeam, activeCount) = (byTeam, count)
    strength = byTeam.mapValues(\.count)
  }

  func active(_ team: String) -> [Member] {
    let all = (byTeam[team] ?? []).compactMap { try? Member.schema.parse(records[$0]) }
    let rank: (Member) -> Int = { Post.allCases.firstIndex(of: $0.post) ?? 0 }
    return all.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map(\.element)
  }

  func member(_ code: String) -> Member? {
    records.first { $0["Code"] == code }.flatMap { try? Member.schema.parse($0) }
  }

  var all: [Member] { records.compactMap { try? Member.schema.parse($0) } }
}
