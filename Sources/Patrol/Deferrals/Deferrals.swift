import Records

/// What was put off, accepted or settled, and holds today.
package struct Deferrals: Sendable {
  /// In the order of the register.
  package let standing: [Deferral]
  private let byFinding: [Finding.ID: Deferral]

  init(_ snapshot: Snapshot) {
    standing = snapshot.table(.deferrals).records.compactMap {
      try? Deferral.schema.parse($0)
    }.filter { $0.due.map { snapshot.today < $0 } ?? true }
    byFinding = Dictionary(
      standing.map { (Finding.ID(rule: $0.rule, about: $0.about, item: $0.item), $0) },
      uniquingKeysWith: { $1 })
  }

  /// The findings that nobody has decided about, and those of which there are more by now.
  package func left(of findings: [Finding]) -> [Finding] {
    byFinding.isEmpty ? findings : findings.filter { !covers($0) }
  }

  private func covers(_ finding: Finding) -> Bool {
    guard let known = byFinding[finding.id] else { return false }
    if case .never = finding.rule.leave { return false }
    guard let extent = known.extent, let now = finding.extent else { return true }
    return now <= extent
  }

  /// Pages whose handover somebody said is done.
  package var settled: Set<String> {
    Set(standing.filter { $0.decision == .settled }.map(\.item))
  }

  /// Those that are listed apart: what is settled is over.
  package func listed(_ decision: Deferral.Decision) -> [Deferral] {
    standing.filter { $0.decision == decision }.sorted {
      ($0.due?.number ?? .max, $0.code) < ($1.due?.number ?? .max, $1.code)
    }
  }
}

extension Snapshot {
  /// Read once for as long as no register changes.
  package var deferrals: Deferrals { knownDeferrals.get { Deferrals(self) } }
}
