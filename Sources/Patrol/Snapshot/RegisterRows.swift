import Records

/// Which records of a register a list shows: those of a unit or team, those that fit what is typed,
/// those that are in force.
package struct RegisterRows: Hashable, Sendable {
  package var kind: RegisterKind
  /// A unit or team; nil is everywhere.
  package var scope: Scope?
  package var filter = ""
  /// Whether records that have ended show as well.
  package var includesPast = false
  /// By which column they are put in order; the register's own order without one.
  package var order: RegisterOrder?
  /// Those that were marked, by code, and no others; nil where none was.
  package var only: Set<String>?

  package init(_ kind: RegisterKind, scope: Scope? = nil) {
    (self.kind, self.scope) = (kind, scope)
  }

  /// Where the records stand in the register's table, in its order.
  package func indexes(in snapshot: Snapshot) -> [Int] {
    ordered(narrowed(standing(in: snapshot), in: snapshot), in: snapshot)
  }

  /// The same in the order that was chosen.
  package func ordered(_ rows: [Int], in snapshot: Snapshot) -> [Int] {
    guard let order else { return rows }
    return order.sorted(rows, of: snapshot.table(kind))
  }

  /// Those of some records that fit what is typed.
  package func narrowed(_ rows: [Int], in snapshot: Snapshot) -> [Int] {
    filter.isEmpty || only != nil
      ? rows : snapshot.table(kind).filter(in: snapshot).matches(filter, among: rows)
  }

  /// The same but for what is typed: what a longer text is looked for among.
  package func standing(in snapshot: Snapshot) -> [Int] {
    let table = snapshot.table(kind)
    var rows = Array(0..<table.count)
    if let only {
      let records = table.records
      return rows.filter { only.contains(records[$0]["Code"] ?? "") }
    }
    if !includesPast, let ended = kind.layout.end {
      let records = table.records
      rows.removeAll { ended.day(in: records[$0]).map { $0 <= snapshot.today } ?? false }
    }
    guard let scope, let place = kind.layout.place else { return rows }
    let within = snapshot.codes(under: scope)
    return rows.filter { within.contains(Named.code(table.text(place, at: $0))) }
  }
}

extension Named {
  /// The code alone of `QS-01 高庄村队` or of `QS-01`.
  fileprivate static func code(_ text: String) -> String {
    // By bytes, where a code stands before the blank, and nothing behind it can join it.
    let bytes = text.utf8
    guard let blank = bytes.firstIndex(of: UInt8(ascii: " ")) else { return text }
    let next = bytes.index(after: blank)
    if bytes[..<blank].allSatisfy({ $0 < 0x80 }),
      next == bytes.endIndex || bytes[next] < 0x80 || 0xE4...0xE9 ~= bytes[next]
    {
      return String(text[..<blank])
    }
    return String(text.prefix { $0 != " " })
  }
}

extension Snapshot {
  /// Whether a record has ended: left, returned, no longer in force.
  package func isPast(_ texts: [String: String], _ kind: RegisterKind) -> Bool {
    kind.layout.end.flatMap { texts[$0] }.flatMap { Day($0) }.map { $0 <= today } ?? false
  }
}
