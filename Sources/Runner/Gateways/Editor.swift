import Books
import Patrol
import Records

/// Makes of a record as it was typed what stands in the register from now on.
struct Editor {
  private let library: Library
  /// Records that the same step adds: others of it may name them.
  private let added: [RegisterRecord]

  init(_ library: Library, adding records: [RegisterRecord] = []) {
    (self.library, added) = (library, records.filter { $0.seen == nil })
  }

  /// What a record becomes: its reading made, checked against the others, a leaver's phone erased.
  func editing(_ record: RegisterRecord) throws -> Keeper.Editing {
    let kind = record.kind
    var texts = record.texts.filter { !$0.value.isEmpty }
    let code = texts["Code"] ?? ""
    let table = library.table(kind)
    let old = table.index(of: code)
    if record.seen == nil, old != nil { throw EntryRefusal.codeTaken(code) }
    if let old, table.keeper(of: old) != library.station.unit {
      throw RegisterRefusal.keptElsewhere(code: code, keeper: table.keeper(of: old))
    }
    let before = old.map(table.texts)
    let path = DataDirectory.register(library.station.unit, kind)
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
      !library.station.identityNumbers
    {
      throw RegisterRefusal.identityOff
    }
    let erases = Erasing.leaving(kind, texts, today: library.today)
    for name in erases { texts[name] = nil }
    try UnseenInName.check(texts, before: before ?? [:], kind.columns)
    try UnknownCode.check(texts, before: before ?? [:], kind.columns, library.codes)
    try kind.check(texts, in: library)
    try UnknownRecord.check(texts, before: before ?? [:], kind.columns, in: library, beside: added)
    return Keeper.Editing(
      subject: .register(kind), code: code, before: before, after: texts, erases: erases)
  }
}
