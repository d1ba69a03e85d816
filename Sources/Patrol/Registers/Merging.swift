import Records
import Wording

/// Records that take each other's place: the same person entered twice, a unit that joins another or
/// is split.
///
/// No page is touched: pages hold the name of the day they were written on, and the old code stays
/// in the register, pointing at the new one.
extension RegisterStep {
  /// - Parameter taking: names of the fields whose value the record that ends hands on; what the other lacks,
  ///   where nothing was chosen.
  /// - Throws: `RegisterRefusal` where one of them is missing, or both are one.
  package init(
    merging code: String, into other: String, _ kind: RegisterKind, taking: Set<String>? = nil,
    in snapshot: Snapshot
  ) throws(RegisterRefusal) {
    guard code != other else { throw .mergeWithItself(code) }
    let table = snapshot.table(kind)
    guard let old = table.texts(code) else { throw .notThere(code: code) }
    guard let sameAs = kind.layout.sameAs, let end = kind.layout.end else {
      throw .notThere(code: code)
    }
    if let taken = old[sameAs] { throw .mergedAlready(code, into: taken) }
    guard let new = table.texts(other) else { throw .notThere(code: other) }
    if let within = kind.layout.mergedWithin, old[within] != new[within] {
      throw .mergeOfTwoKinds(code, other)
    }
    var ended = old
    ended[sameAs] = other
    if ended[end].flatMap({ Day($0) }).map({ $0 > snapshot.today }) ?? true {
      ended[end] = snapshot.today.text
    }
    var records = [RegisterRecord(kind, ended, seen: old)]
    // What the kept record lacks is taken over before it is erased in the other.
    let fields = MergedFields(kind, from: old, into: new)
    let filled = fields.kept(taking: taking ?? fields.lacking)
    if filled != new { records.append(RegisterRecord(kind, filled, seen: new)) }
    let merged = Named(other, filled[kind.layout.name] ?? other)
    records += Self.moved(from: code, to: merged, kind, in: snapshot)
    self.init(kind.layout.subject == .units ? .unit : .merge, records)
  }

  /// Records in force that name one record, made to name another: equipment goes over to the person
  /// kept, teams and units to the unit kept.
  ///
  /// What was only written down for its day, such as a training, goes on naming who it was.
  private static func moved(
    from code: String, to other: Named, _ kind: RegisterKind, in snapshot: Snapshot,
    where isWanted: (String) -> Bool = { _ in true }
  ) -> [RegisterRecord] {
    Dictionary(grouping: snapshot.kinds.fields(naming: kind), by: \.of).sorted {
      $0.key.name < $1.key.name
    }.flatMap { of, fields -> [RegisterRecord] in
      guard of.hasEnd else { return [] }
      let table = snapshot.table(of)
      return (0..<table.count).compactMap { index in
        guard fields.contains(where: { table.text($0.column, at: index).contains(code) }) else {
          return nil
        }
        let texts = table.texts(at: index)
        var renamed = texts
        for field in fields {
          renamed[field.column] = texts[field.column].map { $0.naming(other, insteadOf: code) }
        }
        guard renamed != texts, isWanted(texts["Code"] ?? ""), !snapshot.isPast(texts, of) else {
          return nil
        }
        return RegisterRecord(of, renamed, seen: texts)
      }
    }
  }

  /// A new unit beside the one it is split from, and the units that come under it.
  package init(
    splitting unit: String, into new: Named, moving codes: [String], in snapshot: Snapshot
  ) {
    var texts = snapshot.table(.units).texts(unit) ?? [:]
    texts[Unit.pinyin] = nil
    texts[Unit.until] = nil
    texts[Unit.sameAs] = nil
    texts[Unit.code] = new.code
    texts[Unit.name] = new.name
    let wanted = Set(codes)
    let moved = Self.moved(from: unit, to: new, .units, in: snapshot) { wanted.contains($0) }
    self.init(.unit, [RegisterRecord(.units, texts, seen: nil)] + moved)
  }
}

extension String {
  /// A field's text with another record in the place of one: `QS-01`, `QS-01-003 张三, QS-01-004 李四`.
  fileprivate func naming(_ other: Named, insteadOf code: String) -> String {
    if self == code { return other.code }
    guard Named.codes(self).contains(Substring(code)) else { return self }
    return Named.list(self).map { $0.code == code ? other.text : $0.text }.joined(separator: ", ")
  }
}
