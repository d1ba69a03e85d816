import Records

/// Two records field by field, before one takes the other's place.
package struct MergedFields: Sendable {
  /// A field of both: what the record that ends says, and the one that stays.
  package struct Row: Sendable {
    package let column: Column
    package let ending, kept: String
    package var differs: Bool { ending != kept }
  }

  /// Fields that say something in either record, in the order of the form.
  package let rows: [Row]
  /// Fields in which the record that ends says something and the other nothing; of people alone, since a
  /// unit's parents and floors are its own.
  package let lacking: Set<String>
  private let kind: RegisterKind
  private let old, new: [String: String]

  package init(_ kind: RegisterKind, from old: [String: String], into new: [String: String]) {
    (self.kind, self.old, self.new) = (kind, old, new)
    let layout = kind.layout
    let fixed = Set(["Code"] + [layout.end, layout.sameAs].compactMap { $0?.name })
    rows = layout.asked.filter { !fixed.contains($0) }.compactMap(kind.column).map {
      Row(column: $0, ending: old[$0.name] ?? "", kept: new[$0.name] ?? "")
    }.filter { !$0.ending.isEmpty || !$0.kept.isEmpty }
    lacking =
      layout.subject == .people
      ? Set(rows.filter { $0.kept.isEmpty }.map(\.column.name)) : []
  }

  /// The record that stays, with the values that it takes over.
  package func kept(taking names: Set<String>) -> [String: String] {
    var texts = new
    for row in rows where names.contains(row.column.name) {
      texts[row.column.name] = row.ending.isEmpty ? nil : row.ending
      // A name is read as it is read where it comes from.
      if row.column.name == kind.layout.name.name, let reading = kind.layout.reading {
        texts[reading.name] = old[reading.name]
      }
    }
    return texts
  }
}

extension RegisterStep {
  /// How many records of each register go along when one takes another's place.
  ///
  /// - Parameter codes: of the two records themselves.
  package func moved(besides codes: Set<String>, _ kind: RegisterKind) -> [(
    kind: RegisterKind, count: Int
  )] {
    let others = records.filter { $0.kind != kind || !codes.contains($0.texts["Code"] ?? "") }
    return Dictionary(grouping: others, by: \.kind).map { ($0.key, $0.value.count) }.sorted {
      $0.kind.name < $1.kind.name
    }
  }
}
