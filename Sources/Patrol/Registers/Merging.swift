import Records
import Wording

/// Records that take each other's place: the same person entered twice, a unit that joins another or
/// is split.
///
/// No page is touched: pages hold the name of the day they were written on, and the old code stays
/// in the register, pointing at the new one.
extension RegisterStep {
  /// - Throws: `RegisterRefusal` where one of them is missing, or both are one.
  package init(
    merging code: String, into other: String, _ kind: RegisterRecord.Kind, in library: Library
  ) throws(RegisterRefusal) {
    guard code != other else { throw .mergeWithItself(code) }
    let table = library.table(kind)
    guard let old = table.texts(code) else { throw .notThere(code: code) }
    guard let sameAs = kind.layout.sameAs, let end = kind.layout.end else {
      throw .notThere(code: code)
    }
    if let taken = old[sameAs] { throw .mergedAlready(code, into: taken) }
    guard let new = table.texts(other) else { throw .notThere(code: other) }
    if kind == .units, old[Unit.kind] != new[Unit.kind] { throw .mergeOfTwoKinds(code, other) }
    var ended = old
    ended[sameAs] = other
    if ended[end].flatMap({ Day($0) }).map({ $0 > library.today }) ?? true {
      ended[end] = library.today.text
    }
    var records = [RegisterRecord(kind, ended, seen: old)]
    if kind.layout.subject == .people {
      // What the kept record lacks is taken over before it is erased in the other.
      let filled = new.merging(old.filter { $0.key != end.name && $0.key != sameAs.name }) {
        own, _ in own
      }
      if filled != new { records.append(RegisterRecord(kind, filled, seen: new)) }
    }
    records += Self.followers(of: code, into: other, kind, old, new, in: library)
    self.init(kind == .units ? .unit : .merge, records)
  }

  /// What follows: equipment goes over to the person kept; teams and units go over to the unit kept.
  private static func followers(
    of code: String, into other: String, _ kind: RegisterRecord.Kind, _ old: [String: String],
    _ new: [String: String], in library: Library
  ) -> [RegisterRecord] {
    switch kind {
    case .units: moved(below: code, to: other, in: library) { _ in true }
    case .members, .informants, .volunteers, .officers:
      held(by: code, to: Named(other, new["Name"] ?? other), in: library)
    case .watch, .equipment, .training, .bodies, .funds, .teams, .roster, .routes, .exceptions,
      .deputies:
      []
    }
  }

  private static func held(
    by code: String, to person: Named, in library: Library
  ) -> [RegisterRecord] {
    library.holdings(of: code).compactMap { equipment in
      library.table(.equipment).texts(equipment.code).map {
        RegisterRecord(.equipment, $0.merging(["Person": person.text]) { $1 }, seen: $0)
      }
    }
  }

  /// Units and teams right below a unit, put below another.
  private static func moved(
    below unit: String, to other: String, in library: Library, _ isWanted: (String) -> Bool
  ) -> [RegisterRecord] {
    let pairs: [(RegisterRecord.Kind, String)] = [
      (.units, "Parent"), (.teams, "Unit"), (.bodies, "Unit"), (.watch, "Unit"),
      (.informants, "Unit"), (.volunteers, "Unit"),
    ]
    return pairs.flatMap { kind, field -> [RegisterRecord] in
      let table = library.table(kind)
      return (0..<table.count).compactMap { index in
        let texts = table.texts(at: index)
        guard texts[field] == unit, isWanted(texts["Code"] ?? ""), !library.isPast(texts, kind)
        else {
          return nil
        }
        return RegisterRecord(kind, texts.merging([field: other]) { $1 }, seen: texts)
      }
    }
  }

  /// A new unit beside the one it is split from, and the units that come under it.
  package init(
    splitting unit: String, into new: Named, moving codes: [String], in library: Library
  ) {
    var texts = library.table(.units).texts(unit) ?? [:]
    for name in ["Pinyin", "Until", "SameAs"] { texts[name] = nil }
    texts["Code"] = new.code
    texts["Name"] = new.name
    let wanted = Set(codes)
    let moved = Self.moved(below: unit, to: new.code, in: library) { wanted.contains($0) }
    self.init(.unit, [RegisterRecord(.units, texts, seen: nil)] + moved)
  }
}
