import Records
import Wording

/// What was found, as everybody sees it: grouped by rule, what presses most first, and apart from it what
/// was put off or accepted.
package struct ToDo: Sendable {
  /// What the rules of one title find, the longest open first.
  package struct Group: Sendable {
    package let rule: RuleID
    package let findings: [Finding]

    /// The same with only some of its findings.
    package func holding(_ findings: [Finding]) -> Group { Group(rule: rule, findings: findings) }

    package var isUrgent: Bool { findings.first?.isUrgent == true }
    /// Since when the oldest has been open.
    package var since: Day? { findings.lazy.compactMap(\.since).min() }
  }

  /// What is to be done (▲), then what is to be completed (○).
  package let groups: [Group]

  package static let empty = ToDo([])

  package init(_ findings: [Finding]) {
    // By number first: thousands of findings have thirty titles.
    var byRule: [RuleID: [Finding]] = [:]
    for finding in findings { byRule[finding.rule, default: []].append(finding) }
    var byTitle: [Phrase: [Finding]] = [:]
    for rule in Rules.ids { byTitle[rule.title, default: []] += byRule[rule] ?? [] }
    groups = byTitle.values.compactMap { found in
      let sorted = found.enumerated().sorted { a, b in Self.isBefore(a, b) }.map(\.element)
      return sorted.first.map { Group(rule: $0.rule, findings: sorted) }
    }
    .sorted { Self.rank($0) < Self.rank($1) }
  }

  private static func isBefore(
    _ a: (offset: Int, element: Finding), _ b: (offset: Int, element: Finding)
  ) -> Bool {
    if a.element.isUrgent != b.element.isUrgent { return a.element.isUrgent }
    // What was never done has been open longest.
    let (one, other) = (a.element.since?.number ?? .min, b.element.since?.number ?? .min)
    return (one, a.offset) < (other, b.offset)
  }

  private static func rank(_ group: Group) -> (Int, Int, Int) {
    (group.rule.weight == .toDo ? 0 : 1, group.isUrgent ? 0 : 1, Rules.rank(group.rule))
  }

  package func groups(_ weight: RuleID.Weight) -> [Group] {
    groups.filter { $0.rule.weight == weight }
  }

  package func count(_ weight: RuleID.Weight) -> Int {
    groups(weight).reduce(0) { $0 + $1.findings.count }
  }

  /// Everything in the order of the groups.
  package var findings: [Finding] { groups.flatMap(\.findings) }

  package var isEmpty: Bool { groups.isEmpty }
}

extension ToDo.Group {
  /// The same by the units they are about, those with the most first.
  package func units(in snapshot: Snapshot) -> [(unit: String?, findings: [Finding])] {
    var (order, byUnit): ([String?], [String?: [Finding]]) = ([], [:])
    for finding in findings {
      let unit = snapshot.area(of: finding.about)
      if byUnit[unit] == nil { order.append(unit) }
      byUnit[unit, default: []].append(finding)
    }
    return order.map { ($0, byUnit[$0] ?? []) }.enumerated().sorted {
      ($1.element.1.count, $0.offset) < ($0.element.1.count, $1.offset)
    }.map { ($0.element.0, $0.element.1) }
  }
}

extension Snapshot {
  /// The code of the township or department that a unit, team or watch post belongs to; nil for what is
  /// about none.
  package func area(of code: String) -> String? {
    if let team = team(code) {
      let township = township(of: team)
      return township.isEmpty ? team.unit : township
    }
    guard let unit = unit(code) ?? post(code).flatMap({ unit($0.unit) }) else { return nil }
    return unit.kind == .village || unit.kind == .community ? unit.parent : unit.code
  }

  /// What a part of the list is called.
  package func areaName(_ code: String?) -> Phrase {
    code.map { Phrase(verbatim: unitName($0)) }
      ?? Phrase("其他", "其他", "Others")
  }
}
