import Records

/// The members register: records grouped by team, values made when asked for.
package struct MemberTable: Sendable {
  private let records: [RecRecord]
  private let byTeam: [String: [Int]]
  let strength: [String: Int]
  let activeCount: Int

  package init(_ records: [RecRecord], on day: Day) {
    self.records = records
    var teams = Teams()
    var count = 0
    let (team, since, until) = (Array("Team".utf8), Array("Since".utf8), Array("Until".utf8))
    for (index, record) in records.enumerated() {
      var hint = 0
      guard let field = record.field(team, hint: &hint) else { continue }
      if let left = record.field(until, hint: &hint), let left = record.day(of: left),
        left.number <= day.number
      {
        continue
      }
      if let joined = record.field(since, hint: &hint), let joined = record.day(of: joined),
        joined.number > day.number
      {
        continue
      }
      teams.add(index, record, field)
      count += 1
    }
    (byTeam, activeCount) = (teams.members, count)
    strength = byTeam.mapValues(\.count)
  }

  /// The members of each team, in the order of the register.
  private struct Teams {
    private var places: [String: Int] = [:]
    private var all: [(code: String, bytes: [UInt8], members: [Int])] = []
    /// Where the member before was put: those of a team mostly stand one after another.
    private var last = 0

    mutating func add(_ member: Int, _ record: RecRecord, _ team: RecField) {
      if !all.indices.contains(last) || !record.isValue(of: team, all[last].bytes) {
        last = place(record.value(of: team))
      }
      all[last].members.append(member)
    }

    private mutating func place(_ code: String) -> Int {
      if let place = places[code] { return place }
      places[code] = all.count
      all.append((code, Array(code.utf8), []))
      return all.count - 1
    }

    var members: [String: [Int]] {
      Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0.members) })
    }
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
