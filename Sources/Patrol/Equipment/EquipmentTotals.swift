import Wording

/// What teams and units have of what the order has each of their people carry, against how many they are
/// (R18, R19).
package struct EquipmentTotals: Sendable {
  /// What the order asks of some tier: columns of the table.
  package static let items: [EquipmentItem] = [.uniform, .baton, .armband, .torch]

  /// Of one item: what is out and fit for use, and how many people there are who carry it.
  package struct Count: Hashable, Sendable {
    package var out = 0
    package var due = 0
    /// Of each team what it lacks: what one has too much is not another's.
    package var lacking = 0
  }

  package struct Row: Sendable {
    /// A unit, the city force, or a team; nil for all of them.
    package let scope: Scope?
    package let name: Phrase
    package let strength: Int
    package let counts: [EquipmentItem: Count]
    /// The first team of it that lacks something; a team itself.
    package let lackingTeam: String?

    package var isTeam: Bool { if case .team = scope { true } else { false } }

    /// What is lacking, in the order of the columns.
    package var short: [(item: EquipmentItem, count: Int)] {
      EquipmentTotals.items.compactMap { item in
        counts[item].flatMap { $0.lacking > 0 ? (item, $0.lacking) : nil }
      }
    }

    /// `橡胶棒 2、强光手电 15`; nil where nothing is lacking.
    package func words(_ language: Language) -> String? {
      guard !short.isEmpty else { return nil }
      return short.map { "\($0.item.label[language]) \($0.count)" }.joined(
        separator: language.separator)
    }
  }

  /// All together, then unit by unit with its teams.
  package let rows: [Row]

  /// - Parameter scope: only what is of a unit or team; nil is everywhere.
  package init(_ snapshot: Snapshot, in scope: Scope? = nil) {
    let issued = snapshot.issued()
    let wanted = scope.map { Set(snapshot.teams(in: $0).map(\.code)) }
    func row(_ team: Team) -> Row {
      let strength = snapshot.strength(of: team.code)
      var counts: [EquipmentItem: Count] = [:]
      for item in Self.items {
        let out = issued[team.code]?[item] ?? 0
        let due = team.tier.issue.contains(item) ? strength : 0
        counts[item] = Count(out: out, due: due, lacking: max(0, due - out))
      }
      let lacks = counts.values.contains { $0.lacking > 0 }
      return Row(
        scope: .team(team.code), name: Phrase(verbatim: team.name), strength: strength,
        counts: counts, lackingTeam: lacks ? team.code : nil)
    }
    func rows(_ scope: Scope, _ name: Phrase, _ teams: [Team]) -> [Row] {
      let own = teams.filter { wanted?.contains($0.code) ?? true }.map(row)
      return own.isEmpty ? [] : [Self.sum(own, scope, name)] + own
    }
    let tree = snapshot.tree
    let grouped =
      rows(.cityForce, .cityForce, tree.city)
      + tree.townships.flatMap {
        rows(.unit($0.unit.code), Phrase(verbatim: $0.unit.name), $0.own + $0.villages)
      } + tree.others.filter { wanted?.contains($0.code) ?? true }.map(row)
    let teams = grouped.filter(\.isTeam)
    // One unit is its own sum.
    let isOne =
      grouped.count { !$0.isTeam } == 1 && grouped.first?.isTeam == false
      && !grouped.contains { row in tree.others.contains { row.scope == .team($0.code) } }
    self.rows = teams.isEmpty || isOne ? grouped : [Self.sum(teams, scope, .allTeams)] + grouped
  }

  private static func sum(_ rows: [Row], _ scope: Scope?, _ name: Phrase) -> Row {
    var counts: [EquipmentItem: Count] = [:]
    for row in rows {
      for (item, count) in row.counts {
        counts[item, default: Count()].out += count.out
        counts[item, default: Count()].due += count.due
        counts[item, default: Count()].lacking += count.lacking
      }
    }
    return Row(
      scope: scope, name: name, strength: rows.reduce(0) { $0 + $1.strength }, counts: counts,
      lackingTeam: rows.lazy.compactMap(\.lackingTeam).first)
  }
}

extension Phrase {
  fileprivate static let allTeams = Phrase("合计", "合計", "Total")
}
