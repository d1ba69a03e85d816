import Records
import Wording

/// What of personal data has to go, and when (domain study, section 6: P16, A26).
package struct Erasing: Sendable {
  /// One record with what of it is due to go.
  package struct Due: Hashable, Sendable {
    package let kind: RegisterKind
    package let code: String
    package let fields: Set<String>
    /// Whether the name goes as well, unless a page names the code.
    package let isPastKeeping: Bool
  }

  /// What stands in place of a name that was erased.
  package static let erasedName = "已清除"

  private let snapshot: Snapshot

  package init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// The fields of a person that go as soon as they have left: what they could be reached by.
  ///
  /// The name stays where pages name it.
  package static func leaving(
    _ kind: RegisterKind, _ texts: [String: String], today: Day
  ) -> Set<String> {
    let end = kind.layout.end.flatMap { texts[$0] }.flatMap { Day($0) }
    guard kind.layout.subject == .people, let end, end <= today else { return [] }
    return Set(kind.columns.filter { $0.entry.isPersonal && texts[$0.name] != nil }.map(\.name))
  }

  /// Everything due today in the registers this station keeps.
  package var due: [Due] {
    snapshot.kinds.people.flatMap(due)
  }

  /// What was settled so long ago that its sealed annex goes, by code.
  package var annexes: [String] {
    let table = snapshot.table(.intelligence)
    return snapshot.leadRecords.done.filter { lead in
      guard lead.hasAnnex, let closed = lead.closed,
        table.index(of: lead.code).map(table.keeper) == snapshot.station.unit
      else { return false }
      let day = snapshot.station.patrolDay(closed)
      return snapshot.today - day > snapshot.station.daysAnnexIsKept
    }.map(\.code)
  }

  private func due(_ kind: RegisterKind) -> [Due] {
    let table = snapshot.table(kind)
    let personal = kind.columns.filter(\.entry.isPersonal)
    guard let until = kind.layout.end else { return [] }
    let name = kind.layout.name
    return (0..<table.count).compactMap { index in
      guard table.keeper(of: index) == snapshot.station.unit else { return nil }
      let left = Day(table.text(until, at: index)).flatMap { $0 <= snapshot.today ? $0 : nil }
      let held = personal.filter { !table.text($0, at: index).isEmpty }
      let fields = held.filter {
        left != nil || $0.entry == .identity && !snapshot.station.identityNumbers
      }
      let isOver = left.map { snapshot.today - $0 > snapshot.station.daysKeptAfterLeaving } ?? false
      let isPast = isOver && table.text(name, at: index) != Self.erasedName
      guard !fields.isEmpty || isPast else { return nil }
      return Due(
        kind: kind, code: table.records[index]["Code"] ?? "", fields: Set(fields.map(\.name)),
        isPastKeeping: isPast)
    }
  }

  /// Whether a field goes with the name: free words about a person, and no code or alias.
  private static func tellsOfPerson(_ column: Column, _ layout: RegisterLayout) -> Bool {
    let stays = ["Code", layout.sameAs?.name, layout.alias?.column.name]
    return [.line, .prose].contains(column.entry) && !stays.contains(column.name)
  }

  /// What a record becomes.
  ///
  /// - Parameter isNamed: whether a page names its code: then the name stays.
  /// - Returns: nil where nothing is left to be erased.
  package func texts(
    _ due: Due, isNamed: Bool
  ) -> (before: [String: String], after: [String: String], erases: Set<String>)? {
    guard let before = snapshot.table(due.kind).texts(due.code) else { return nil }
    var erases = due.fields
    var after = before
    if due.isPastKeeping, !isNamed {
      erases.formUnion(
        due.kind.columns.filter { Self.tellsOfPerson($0, due.kind.layout) && before[$0] != nil }
          .map(\.name))
    }
    guard !erases.isEmpty else { return nil }
    for name in erases { after[name] = nil }
    let name = due.kind.layout.name
    if erases.contains(name.name) {
      after[name] = Self.erasedName
      if due.kind.column("Remark") != nil {
        after["Remark"] = "保存期满，\(snapshot.today.text) 清除"
      }
    }
    return (before, after, erases)
  }
}
