import Books
import Patrol
import Records

/// Makes of a record as it was typed what stands in the register from now on.
struct Editor {
  private let snapshot: Snapshot
  private let now: Moment
  /// Records that the same step adds: others of it may name them.
  private let added: [RegisterRecord]

  init(_ snapshot: Snapshot, at now: Moment, adding records: [RegisterRecord] = []) {
    (self.snapshot, self.now, added) = (snapshot, now, records.filter { $0.seen == nil })
  }

  /// What a record becomes: its reading made, checked against the others, a leaver's phone erased.
  func editing(_ record: RegisterRecord) throws -> Office.Editing {
    let kind = record.kind
    if kind.layout.isMade { throw RegisterRefusal.notByHand(kind.name) }
    var texts = record.texts.filter { !$0.value.isEmpty }
    let code = texts["Code"] ?? ""
    let table = snapshot.table(kind)
    let old = table.index(of: code)
    if record.seen == nil, old != nil { throw EntryRefusal.codeTaken(code) }
    if let old, table.keeper(of: old) != snapshot.station.unit {
      throw RegisterRefusal.keptElsewhere(code: code, keeper: table.keeper(of: old))
    }
    let before = old.map(table.texts)
    let path = DataDirectory.register(snapshot.station.unit, kind)
    // What somebody else has added since is not seen either.
    if let seen = record.seen, before != seen.filter({ !$0.value.isEmpty }) {
      throw BookError.registerChanged(file: path)
    }
    if let reading = kind.layout.reading, let name = texts[kind.layout.name],
      texts[reading] == nil
        || before?[kind.layout.name] != name && texts[reading] == before?[reading]
    {
      texts[reading] = Pinyin.reading(of: name)
      if texts[reading]?.isEmpty == true { texts[reading] = nil }
    }
    if let alias = kind.layout.alias, texts[alias.column] == nil {
      texts[alias.column] = alias.made(texts)
    }
    if kind.columns.contains(where: { $0.entry == .identity && texts[$0] != nil }),
      !snapshot.station.identityNumbers
    {
      throw RegisterRefusal.identityOff
    }
    let erases = Erasing.leaving(kind, texts, today: snapshot.today)
    for name in erases { texts[name] = nil }
    try kind.check(texts, in: snapshot)
    if let before { try kind.check(before, becoming: texts, in: snapshot) }
    try NewTexts.check(texts, before: before ?? [:], kind.columns, in: snapshot, beside: added)
    try AheadOfNow.check(texts, before: before ?? [:], kind, now: now)
    try TellsWho.check(texts, before: before ?? [:], kind, in: snapshot)
    return Office.Editing(
      subject: .register(kind), code: code, before: before, after: texts, erases: erases)
  }
}
